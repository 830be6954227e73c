import { z } from 'zod';
import { choice, line, requiredWords, type Typed, words } from '#kit/forms.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { pauseEndings } from '../pausing.ts';

/** The longest that a pause goes without anybody asking how the person is. */
const mostMonths = 6;

/** The person's wish, and the day on which they would like to hear from us again (V3.4). */
export function pauseForm(today: Temporal.PlainDate) {
  const bounds = {
    missing: 'Enter the day on which you will be in touch, as agreed with them',
    notBefore: today.add({ days: 1 }),
    tooEarly: 'Choose a day that is still to come',
    notAfter: today.add({ months: mostMonths }),
    tooLate: `Agree a day within ${mostMonths} months: nobody should be left waiting for longer`,
  };
  return z.preprocess(
    (typed) => ({ ...(typed as Typed), next: typedDay(typed as Typed, 'next', bounds) }),
    z.object({
      wish: requiredWords('Write down what they said they want', 4_000),
      next: day,
      how: line(200),
    }),
  );
}

export const pauseEndingForm = z
  .object({
    reason: choice(
      pauseEndings.map(({ value }) => value),
      'Say what ended the pause',
    ),
    why: words(4_000),
  })
  .refine(({ reason, why }) => reason !== 'other' || why.trim() !== '', {
    path: ['why'],
    message: 'Say what it was',
  });
