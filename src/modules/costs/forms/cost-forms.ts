import { z } from 'zod';
import {
  choice,
  type FieldErrors,
  formGiven,
  kept,
  known as knownBefore,
  line,
  offered,
  onList,
  type Typed,
} from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import { day, typedDay } from '#kit/typed-day.ts';
import { amount } from '#kit/typed-money.ts';
import { valuesOf } from '#rules/words.ts';
import { type AvoidedKind, avoidedKinds, type Fact, mayCount, type OnRecord, showsOf } from '../avoided.ts';
import { costKinds, quartersTyped, stages, waysKnown, workKinds } from '../kinds.ts';

const past = (typed: Typed, field: string, today: Temporal.PlainDate) =>
  typedDay(typed, field, {
    ...{ notAfter: today, tooLate: 'This day is still to come', missing: 'Enter the day' },
    ...{ notBefore: today.subtract({ years: 2 }), tooEarly: 'This is more than two years ago' },
  });

const someMoney = amount.refine((pence) => pence > 0, 'Enter an amount above nought');

/** For no move. */
export const noMove = 'none';

/** @param moves of this case */
export const costForm = formGiven(
  z.object({
    kind: choice(valuesOf(costKinds), 'Say what it is for'),
    move: offered<string>('Say which move it is for, or that it is for none'),
    stage: choice(valuesOf(stages), 'Say whether it was quoted or billed'),
    amount: someMoney,
    known: choice(valuesOf(waysKnown), 'Say how we know'),
    fell: day,
    words: reason('Say from whom it is, and what for', 1_000),
  }),
  (typed, today: Temporal.PlainDate, moves: readonly string[]) => ({
    ...typed,
    move: moves.length === 0 ? noMove : onList([noMove, ...moves], typed, 'move'),
    fell: past(typed, 'fell', today),
  }),
  (typed): FieldErrors =>
    kept(typed, 'stage') === 'billed' && kept(typed, 'known') === 'quote'
      ? { known: 'A quote shows what was quoted. Say how we know what was billed' }
      : {},
);

const quarters = z.preprocess(
  (value) => quartersTyped(String(value ?? '')),
  z.custom<number>((value) => typeof value === 'number', 'Enter hours in quarters, such as 0.25, 1 or 1.5'),
);

export const timeForm = formGiven(
  z.object({ kind: choice(valuesOf(workKinds), 'Say what it was'), hours: quarters, worked: day }),
  (typed, today: Temporal.PlainDate) => ({ ...typed, worked: past(typed, 'worked', today) }),
);

/** @param funds that are open */
export const fundForm = formGiven(
  z.object({ fund: offered<string>('Choose a fund') }),
  (typed, funds: readonly string[]) => ({ ...typed, fund: onList(funds, typed, 'fund') }),
);

interface Showing {
  readonly facts: readonly Fact[];
  readonly known: OnRecord;
}

export const avoidedForm = formGiven(
  z.object({
    kind: choice(valuesOf(avoidedKinds), 'Say what was avoided'),
    fact: offered<string>('Choose what shows it'),
    saidBy: line(200).refine((text) => text !== '', 'Say who says so, with a name and a post'),
    words: reason('Say why it would have come to it', 2_000),
    _showing: knownBefore<Showing>(),
  }),
  (typed, showing: Showing) => ({
    ...typed,
    fact: onList(
      showing.facts.map(({ id }) => id),
      typed,
      'fact',
    ),
    _showing: showing,
  }),
  (typed, { facts, known }) => ofTheFact(typed, facts, known),
);

function ofTheFact(typed: Typed, facts: readonly Fact[], known: OnRecord): FieldErrors {
  const fact = facts.find(({ id }) => id === kept(typed, 'fact'));
  const kind = kept(typed, 'kind') as AvoidedKind;
  if (!fact || !avoidedKinds.some(({ value }) => value === kind)) return {};
  if (!showsOf(fact).includes(kind))
    return { fact: 'This does not show it. Choose what does, or count nothing' };
  const verdict = mayCount(kind, fact.day, known);
  return verdict.allowed ? {} : { kind: verdict.reason };
}

export const correctionForm = z.object({ reason: reason('Say what was wrong', 2_000) });
