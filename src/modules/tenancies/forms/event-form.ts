import { z } from 'zod';
import { choice, formGiven } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';
import { tenancyEventNames } from '#rules/tenancy-events.ts';

/** What came in about which tenancy; days as far as they are known. */
export const eventForm = formGiven(
  z.object({
    tenancy: z
      .string()
      .trim()
      .min(1, 'Enter the reference of the tenancy')
      .max(200, 'Use 200 characters or fewer')
      .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'It holds a character that is in no reference'),
    kind: choice(tenancyEventNames, 'Say what came in'),
    given: optionalDay,
    ends: optionalDay,
    words: reason('Write who asked for it, how it came, and what it says', 4_000),
  }),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    given: typedDay(typed, 'given', {
      notBefore: today.subtract({ years: 2 }),
      tooEarly: 'That is more than two years ago',
      notAfter: today,
      tooLate: 'This must not be in the future',
    }),
    ends: typedDay(typed, 'ends', {
      notBefore: today.subtract({ years: 2 }),
      tooEarly: 'That is more than two years ago',
      notAfter: today.add({ years: 2 }),
      tooLate: 'That is more than two years away',
    }),
  }),
);
