import { z } from 'zod';
import { choice, type Typed, words } from '#kit/forms.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import { ownViews } from '../own-view.ts';

/** How they see it, in their words where they gave any, and when they said so. */
export function viewForm(timeZone: string, now: Temporal.Instant) {
  const past: MomentBounds = { timeZone, notAfter: now, tooLate: 'This must be in the past' };
  return z.preprocess(
    (typed) => ({ ...(typed as Typed), said: typedMoment(typed as Typed, 'said', past) }),
    z.object({
      view: choice(
        ownViews.map(({ value }) => value),
        'Say how they see it',
      ),
      words: words(10_000),
      said: moment,
    }),
  );
}
