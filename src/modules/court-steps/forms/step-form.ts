import { z } from 'zod';
import { choice, formGiven, kept, optionalChoice } from '#kit/forms.ts';
import { optionalDay, typedDay } from '#kit/typed-day.ts';
import { courtStepNames } from '#rules/court-steps.ts';
import { states, undoings } from '../saying.ts';

/** Which step against which tenancy; of one that was taken without asking, when, and what is done about it. */
export const stepForm = formGiven(
  z.object({
    tenancy: z
      .string()
      .min(1, 'Enter the reference of the tenancy, or find it')
      .max(200, 'Use 200 characters or fewer')
      .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'It holds a character that is in no reference'),
    step: choice(courtStepNames, 'Say which step it is'),
    state: choice(
      states.map(({ value }) => value),
      'Say whether it was taken',
    ),
    taken: optionalDay,
    undone: optionalChoice(
      undoings.map(({ value }) => value),
      '',
    ),
  }),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    tenancy: (kept(typed, 'chosen') || kept(typed, 'tenancy')).trim(),
    taken:
      typed.state === 'taken'
        ? typedDay(typed, 'taken', {
            missing: 'Enter the day on which it was taken',
            notBefore: today.subtract({ years: 2 }),
            tooEarly: 'That is more than two years ago',
            notAfter: today,
            tooLate: 'This must not be in the future',
          })
        : null,
  }),
  // What is missing is said in one go, the day among it.
  (typed) =>
    typed.state === 'taken' && kept(typed, 'undone') === '' ? { undone: 'Say what is done about it' } : {},
);
