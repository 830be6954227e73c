import { z } from 'zod';
import { choice, requiredWords, type Typed, words } from '#kit/forms.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { dateKinds } from '../known-dates.ts';

/** A day that is still to come, or is today. */
export function dateForm(today: Temporal.PlainDate) {
  const bounds = {
    missing: 'Enter the day, the month and the year',
    notBefore: today,
    tooEarly: 'This day has passed. Record what happened as a change',
  };
  return z.preprocess(
    (typed) => ({ ...(typed as Typed), on: typedDay(typed as Typed, 'on', bounds) }),
    z.object({
      kind: choice(
        dateKinds.map(({ value }) => value),
        'Say what happens on that day',
      ),
      on: day,
      words: words(2_000),
    }),
  );
}

export const endDateForm = z.object({
  reason: requiredWords('Say what came of it', 2_000),
});
