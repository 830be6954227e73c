import type { CalendarRules } from './pack.ts';

/** A landlord's office hours and the days on which its office is closed. Made once for a pack, then passed about. */
export interface WorkingCalendar {
  readonly rules: CalendarRules;
  readonly opens: Temporal.PlainTime;
  readonly closes: Temporal.PlainTime;
  /** ISO dates: bank holidays of the office's division, closures of the policy, and what the landlord agreed to. */
  readonly closed: ReadonlySet<string>;
  /** The days that the landlord itself agreed to close, in whatever order. */
  readonly agreed: readonly AgreedDay[];
}

/** A day on which the office is closed because two people at the landlord agreed so. */
export interface AgreedDay {
  /** ISO date. */
  readonly day: string;
  /** Since when that was known, in milliseconds since 1970. */
  readonly since: number;
}

/** A bank holiday as GOV.UK publishes it, so far as a clock needs it. */
export interface BankHoliday {
  /** ISO date. */
  readonly date: string;
  readonly title: string;
}

/**
 * @param bankHolidays those of the division that the rules name
 * @param agreed the landlord's own closures
 */
export function workingCalendar(
  rules: CalendarRules,
  bankHolidays: readonly BankHoliday[],
  agreed: readonly AgreedDay[] = [],
): WorkingCalendar {
  const known = [...bankHolidays.map((holiday) => holiday.date), ...rules.closures];
  return {
    rules,
    opens: Temporal.PlainTime.from(rules.opens),
    closes: Temporal.PlainTime.from(rules.closes),
    closed: new Set([...known, ...agreed.map(({ day }) => day)]),
    agreed: agreed.filter(({ day }) => !known.includes(day)),
  };
}

/**
 * The calendar as it was known at a moment: a closure that was agreed only later moves nothing that had begun by then,
 * so that nobody makes a promise later by closing the office.
 */
export function asKnownAt(at: Temporal.Instant, calendar: WorkingCalendar): WorkingCalendar {
  const later = calendar.agreed.filter(({ since }) => since > at.epochMilliseconds);
  if (later.length === 0) return calendar;
  const unknown = new Set(later.map(({ day }) => day));
  return {
    ...calendar,
    closed: new Set([...calendar.closed].filter((day) => !unknown.has(day))),
    agreed: calendar.agreed.filter((each) => !later.includes(each)),
  };
}

/** Would the office work on this day, had the landlord not agreed to close it? */
export function officeDay(date: Temporal.PlainDate, { rules, closed, agreed }: WorkingCalendar): boolean {
  const day = date.toString();
  return (
    rules.workingDays.includes(date.dayOfWeek) &&
    (!closed.has(day) || agreed.some((each) => each.day === day))
  );
}

/** Every day from the first to the last, both included. */
export function daysFrom(first: Temporal.PlainDate, last: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  return Array.from({ length: Math.max(0, first.until(last).days + 1) }, (_, after) =>
    first.add({ days: after }),
  );
}

export function workingDay(date: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  return calendar.rules.workingDays.includes(date.dayOfWeek) && !calendar.closed.has(date.toString());
}

/** The first working day after this one. */
export function nextWorkingDay(date: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.PlainDate {
  return thisOrNextWorkingDay(date.add({ days: 1 }), calendar);
}

/** This day, where the office works on it, and else the first one after it. */
export function thisOrNextWorkingDay(
  date: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  let day = date;
  while (!workingDay(day, calendar)) day = day.add({ days: 1 });
  return day;
}

/** This day, where the office works on it, and else the last one before it: what must not wait is done earlier. */
export function thisOrLastWorkingDay(
  date: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  let day = date;
  while (!workingDay(day, calendar)) day = day.subtract({ days: 1 });
  return day;
}

/** An instant on the clock of the office's wall. */
export function atTheOffice(instant: Temporal.Instant, calendar: WorkingCalendar): Temporal.ZonedDateTime {
  return instant.toZonedDateTimeISO(calendar.rules.timeZone);
}

/** The day that it is at the office. */
export function today({
  now,
  calendar,
}: {
  readonly now: Temporal.Instant;
  readonly calendar: WorkingCalendar;
}): Temporal.PlainDate {
  return atTheOffice(now, calendar).toPlainDate();
}

/** @param time of day at the office; its clock may have moved since yesterday. */
export function timeOn(
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  calendar: WorkingCalendar,
): Temporal.Instant {
  return date.toZonedDateTime({ timeZone: calendar.rules.timeZone, plainTime: time }).toInstant();
}

/** When the office closes on a day on which it works. */
export function closesOn(day: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(hoursOn(day, calendar).closes);
}

/** Minutes of office hours from one instant to a later one, fractions kept; none if it is not later. */
export function workingMinutesBetween(
  from: Temporal.Instant,
  to: Temporal.Instant,
  calendar: WorkingCalendar,
): number {
  const start = from.epochMilliseconds;
  const end = to.epochMilliseconds;
  if (end <= start) return 0;
  const last = atTheOffice(to, calendar).toPlainDate();
  let minutes = 0;
  for (
    let day = thisOrNextWorkingDay(atTheOffice(from, calendar).toPlainDate(), calendar);
    Temporal.PlainDate.compare(day, last) <= 0;
    day = nextWorkingDay(day, calendar)
  ) {
    const hours = hoursOn(day, calendar);
    minutes += Math.max(0, Math.min(end, hours.closes) - Math.max(start, hours.opens)) / 60_000;
  }
  return minutes;
}

/** The instant by which so many minutes of office hours have passed; a close counts before the next opening. */
export function afterWorkingMinutes(
  from: Temporal.Instant,
  minutes: number,
  calendar: WorkingCalendar,
): Temporal.Instant {
  let left = Math.round(minutes * 60_000);
  let day = thisOrNextWorkingDay(atTheOffice(from, calendar).toPlainDate(), calendar);
  for (;;) {
    const hours = hoursOn(day, calendar);
    const begin = Math.max(from.epochMilliseconds, hours.opens);
    if (begin + left <= hours.closes) return Temporal.Instant.fromEpochMilliseconds(begin + left);
    left -= Math.max(0, hours.closes - begin);
    day = nextWorkingDay(day, calendar);
  }
}

interface Hours {
  readonly opens: number;
  readonly closes: number;
}

/** Of days that were asked about, by their ISO dates: a page with fifty deadlines asks about the same ten days. */
const hoursOf = new WeakMap<WorkingCalendar, Map<string, Hours>>();
const daysKept = 1_000;

/** In milliseconds since 1970, which compare and add many times faster than instants. */
function hoursOn(date: Temporal.PlainDate, calendar: WorkingCalendar): Hours {
  const kept = hoursOf.get(calendar) ?? new Map<string, Hours>();
  hoursOf.set(calendar, kept);
  const day = date.toString();
  const known = kept.get(day);
  if (known) return known;
  const hours = {
    opens: timeOn(date, calendar.opens, calendar).epochMilliseconds,
    closes: timeOn(date, calendar.closes, calendar).epochMilliseconds,
  };
  if (kept.size >= daysKept) kept.clear();
  kept.set(day, hours);
  return hours;
}
