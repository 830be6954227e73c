import { z } from 'zod';
import { choice, formGiven, requiredWords, words } from '#kit/forms.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { dateKinds } from '../known-dates.ts';

/** A day that is still to come, or is today. */
export const dateForm = formGiven(
  z.object({
    kind: choice(
      dateKinds.map(({ value }) => value),
      'Say what happens on that day',
    ),
    on: day,
    words: words(2_000),
  }),
  (typed, today: Temporal.PlainDate) => {
    const bounds = {
      missing: 'Enter the day, the month and the year',
      notBefore: today,
      tooEarly: 'This day has passed. Record what happened as a change',
    };
    return { ...typed, on: typedDay(typed, 'on', bounds) };
  },
);

export const endDateForm = z.object({
  reason: requiredWords('Say what came of it', 2_000),
});
