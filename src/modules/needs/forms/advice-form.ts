import { z } from 'zod';
import { choice, choices, formGiven, requiredLine, requiredWords } from '#kit/forms.ts';
import { moment, typedMoment } from '#kit/typed-moment.ts';
import { type Characteristic, characteristics } from '../characteristics.ts';

const values = characteristics.map(({ value }) => value);

/** From whom, about what, when, what they said, and what we did (V3.3, L2.7c). */
export const adviceForm = formGiven(
  z.object({
    fromWhom: requiredLine('Say who was asked', 300),
    about: choices<Characteristic>(values).refine((chosen) => chosen.length > 0, 'Choose what it was about'),
    sought: moment,
    advised: requiredWords('Say what they advised', 10_000),
    done: requiredWords('Say what we did, or why not', 10_000),
  }),
  (typed, timeZone: string, now: Temporal.Instant) => {
    const past = { timeZone, notAfter: now, tooLate: 'This must be in the past' };
    return { ...typed, sought: typedMoment(typed, 'sought', past) };
  },
);

export const factorForm = z.object({
  characteristic: choice<Characteristic>(values, 'Choose what plays a part'),
  why: requiredWords('Say what makes you think so', 4_000),
});

export const factorEndingForm = z.object({ reason: requiredWords('Say why', 2_000) });
