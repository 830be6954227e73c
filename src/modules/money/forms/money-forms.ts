import { z } from 'zod';
import {
  choice,
  type FieldErrors,
  formGiven,
  kept,
  line,
  optionalChoice,
  type Typed,
  words,
} from '#kit/forms.ts';
import { isReason, reason, saidTooLittle } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { optionalAmount } from '#kit/typed-money.ts';
import { valuesOf } from '#rules/words.ts';
import { deeds, gainKinds, matterKinds, waysKnown, waysOfSaying } from '../matters.ts';

const past = (typed: Typed, field: string, today: Temporal.PlainDate) =>
  typedDay(typed, field, {
    ...{ notAfter: today, tooLate: 'This day is still to come', missing: 'Enter the day' },
    ...{ notBefore: today.subtract({ years: 2 }), tooEarly: 'This is more than two years ago' },
  });

export const matterForm = formGiven(
  z.object({
    kind: choice(valuesOf(matterKinds), 'Say what it is about'),
    words: reason('Say it as they said it', 4_000),
    way: choice(valuesOf(waysOfSaying), 'Say how they told us'),
    happened: day,
  }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, happened: past(typed, 'happened', today) }),
);

const steps = ['reviewed', 'done', 'not_wanted'] as const;

export const stepForm = formGiven(
  z.object({
    step: choice(steps, 'Say what became of it'),
    adviser: line(200),
    deed: optionalChoice(valuesOf(deeds), ''),
    words: words(4_000),
    happened: day,
  }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, happened: past(typed, 'happened', today) }),
  (typed) => missing(typed),
);

function missing(typed: Typed): FieldErrors {
  const step = kept(typed, 'step');
  return {
    ...(step === 'reviewed' &&
      kept(typed, 'adviser').trim() === '' && { adviser: 'Say who looked at it, and of which organisation' }),
    ...(step === 'done' && kept(typed, 'deed') === '' && { deed: 'Say what was done' }),
    ...(step !== '' && !isReason(kept(typed, 'words')) && { words: saidTooLittle }),
  };
}

export const gainForm = formGiven(
  z
    .object({
      kind: choice(valuesOf(gainKinds), 'Say what it is'),
      once: optionalAmount,
      weekly: optionalAmount,
      known: choice(valuesOf(waysKnown), 'Say how we know'),
      adviser: line(200).refine((text) => text !== '', 'Say who advised, and of which organisation'),
      words: words(2_000),
      happened: day,
    })
    .refine(({ once, weekly }) => (once ?? 0) + (weekly ?? 0) > 0, {
      path: ['once'],
      message: 'Enter what came once, what comes each week, or both',
    }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, happened: past(typed, 'happened', today) }),
);

export const correctionForm = z.object({ reason: reason('Say what was wrong', 2_000) });
