import { z } from 'zod';
import { formGiven } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';

/** From which day on it is not asked with any more, and why; never for a day that is over. */
export const withdrawalForm = formGiven(
  z.object({ from: day, reason: reason('Say why it is not used any more') }),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    from: typedDay(typed, 'from', {
      missing: 'Enter the day from which it is not offered any more',
      notBefore: today,
      tooEarly: 'This must be today or later: what was asked before was asked with it',
    }),
  }),
);
