import { z } from 'zod';
import { choice, formGiven, kept, known, offered, onList, optionalChoice, requiredLine } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import {
  type ChangeStep,
  type CheckItem,
  changeRoutes,
  itemAnswers,
  securities,
} from '#rules/tenancy-change.ts';
import { valuesOf } from '#rules/words.ts';

const past = (today: Temporal.PlainDate, missing: string) => ({
  missing,
  notBefore: today.subtract({ years: 1 }),
  tooEarly: 'That is more than a year ago',
  notAfter: today,
  tooLate: 'This must not be in the future',
});

export const changeForm = formGiven(
  z.object({
    route: choice(valuesOf(changeRoutes), 'Say which way they want to go'),
    asked: day,
    words: reason('Write what they want, as they said it', 4_000),
  }),
  (typed, today: Temporal.PlainDate) => ({
    ...typed,
    asked: typedDay(typed, 'asked', past(today, 'Enter the day on which they asked for it')),
  }),
);

/** One thing that has to be settled first. @param items those that its way needs */
export const itemForm = formGiven(
  z.object({
    item: offered<CheckItem>('Say what was settled'),
    answer: choice(valuesOf(itemAnswers), 'Say whether it is so, or that nobody knows yet'),
    who: requiredLine('Say who settled it'),
    settled: day,
    words: reason('Write from what that is known: the letter, the sum, the plan', 4_000),
  }),
  (typed, today: Temporal.PlainDate, items: readonly CheckItem[]) => ({
    ...typed,
    item: onList(items, typed, 'item'),
    settled: typedDay(typed, 'settled', past(today, 'Enter the day on which it was settled')),
  }),
);

/** What became of it. @param steps those that may come next */
export const stepForm = formGiven(
  z
    .object({
      step: offered<ChangeStep>('Say what became of it'),
      security: optionalChoice(valuesOf(securities), ''),
      words: reason('Write why, and what was decided or done', 4_000),
      isDone: known<boolean>(),
    })
    .transform(({ isDone, security, ...stepped }) => ({
      ...stepped,
      security: isDone && security !== '' ? security : null,
    })),
  (typed, steps: readonly ChangeStep[]) => ({
    ...typed,
    step: onList(steps, typed, 'step'),
    isDone: kept(typed, 'step') === 'done',
  }),
  (typed) =>
    kept(typed, 'step') === 'done' && kept(typed, 'security') === ''
      ? { security: 'Say how it stands beside the tenancy of before' }
      : {},
);
