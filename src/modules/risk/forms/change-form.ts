import { z } from 'zod';
import { choice, formGiven, requiredWords } from '#kit/forms.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import { reviewTriggers } from '#modules/case-file/pure.ts';
import { entrySources } from '#modules/chronology/pure.ts';

/** What happened, when, and how we know of it. */
export const changeForm = formGiven(
  z.object({
    trigger: choice(
      reviewTriggers.map(({ value }) => value),
      'Say what kind of change it is',
    ),
    words: requiredWords('Say what happened', 10_000),
    happened: moment,
    source: choice(
      entrySources.map(({ value }) => value),
      'Say how we know',
    ),
  }),
  (typed, timeZone: string, now: Temporal.Instant) => {
    const past: MomentBounds = { timeZone, notAfter: now, tooLate: 'This must be in the past' };
    return { ...typed, happened: typedMoment(typed, 'happened', past) };
  },
);
