import { z } from 'zod';
import { choice, formGiven } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { courtStepNames } from '#rules/court-steps.ts';

/** A step that was taken, and that somebody of the team learnt of. */
export const foundForm = formGiven(
  z.object({
    step: choice(courtStepNames, 'Say which step it was'),
    taken: day,
    words: reason('Say how you learnt of it, and what is done about it', 4_000),
  }),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    taken: typedDay(typed, 'taken', {
      missing: 'Enter the day on which it was taken',
      notBefore: today.subtract({ years: 2 }),
      tooEarly: 'That is more than two years ago',
      notAfter: today,
      tooLate: 'This must not be in the future',
    }),
  }),
);
