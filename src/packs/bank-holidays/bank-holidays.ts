import { z } from 'zod';
import { type AgreedDay, type BankHoliday, type WorkingCalendar, workingCalendar } from '#rules/calendar.ts';
import type { CalendarRules } from '#rules/pack.ts';
import { type Problem, problemsIn } from '../problems.ts';
import published from './gov-uk.json' with { type: 'json' };

/** The bank holidays of each division, earliest first. */
export type BankHolidays = Readonly<Record<CalendarRules['division'], readonly BankHoliday[]>>;

const events = z
  .object({ events: z.array(z.object({ title: z.string().min(1), date: z.iso.date() })).min(1) })
  .transform((division) => division.events.toSorted((one, other) => one.date.localeCompare(other.date)));

/** The shape of www.gov.uk/bank-holidays.json; what a clock does not need is left. */
const file: z.ZodType<BankHolidays> = z.object({
  'england-and-wales': events,
  scotland: events,
  'northern-ireland': events,
});

/** The snapshot that comes with Lintel: 2023 to the end of 2028, checked against GOV.UK in August 2026. */
export const bundledBankHolidays: BankHolidays = file.parse(published);

/** Reads a newer file from GOV.UK, or says what is wrong with it. */
export function parseBankHolidays(
  json: unknown,
):
  | { readonly ok: true; readonly holidays: BankHolidays }
  | { readonly ok: false; readonly problems: readonly Problem[] } {
  const read = file.safeParse(json);
  return read.success ? { ok: true, holidays: read.data } : { ok: false, problems: problemsIn(read.error) };
}

const stored: z.ZodType<BankHolidays> = z.record(
  z.enum(['england-and-wales', 'scotland', 'northern-ireland']),
  z.array(z.object({ title: z.string(), date: z.iso.date() })),
);

/** Reads back what an import kept. @throws where it is not what was kept */
export function parseStoredBankHolidays(json: unknown): BankHolidays {
  return stored.parse(json);
}

/** The calendar of a pack's office, with the bank holidays of its division and what the landlord itself agreed to. */
export function calendarOf(
  rules: CalendarRules,
  holidays: BankHolidays = bundledBankHolidays,
  agreed: readonly AgreedDay[] = [],
): WorkingCalendar {
  return workingCalendar(rules, holidays[rules.division], agreed);
}

/** Until when bank holidays are known, as an ISO date, and how many days are left of them. */
export interface RunOut {
  readonly lastKnown: string | null;
  readonly daysLeft: number;
}

/**
 * A warning when the known bank holidays end within 90 days, else null. After the last one a clock would take every
 * bank holiday for a working day: promises would fall due too early, and be called broken when they are not.
 */
export function bankHolidaysRunOut(
  holidays: readonly BankHoliday[],
  today: Temporal.PlainDate,
): RunOut | null {
  const lastKnown = holidays
    .map((holiday) => holiday.date)
    .toSorted()
    .at(-1);
  if (lastKnown === undefined) return { lastKnown: null, daysLeft: 0 };
  const daysLeft = Math.max(0, today.until(lastKnown).total('days'));
  return daysLeft < 90 ? { lastKnown, daysLeft } : null;
}
