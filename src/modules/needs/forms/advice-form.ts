import { z } from 'zod';
import { choice, choices, requiredLine, requiredWords, type Typed } from '#kit/forms.ts';
import { moment, typedMoment } from '#kit/typed-moment.ts';
import { type Characteristic, characteristics } from '../characteristics.ts';

const values = characteristics.map(({ value }) => value);

/** From whom, about what, when, what they said, and what we did (V3.3, L2.7c). */
export function adviceForm(timeZone: string, now: Temporal.Instant) {
  const past = { timeZone, notAfter: now, tooLate: 'This must be in the past' };
  return z.preprocess(
    (typed) => ({ ...(typed as Typed), sought: typedMoment(typed as Typed, 'sought', past) }),
    z.object({
      fromWhom: requiredLine('Say who was asked', 300),
      about: choices<Characteristic>(values).refine(
        (chosen) => chosen.length > 0,
        'Choose what it was about',
      ),
      sought: moment,
      advised: requiredWords('Say what they advised', 10_000),
      done: requiredWords('Say what we did, or why not', 10_000),
    }),
  );
}

export const factorForm = z.object({
  characteristic: choice<Characteristic>(values, 'Choose what plays a part'),
  why: requiredWords('Say what makes you think so', 4_000),
});

export const factorEndingForm = z.object({ reason: requiredWords('Say why', 2_000) });
