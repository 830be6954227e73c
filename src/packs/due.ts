import { z } from 'zod';
import type { DueRule } from '#rules/pack.ts';

export const whole = z.int('is not a whole number').min(1, 'is less than 1');

/** By when a promise is to be kept, as a policy writes it. */
export const due: z.ZodType<DueRule> = z.union(
  [
    z.strictObject({ within: z.literal('same-working-day') }),
    z.strictObject({ hours: z.number().positive() }),
    z.strictObject({ workingHours: z.number().positive() }),
    z.strictObject({ workingDays: whole }),
    z.strictObject({ calendarDays: whole }),
    z.strictObject({ agreed: z.literal(true) }),
    z.strictObject({
      agreedTime: z.strictObject({ minutes: whole, writtenWithinMinutes: z.int().min(0) }),
    }),
  ],
  'is none of { "within": "same-working-day" }, { "hours": 1 }, { "workingHours": 4 }, { "workingDays": 5 }, { ' +
    '"calendarDays": 28 }, { "agreed": true }, { "agreedTime": { "minutes": 15, "writtenWithinMinutes": 60 } }',
);
