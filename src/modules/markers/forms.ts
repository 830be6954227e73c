import { z } from 'zod';
import { choice, choices, line, requiredWords, type Typed, versionSeen } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { type DayBounds, day, optionalDay, typedDay } from '#kit/typed-day.ts';
import { problemWith } from './lint.ts';
import { audiences, longest } from './markers.ts';

const bounds = (today: Temporal.PlainDate): DayBounds => ({
  notBefore: today,
  tooEarly: 'Choose a day that is still to come',
  notAfter: today.add(longest),
  tooLate: 'Choose a day within a year: then somebody looks at it again',
  missing: 'Enter the day on which somebody looks at it again',
});

/** @param texts the wordings that are approved */
export function placingForm(texts: readonly string[], today: Temporal.PlainDate) {
  return z.preprocess(
    (typed) => ({ ...(typed as Typed), reviewOn: typedDay(typed as Typed, 'reviewOn', bounds(today)) }),
    z.object({
      text: choice(texts, 'Choose what it says'),
      audiences: choices(audiences.map(({ value }) => value)).refine(
        (chosen) => chosen.length > 0,
        'Choose for whom it is',
      ),
      reviewOn: day,
      why: requiredWords('Say why: readers never see it', 2_000),
    }),
  );
}

/** Kept until another day, or ended; both with a reason. */
export function reviewForm(today: Temporal.PlainDate) {
  return z.preprocess(
    (typed) => {
      const ends = (typed as Typed).decision !== 'kept';
      return {
        ...(typed as Typed),
        reviewOn: ends ? null : typedDay(typed as Typed, 'reviewOn', bounds(today)),
      };
    },
    z.object({
      _version: versionSeen,
      decision: choice(['kept', 'ended'], 'Say whether it stays'),
      reviewOn: optionalDay,
      reason: reason('Say why'),
    }),
  );
}

export const searchForm = z.object({ q: line(200) });

export const wordingForm = z.object({
  text: line(120)
    .refine((text) => text.length >= 3, 'Enter what it says')
    .superRefine((text, context) => {
      const problem = problemWith(text);
      if (problem) context.addIssue({ code: 'custom', message: problem });
    }),
});
