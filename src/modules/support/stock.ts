import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';
import { offeredToday } from './kinds.ts';

/** What is lent out of stock. */
export const lentKinds = offeredToday.filter(({ by }) => by === 'stock');

export function isLent(kind: string): boolean {
  return lentKinds.some(({ value }) => value === kind);
}

export const stockSteps = [
  'added',
  'checked',
  'faulty',
  'issued',
  'returned',
  'lost',
  'found',
  'regained',
  'retired',
] as const;
export type StockStepName = (typeof stockSteps)[number];

/** Where an item stands, in the order in which somebody has something to do. */
export const stockStates = [
  { value: 'lost', label: 'Lost' },
  { value: 'to_check', label: 'To be checked' },
  { value: 'in_stock', label: 'In stock' },
  { value: 'issued', label: 'Issued' },
  { value: 'retired', label: 'Retired' },
] as const satisfies readonly Choice[];
export type StockState = (typeof stockStates)[number]['value'];

export interface StockQuery {
  readonly kind: string | null;
  readonly state: StockState | null;
  /** A part of the number. */
  readonly number: string;
  readonly page: number;
}

export const itemsPerPage = 50;
/** What a list, its count and its file go no further than. */
export const mostItems = 2_000;

export interface StockMove {
  readonly step: StockStepName;
  readonly struck: boolean;
}

/** By what happened to it, in the order in which it was written down. A check leaves it with whoever has it. */
export function stockStateOf(steps: readonly StockMove[]): StockState {
  let state: StockState = 'to_check';
  for (const { step, struck } of steps) if (!struck) state = becomes(state, step);
  return state;
}

function becomes(state: StockState, step: StockStepName): StockState {
  if (step === 'checked' || step === 'faulty')
    return state === 'issued' ? 'issued' : step === 'checked' ? 'in_stock' : 'to_check';
  if (step === 'added' || step === 'returned' || step === 'found') return 'to_check';
  // lost, and with them again: nobody took it back
  return step === 'regained' ? 'issued' : step;
}

const from: Readonly<Record<Exclude<StockStepName, 'added'>, readonly StockState[]>> = {
  checked: ['to_check', 'in_stock', 'issued'],
  faulty: ['to_check', 'in_stock', 'issued'],
  issued: ['in_stock'],
  returned: ['issued'],
  lost: ['to_check', 'in_stock', 'issued'],
  found: ['lost'],
  regained: ['lost'],
  retired: ['to_check', 'in_stock', 'lost'],
};

const otherwise: Readonly<Record<StockState, string>> = {
  lost: 'It is lost: first somebody finds it.',
  to_check: 'First somebody checks that it works, is charged and has nothing on it of whoever had it before.',
  in_stock: 'It is in stock.',
  issued: 'It is with somebody: first it comes back.',
  retired: 'It is retired.',
};

/** May this happen to it next? */
export function mayMove(state: StockState, step: Exclude<StockStepName, 'added'>): Verdict {
  return from[step].includes(state) ? allowed : refused(otherwise[state], 'records');
}

/**
 * May it go to somebody? Only what was checked since it came back, and whose test is not overdue: what does not work
 * when it is needed is worse than none.
 */
export function mayIssue(
  state: StockState,
  testOn: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): Verdict {
  const verdict = mayMove(state, 'issued');
  if (!verdict.allowed) return verdict;
  if (testOn !== null && Temporal.PlainDate.compare(testOn, today) < 0)
    return refused('Its test is overdue: check it first.', 'records');
  return allowed;
}

/** What a check asks: each is answered, and where one is a no nobody else has it. */
export const checked = [
  { value: 'works', label: 'It works' },
  { value: 'charged', label: 'It is charged, or has a fresh battery' },
  { value: 'emptied', label: 'It is empty of everything of whoever had it before' },
] as const satisfies readonly Choice[];

/** Whether whoever they fear has it, as they say. Whatever it is, that it is gone is no fault of theirs. */
export const fearedAnswers = [
  { value: 'yes', label: 'Yes' },
  { value: 'maybe', label: 'It may be' },
  { value: 'no', label: 'No' },
  { value: 'not_known', label: 'They do not know' },
  { value: 'not_asked', label: 'Not asked yet', hint: 'Somebody owes it by the end of the next working day' },
] as const satisfies readonly Choice[];
export type Feared = (typeof fearedAnswers)[number]['value'];

/** A blank is no “no”: whatever is not a no shuts the way that led to it, and the risk is looked at again. */
export function mayBeWithThem(feared: Feared): boolean {
  return feared !== 'no';
}
