import { z } from 'zod';
import { choice, choices, formGiven, line, offered, onList, requiredWords, versionSeen } from '#kit/forms.ts';
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

/** Given the wordings that are approved. */
export const placingForm = formGiven(
  z.object({
    text: offered('Choose what it says'),
    audiences: choices(audiences.map(({ value }) => value)).refine(
      (chosen) => chosen.length > 0,
      'Choose for whom it is',
    ),
    reviewOn: day,
    why: requiredWords('Say why: readers never see it', 2_000),
  }),
  (typed, texts: readonly string[], today: Temporal.PlainDate) => ({
    ...typed,
    text: onList(texts, typed, 'text'),
    reviewOn: typedDay(typed, 'reviewOn', bounds(today)),
  }),
);

/** Kept until another day, or ended; both with a reason. */
export const reviewForm = formGiven(
  z.object({
    _version: versionSeen,
    decision: choice(['kept', 'ended'], 'Say whether it stays'),
    reviewOn: optionalDay,
    reason: reason('Say why'),
  }),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    reviewOn: typed.decision === 'kept' ? typedDay(typed, 'reviewOn', bounds(today)) : null,
  }),
);

export const searchForm = z.object({ q: line(200) });

export const wordingForm = z.object({
  text: line(120)
    .refine((text) => text.length >= 3, 'Enter what it says')
    .superRefine((text, context) => {
      const problem = problemWith(text);
      if (problem) context.addIssue({ code: 'custom', message: problem });
    }),
});
