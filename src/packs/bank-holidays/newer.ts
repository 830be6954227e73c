import type { BankHoliday } from '#rules/calendar.ts';
import type { Problem } from '../problems.ts';
import type { BankHolidays } from './bank-holidays.ts';

type Division = keyof BankHolidays;
export const divisions = ['england-and-wales', 'scotland', 'northern-ireland'] as const satisfies Division[];

/** Every year of every division has at least these: whatever has fewer was cut short. */
const fewestInAYear = 8;

/**
 * What is wrong with a newer list that has the right shape. A list that is partly there would make promises fall due
 * too early, and be called broken when they are not.
 */
export function problemsOfNewer(newer: BankHolidays, known: BankHolidays): readonly Problem[] {
  return divisions.flatMap((division) => [
    ...unlikelyDays(division, newer[division]),
    ...shortYears(division, newer[division]),
    ...endsEarlier(division, newer[division], known[division]),
  ]);
}

/** A newer list where it has something to say, and what was known before its first and after its last day. */
export function withNewer(known: BankHolidays, newer: BankHolidays): BankHolidays {
  const merged = (division: Division) => {
    const [first, last] = span(newer[division]);
    const outside = known[division].filter(({ date }) => date < first || date > last);
    return [...outside, ...newer[division]].toSorted(inOrder);
  };
  return {
    'england-and-wales': merged('england-and-wales'),
    scotland: merged('scotland'),
    'northern-ireland': merged('northern-ireland'),
  };
}

/** What a list changes in one division. */
export interface Change {
  readonly division: Division;
  readonly until: string;
  readonly added: readonly BankHoliday[];
  readonly gone: readonly BankHoliday[];
}

export function changesBetween(known: BankHolidays, after: BankHolidays): readonly Change[] {
  return divisions.map((division) => ({
    division,
    until: span(after[division])[1],
    added: without(after[division], known[division]),
    gone: without(known[division], after[division]),
  }));
}

function unlikelyDays(division: Division, holidays: readonly BankHoliday[]): readonly Problem[] {
  return holidays.flatMap(({ date }, index) => {
    const path = `${division}, ${date}`;
    if (holidays.findIndex((other) => other.date === date) !== index)
      return [{ path, reason: 'stands there twice' }];
    return Temporal.PlainDate.from(date).dayOfWeek > 5
      ? [{ path, reason: 'is a Saturday or a Sunday, which no bank holiday is: its substitute day counts' }]
      : [];
  });
}

/** The first year may have begun before the list does. */
function shortYears(division: Division, holidays: readonly BankHoliday[]): readonly Problem[] {
  const counts = new Map<string, number>();
  for (const { date } of holidays) counts.set(date.slice(0, 4), (counts.get(date.slice(0, 4)) ?? 0) + 1);
  const [first, last] = span(holidays).map((date) => Number(date.slice(0, 4)));
  const years = Array.from({ length: (last ?? 0) - (first ?? 0) }, (_, index) =>
    String((first ?? 0) + index + 1),
  );
  return years
    .filter((year) => (counts.get(year) ?? 0) < fewestInAYear)
    .map((year) => ({
      path: `${division}, ${year}`,
      reason:
        `has ${counts.get(year) ?? 0} bank holidays, and no year has fewer than ${fewestInAYear}: ` +
        'the file may be cut short',
    }));
}

function endsEarlier(
  division: Division,
  newer: readonly BankHoliday[],
  known: readonly BankHoliday[],
): readonly Problem[] {
  const [[, ends], [, knownUntil]] = [span(newer), span(known)];
  if (ends >= knownUntil) return [];
  return [{ path: division, reason: `ends on ${ends}, and Lintel knows it until ${knownUntil} already` }];
}

/** The first and the last day; both '' of an empty list. */
function span(holidays: readonly BankHoliday[]): readonly [string, string] {
  const dates = holidays.map(({ date }) => date).toSorted();
  return [dates[0] ?? '', dates.at(-1) ?? ''];
}

function without(one: readonly BankHoliday[], other: readonly BankHoliday[]): readonly BankHoliday[] {
  const there = new Set(other.map(({ date }) => date));
  return one.filter(({ date }) => !there.has(date));
}

function inOrder(one: BankHoliday, other: BankHoliday): number {
  return one.date.localeCompare(other.date);
}
