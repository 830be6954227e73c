import { atTheOffice, timeOn, type WorkingCalendar, workingMinutesBetween } from './calendar.ts';
import { runsByDayAndNight } from './clock.ts';
import { closedSinceInWords, closedSinceOn } from './closed-since.ts';
import { dayOfWeekInWords, weekdayInWords, weekdayOf } from './moment.ts';
import type { DueRule } from './pack.ts';

/**
 * How long is left of a promise, for a page: "due today by 17:00", "2 working hours left", "due Monday by 17:00",
 * "overdue by 1 working day". Time left is rounded down, so that nobody is told of time that is not there. A deadline
 * on a day that has since become closed says so. What was promised for a moment is due at it, not by it; hours that run
 * by day and by night are no working hours.
 * @param rule by which it is due, where that is known
 */
export function remaining(
  now: Temporal.Instant,
  due: Temporal.Instant,
  calendar: WorkingCalendar,
  rule?: DueRule,
): string {
  const aroundTheClock = rule !== undefined && runsByDayAndNight(rule);
  if (Temporal.Instant.compare(now, due) > 0) return overdue(now, due, calendar, aroundTheClock);
  const local = atTheOffice(due, calendar);
  const here = hereAt(now, calendar);
  const today = here.date;
  if (closedSinceOn(local, calendar, rule)) return onAClosedDay(today, local);
  const days = today.until(local.toPlainDate()).days;
  const at = rule && 'agreedTime' in rule ? 'at' : 'by';
  if (days > 0) return `due ${dayFrom(today, local, days)} ${at} ${timeInWords(local)}`;
  // Due today, so that everything from now, or from opening time, until then is office time.
  const early = Temporal.PlainTime.compare(here.time, calendar.opens) < 0;
  const from = early && !aroundTheClock ? timeOn(today, calendar.opens, calendar) : now;
  const minutes = Math.floor((due.epochMilliseconds - from.epochMilliseconds) / 60_000);
  if (minutes > 120 || (at === 'at' && minutes >= 1)) return `due today ${at} ${timeInWords(local)}`;
  const hour = aroundTheClock ? 'hour' : 'working hour';
  if (minutes >= 60) return `${count(Math.floor(minutes / 60), hour)} left`;
  return minutes >= 1 ? `${count(minutes, 'minute')} left` : 'due now';
}

interface Here {
  readonly date: Temporal.PlainDate;
  readonly time: Temporal.PlainTime;
}

/** What a clock on the office's wall says now, by the moment: every row of a page asks about the same one. */
const known = new WeakMap<Temporal.Instant, { readonly calendar: WorkingCalendar; readonly here: Here }>();

function hereAt(now: Temporal.Instant, calendar: WorkingCalendar): Here {
  const before = known.get(now);
  if (before?.calendar === calendar) return before.here;
  const local = atTheOffice(now, calendar);
  const here = { date: local.toPlainDate(), time: local.toPlainTime() };
  known.set(now, { calendar, here });
  return here;
}

/** The whole date: nobody looks at such a day's work in the diary any more. */
function onAClosedDay(today: Temporal.PlainDate, local: Temporal.ZonedDateTime): string {
  return `due ${dateFrom(today, local)} by ${timeInWords(local)}, ${closedSinceInWords}`;
}

function overdue(
  now: Temporal.Instant,
  due: Temporal.Instant,
  calendar: WorkingCalendar,
  aroundTheClock: boolean,
): string {
  const today = hereAt(now, calendar).date;
  const local = atTheOffice(due, calendar);
  const days = local.toPlainDate().until(today).days;
  // A date says more than a large number, and spares counting the working days of years.
  if (days > 14) return `overdue since ${dateFrom(today, local)}`;
  const minutes = aroundTheClock && days < 2 ? 0 : workingMinutesBetween(due, now, calendar);
  const minutesADay = calendar.opens.until(calendar.closes).total('minutes');
  if (minutes >= minutesADay) return `overdue by ${count(Math.floor(minutes / minutesADay), 'working day')}`;
  if (minutes >= 60) return `overdue by ${count(Math.floor(minutes / 60), 'working hour')}`;
  const day = days === 0 ? 'today' : days === 1 ? 'yesterday' : `on ${weekdayOf(local)}`;
  return `overdue since ${timeInWords(local)} ${day}`;
}

function dayFrom(today: Temporal.PlainDate, local: Temporal.ZonedDateTime, days: number): string {
  if (days === 1) return 'tomorrow';
  return days < 7 ? weekdayOf(local) : dateFrom(today, local);
}

/** The year is said only where it is not this one. */
function dateFrom(today: Temporal.PlainDate, local: Temporal.ZonedDateTime): string {
  return local.year === today.year ? weekdayInWords(local) : dayOfWeekInWords(local);
}

function timeInWords(local: Temporal.ZonedDateTime): string {
  return local.toPlainTime().toString({ smallestUnit: 'minute' });
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
