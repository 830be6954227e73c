import { z } from 'zod';
import { choice, requiredWords, type Typed, words } from '#kit/forms.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';

/** Why there is no safe way today, what is done instead, and when somebody tries again. */
export function planForm(timeZone: string, now: Temporal.Instant) {
  const future: MomentBounds = { timeZone, notBefore: now, tooEarly: 'Choose a time that is still to come' };
  return z.preprocess(
    (typed) => ({ ...(typed as Typed), again: typedMoment(typed as Typed, 'again', future) }),
    z.object({
      why: requiredWords('Say why there is no safe way today', 4_000),
      plan: requiredWords('Say what will be done instead, and by whom', 4_000),
      again: moment,
    }),
  );
}

export const decisionForm = z
  .object({
    _version: z.coerce.number().int(),
    decision: choice(['approved', 'declined'], 'Approve or decline the plan'),
    why: words(2_000),
  })
  .refine(({ decision, why }) => decision === 'approved' || why.trim() !== '', {
    path: ['why'],
    message: 'Say why you decline it, and what would be safer',
  });
