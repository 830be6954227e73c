import { atTheOffice, timeOn, type WorkingCalendar, workingDay } from '#rules/calendar.ts';

/** The instant from which so many minutes of office hours have passed by then: the inverse of a deadline. */
export function beforeWorkingMinutes(
  at: Temporal.Instant,
  minutes: number,
  calendar: WorkingCalendar,
): Temporal.Instant {
  let left = minutes * 60_000;
  for (let day = atTheOffice(at, calendar).toPlainDate(); ; day = day.subtract({ days: 1 })) {
    if (!workingDay(day, calendar)) continue;
    const opens = timeOn(day, calendar.opens, calendar).epochMilliseconds;
    const closes = timeOn(day, calendar.closes, calendar).epochMilliseconds;
    const end = Math.min(closes, at.epochMilliseconds);
    if (end - left >= opens) return Temporal.Instant.fromEpochMilliseconds(end - left);
    left -= Math.max(0, end - opens);
  }
}

/** Is somebody at the office? */
export function officeIsOpen(at: Temporal.Instant, calendar: WorkingCalendar): boolean {
  const day = atTheOffice(at, calendar).toPlainDate();
  if (!workingDay(day, calendar)) return false;
  const opens = timeOn(day, calendar.opens, calendar);
  const closes = timeOn(day, calendar.closes, calendar);
  return Temporal.Instant.compare(opens, at) <= 0 && Temporal.Instant.compare(at, closes) < 0;
}

/** The last moment at which the office closed: since then, whatever comes in is due with today or the next day. */
export function lastClose(at: Temporal.Instant, calendar: WorkingCalendar): Temporal.Instant {
  for (let day = atTheOffice(at, calendar).toPlainDate(); ; day = day.subtract({ days: 1 })) {
    const closed = timeOn(day, calendar.closes, calendar);
    if (workingDay(day, calendar) && Temporal.Instant.compare(closed, at) <= 0) return closed;
  }
}

/** Whole seconds look like a clock; thousandths look like a machine. */
export function toTheMinute(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'minute', roundingMode: 'floor' });
}

/** The later of two. */
export function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}
