import type { Agreement, WeeklyWindow } from './agreement.ts';
import { atTheOffice, type WorkingCalendar, workingDay } from './calendar.ts';

/** Shorter than this, a safe time is not worth beginning in. */
export const minutesAtLeast = 10;

/** In milliseconds since 1970, which compare many times faster than instants; the end is no longer part of it. */
export interface Slot {
  readonly from: number;
  readonly to: number;
}

export function longEnough({ from, to }: Slot): boolean {
  return to - from >= minutesAtLeast * 60_000;
}

type Hours = Pick<Agreement, 'windows' | 'never'>;

/**
 * Whether what reaches somebody by itself may do so at this moment: within hours that they named, or in office hours
 * where they named none. It is the rule by which the earliest safe moment is found.
 */
export function inSafeHours(hours: Hours, at: Temporal.Instant, calendar: WorkingCalendar): boolean {
  const ms = at.epochMilliseconds;
  return safeOn(atTheOffice(at, calendar).toPlainDate(), hours, calendar, hours.windows.length > 0)
    .filter(longEnough)
    .some(({ from, to }) => from <= ms && ms < to);
}

/** The safe times of one day. @param anyHour not in office hours alone, where they named hours themselves */
export function safeOn(
  date: Temporal.PlainDate,
  { windows, never }: Hours,
  calendar: WorkingCalendar,
  anyHour: boolean,
): readonly Slot[] {
  // Nobody is rung at night or on a Sunday because they named no times.
  if (anyHour ? windows.length === 0 : !workingDay(date, calendar)) return [];
  const { dayOfWeek } = date;
  if (windows.length > 0 && !windows.some(({ days }) => days.includes(dayOfWeek))) return [];
  const day = dayOf(date, calendar);
  const { opens, closes } = calendar.rules;
  const open = within(day, anyHour ? '00:00' : opens, anyHour ? '23:59' : closes);
  const agreed =
    windows.length === 0
      ? [open]
      : on(dayOfWeek, windows).flatMap((each) => common(within(day, each.from, each.to), open));
  return on(dayOfWeek, never).reduce<readonly Slot[]>((left, each) => {
    const shut = around(day, each);
    return left.flatMap((slot) => without(slot, shut));
  }, agreed);
}

function on(weekday: number, windows: readonly WeeklyWindow[]): readonly WeeklyWindow[] {
  return windows.filter(({ days }) => days.includes(weekday));
}

/** A day at the office, and when it begins. */
interface Day {
  readonly date: Temporal.PlainDate;
  readonly begins: number;
  readonly timeZone: string;
  /** The clocks change on it, so that a time of day is no sum of hours since midnight. */
  readonly changes: boolean;
}

function dayOf(date: Temporal.PlainDate, { rules: { timeZone } }: WorkingCalendar): Day {
  const midnight = date.toZonedDateTime(timeZone);
  return { date, timeZone, begins: midnight.epochMilliseconds, changes: midnight.hoursInDay !== 24 };
}

/** Where the clocks change, a time that is there twice or not at all makes a safe window shorter, never longer. */
function within(day: Day, from: string, to: string): Slot {
  return { from: wall(day, from, 'later'), to: wall(day, to, 'earlier') };
}

/** A window never to be used: widened where a clock changes, its last minute included. */
function around(day: Day, window: WeeklyWindow): Slot {
  return { from: wall(day, window.from, 'earlier'), to: wall(day, window.to, 'later') + 60_000 };
}

/** @param time `14:30` */
function wall(
  { date, begins, timeZone, changes }: Day,
  time: string,
  disambiguation: 'earlier' | 'later',
): number {
  const [hour, minute] = [Number(time.slice(0, 2)), Number(time.slice(3))];
  if (!changes) return begins + (hour * 60 + minute) * 60_000;
  const local = date.toPlainDateTime({ hour, minute });
  return local.toZonedDateTime(timeZone, { disambiguation }).epochMilliseconds;
}

export function common(one: Slot, other: Slot): readonly Slot[] {
  const from = Math.max(one.from, other.from);
  const to = Math.min(one.to, other.to);
  return from < to ? [{ from, to }] : [];
}

function without(slot: Slot, shut: Slot): readonly Slot[] {
  return [
    ...common(slot, { from: slot.from, to: shut.from }),
    ...common(slot, { from: shut.to, to: slot.to }),
  ];
}
