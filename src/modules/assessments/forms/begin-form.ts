import { z } from 'zod';
import {
  choice,
  formGiven,
  line,
  offered,
  onList,
  optionalChoice,
  requiredLine,
  requiredWords,
} from '#kit/forms.ts';
import { type MomentBounds, moment, typedMoment } from '#kit/typed-moment.ts';
import { companies, overhearing, safeToAsk } from '../asking-safety.ts';
import { type WayOfAsking, waysOfAsking } from '../assessment.ts';
import type { Instrument } from '../instruments/instrument.ts';

/** What is asked before the first question: whether it is safe to ask any. Not sure is no. */
export const beginForm = formGiven(
  z
    .object({
      company: choice(
        companies.map(({ value }) => value),
        'Say who is with them',
      ),
      overheard: choice(
        overhearing.map(({ value }) => value),
        'Say whether anybody could hear or see',
      ),
      instrument: offered<Instrument['id']>('Choose what to ask'),
      words: optionalChoice(['lintel'], 'authorised'),
      how: choice(
        waysOfAsking.map(({ value }) => value as WayOfAsking),
        'Say how they are asked',
      ),
      withWhom: line(300),
      askedBy: requiredLine('Enter who asks the questions'),
      asked: moment,
    })
    .superRefine((begun, context) => {
      const verdict = safeToAsk(begun);
      if (!verdict.allowed)
        context.addIssue({
          code: 'custom',
          path: [begun.overheard === 'no' ? 'company' : 'overheard'],
          message: verdict.reason,
        });
    }),
  (typed, instruments: readonly Instrument[], timeZone: string, now: Temporal.Instant) => {
    const past: MomentBounds = { timeZone, notAfter: now, tooLate: 'This must be in the past' };
    const ids = instruments.map(({ id }) => id);
    return {
      ...typed,
      instrument: onList(ids, typed, 'instrument'),
      asked: typedMoment(typed, 'asked', past),
    };
  },
);

export const correctionForm = z.object({
  reason: requiredWords('Say what has to be put right, and why', 2_000),
});
