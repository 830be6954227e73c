import { z } from 'zod';
import { choice, formGiven, words } from '#kit/forms.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import { ownViews } from '../own-view.ts';

/** How they see it, in their words where they gave any, and when they said so. */
export const viewForm = formGiven(
  z.object({
    view: choice(
      ownViews.map(({ value }) => value),
      'Say how they see it',
    ),
    words: words(10_000),
    said: moment,
  }),
  (typed, timeZone: string, now: Temporal.Instant) => {
    const past: MomentBounds = { timeZone, notAfter: now, tooLate: 'This must be in the past' };
    return { ...typed, said: typedMoment(typed, 'said', past) };
  },
);
