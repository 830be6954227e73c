import { z } from 'zod';
import { choice, requiredWords, type Typed } from '#kit/forms.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import { entrySources, writtenKinds } from '../chronology.ts';

/** A new entry: what happened, when it did, and when we first knew. */
export function entryForm(timeZone: string, now: Temporal.Instant) {
  const past: MomentBounds = { timeZone, notAfter: now, tooLate: 'This must be in the past' };
  return z
    .preprocess(
      (typed) => ({
        ...(typed as Typed),
        happened: typedMoment(typed as Typed, 'happened', past),
        known: typedMoment(typed as Typed, 'known', past),
      }),
      z.object({
        kind: choice(
          writtenKinds.map((kind) => kind.value),
          'Say what kind of entry this is',
        ),
        happened: moment,
        known: moment,
        source: choice(
          entrySources.map((source) => source.value),
          'Say how we know',
        ),
        words: requiredWords('Write what happened'),
      }),
    )
    .refine(({ happened, known }) => Temporal.Instant.compare(known, happened) >= 0, {
      path: ['known'],
      message: 'Nobody can have known before it happened',
    });
}

export type WrittenEntry = z.infer<ReturnType<typeof entryForm>>;
