import { allowed, refused, type Verdict } from '#rules/facts.ts';
import type { Choice } from '#rules/words.ts';
import { financialYear, yearInWords } from './ledger.ts';

/** What becomes of money that was promised to somebody and not yet ordered when a year ends. */
export const promisedChoices = [
  { value: 'carried', label: 'It is kept for them, in the new year', hint: 'Nobody loses what was approved' },
  {
    value: 'released',
    label: 'It is set free',
    hint: 'What was approved stays approved: a manager is told and finds the money elsewhere',
  },
] as const satisfies readonly Choice[];
export type Promised = (typeof promisedChoices)[number]['value'];

/** What becomes of what nobody asked for. */
export const restChoices = [
  { value: 'returned', label: 'It goes back to the landlord' },
  { value: 'carried', label: 'It is carried into the new year' },
] as const satisfies readonly Choice[];
export type Rest = (typeof restChoices)[number]['value'];

interface YearsOf {
  /** The years that have a budget. */
  readonly given: readonly number[];
  readonly ended: readonly number[];
}

/** The earliest year that is over and was not ended yet; null: there is none. */
export function yearToEnd({ given, ended }: YearsOf, today: Temporal.PlainDate): number | null {
  const over = given.filter((year) => year < financialYear(today) && !ended.includes(year));
  return over.length > 0 ? Math.min(...over) : null;
}

/** Into this year or the next; what is over takes no more. */
export function mayTopUp(
  {
    endedAt,
    endedYears,
  }: { readonly endedAt: Temporal.Instant | null; readonly endedYears: readonly number[] },
  year: number,
  today: Temporal.PlainDate,
): Verdict {
  if (endedAt) return refused('This fund has ended. Open another one.', 'records');
  if (endedYears.includes(year)) return refused(`The year ${yearInWords(year)} was ended.`, 'records');
  const now = financialYear(today);
  return year === now || year === now + 1
    ? allowed
    : refused('Money goes into this financial year or the next one.', 'records');
}
