import { z } from 'zod';
import { choice, formGiven, line, offered, onList, words } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { amount } from '#kit/typed-money.ts';
import { valuesOf } from '#rules/words.ts';
import { promisedChoices, restChoices } from '../fund.ts';

const someMoney = amount.refine((pence) => pence > 0, 'Enter an amount above nought');

export const fundForm = z.object({
  name: line(100).refine((text) => text !== '', 'Give it a name by which everybody knows it'),
  about: words(500),
  amount: someMoney,
});

/** @param years into which money may go */
export const budgetForm = formGiven(
  z.object({
    amount: someMoney,
    year: offered<string>('Say for which year'),
    words: reason('Say where it comes from, so that whoever looks at it later understands it', 1_000),
  }),
  (typed, years: readonly number[]) => ({ ...typed, year: onList(years.map(String), typed, 'year') }),
);

export const yearEndForm = z.object({
  promised: choice(valuesOf(promisedChoices), 'Say what becomes of what was approved and not yet ordered'),
  rest: choice(valuesOf(restChoices), 'Say what becomes of what is left'),
  words: reason('Say why, so that whoever looks at it later understands it', 1_000),
});

export const endingForm = z.object({
  words: reason('Say why it ends, so that whoever looks at it later understands it', 1_000),
});

/** One act: it takes what the fund has now. */
export const coverForm = z.object({});
