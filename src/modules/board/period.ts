import { dateInWords } from '#rules/moment.ts';

/** Whole days at the office, both ends included. */
export interface Days {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
}

export const periodKeys = ['month', '30', '90', '365', 'custom'] as const;
export type PeriodKey = (typeof periodKeys)[number];

/** The days that the board counts, and as many before them to compare with; null: nothing is comparable with them. */
export interface Period extends Days {
  readonly key: PeriodKey;
  readonly label: string;
  readonly previous: Days | null;
}

/** What stands in the address: `?period=custom&from=2026-01-01&to=2026-01-31`. */
export interface PeriodAsked {
  readonly period?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export type PeriodChoice =
  | { readonly ok: true; readonly period: Period }
  /** What is wrong with the dates typed, and the period shown in their stead. */
  | { readonly ok: false; readonly period: Period; readonly errors: { from?: string; to?: string } };

/**
 * The period that was asked for; this month where none was.
 * @param wholeMonths whoever may not see cases chooses whole months: by moving a day at a time one could find out on
 *   which day something happened
 */
export function choosePeriod(
  asked: PeriodAsked,
  today: Temporal.PlainDate,
  wholeMonths: boolean,
): PeriodChoice {
  if (asked.period === 'custom') return custom(asked, today, wholeMonths);
  const { period } = asked;
  if (period === '30' || period === '90' || period === '365')
    return { ok: true, period: wholeMonths ? lastMonths(period, today) : lastDays(period, today) };
  return { ok: true, period: thisMonth(today, wholeMonths) };
}

/** Months that are over, for whoever counts whole ones: as many as those days are about. */
export const monthsFor = { '30': 1, '90': 3, '365': 12 } as const;

function lastMonths(key: keyof typeof monthsFor, today: Temporal.PlainDate): Period {
  const to = today.with({ day: 1 }).subtract({ days: 1 });
  const months = monthsFor[key];
  const from = to.with({ day: 1 }).subtract({ months: months - 1 });
  const label = months === 1 ? 'last month' : `the last ${months} months`;
  return { key, label, from, to, previous: monthsBefore({ from, to }, today) };
}

/** As many whole months before; none while the last of them runs, which is never compared with a whole one. */
function monthsBefore({ from, to }: Days, today: Temporal.PlainDate): Days | null {
  if (Temporal.PlainDate.compare(to, today.with({ day: 1 })) >= 0) return null;
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  return { from: from.subtract({ months }), to: from.subtract({ days: 1 }) };
}

/** Against the same days of the month before; of whole months against none, for this one runs. */
function thisMonth(today: Temporal.PlainDate, wholeMonths: boolean): Period {
  const from = today.with({ day: 1 });
  if (wholeMonths) {
    return { key: 'month', label: 'this month, until yesterday', from, to: today, previous: null };
  }
  const before = from.subtract({ months: 1 });
  const to = before.add({ days: Math.min(today.day, before.daysInMonth) - 1 });
  return { key: 'month', label: 'this month', from, to: today, previous: { from: before, to } };
}

function lastDays(key: '30' | '90' | '365', today: Temporal.PlainDate): Period {
  const from = today.subtract({ days: Number(key) - 1 });
  return { key, label: `the last ${key} days`, from, to: today, previous: justBefore({ from, to: today }) };
}

function justBefore({ from, to }: Days): Days {
  return { from: from.subtract({ days: from.until(to).days + 1 }), to: from.subtract({ days: 1 }) };
}

function custom(asked: PeriodAsked, today: Temporal.PlainDate, wholeMonths: boolean): PeriodChoice {
  const from = dateOf(asked.from);
  const to = dateOf(asked.to);
  const errors = {
    ...(from === null && { from: 'Enter the first day' }),
    ...(to === null && { to: 'Enter the last day' }),
    ...(from &&
      to &&
      Temporal.PlainDate.compare(from, to) > 0 && { to: 'The last day must not be before the first' }),
    ...(from &&
      Temporal.PlainDate.compare(from, today) > 0 && { from: 'The first day must not be in the future' }),
    ...(from &&
      from.until(today).days > longest && { from: 'The first day must be within the last ten years' }),
  };
  if (from === null || to === null || 'from' in errors || 'to' in errors)
    return { ok: false, period: thisMonth(today, wholeMonths), errors };
  const days = wholeMonths ? months(from, to) : { from, to };
  const until = Temporal.PlainDate.compare(days.to, today) > 0 ? today : days.to;
  const kept = { from: days.from, to: until };
  const label = `${dateInWords(kept.from)} to ${dateInWords(kept.to)}`;
  const previous = wholeMonths ? monthsBefore(kept, today) : justBefore(kept);
  return { ok: true, period: { key: 'custom', label, ...kept, previous } };
}

const longest = 3_653;

function months(from: Temporal.PlainDate, to: Temporal.PlainDate): Days {
  return { from: from.with({ day: 1 }), to: to.with({ day: to.daysInMonth }) };
}

function dateOf(text: string | undefined): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text ?? '')) return null;
  try {
    return Temporal.PlainDate.from(text as string);
  } catch {
    return null;
  }
}

/** What it is compared with, in words. */
export function against({ previous }: Period): string {
  return previous === null
    ? 'compared with nothing while the month runs'
    : `against ${dateInWords(previous.from)} to ${dateInWords(previous.to)}`;
}

/** The period as it stands in an address. */
export function periodQuery({ key, from, to }: Period): string {
  return key === 'custom' ? `?period=custom&from=${from}&to=${to}` : `?period=${key}`;
}
