import { z } from 'zod';
import { choice, type FieldErrors, formGiven, kept } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { amount, penceTyped } from '#kit/typed-money.ts';
import { valuesOf } from '#rules/words.ts';
import { earliestDay, type Rate, type RateKind, rateKinds } from '../rates.ts';

const mostOfAnHour = 50_000;

export const rateForm = formGiven(
  z.object({
    kind: choice(valuesOf(rateKinds), 'Say what it is for'),
    amount: amount.refine((pence) => pence > 0, 'Enter an amount above nought'),
    begins: day,
    source: reason('Say where the figure comes from, so that somebody else can look it up', 1_000),
  }),
  (typed, rates: readonly Rate[], today: Temporal.PlainDate) => ({
    ...typed,
    begins: typedDay(typed, 'begins', {
      ...{ missing: 'Enter the day', notBefore: earliestDay(rates, kept(typed, 'kind') as RateKind, today) },
      tooEarly:
        'What was reckoned before stays as it is: choose today or later, or, for a first one, at most three years ago',
      ...{ notAfter: today.add({ years: 2 }), tooLate: 'Choose a day within two years' },
    }),
  }),
  (typed): FieldErrors =>
    kept(typed, 'kind') === 'hour' && (penceTyped(kept(typed, 'amount')) ?? 0) > mostOfAnHour
      ? { amount: 'An hour of work costs less than £500. What is this the price of?' }
      : {},
);
