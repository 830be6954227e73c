import {
  atTheOffice,
  nextWorkingDay,
  thisOrLastWorkingDay,
  timeOn,
  type WorkingCalendar,
  workingDay,
} from '#rules/calendar.ts';
import { outOfHours } from '#rules/clock.ts';
import type { Span } from './duty.ts';

/** How far ahead the page looks for hours in which nobody is on call. */
export const gapsAhead = 14;

/** The next time that the office is closed, from this moment on: the rest of it, where it is closed now. */
export function closedFrom(now: Temporal.Instant, calendar: WorkingCalendar): Span {
  const local = atTheOffice(now, calendar);
  const today = local.toPlainDate();
  const from = outOfHours(now, calendar) ? now : timeOn(today, calendar.closes, calendar);
  const early =
    workingDay(today, calendar) && Temporal.PlainTime.compare(local.toPlainTime(), calendar.opens) < 0;
  const opens = early ? today : nextWorkingDay(today, calendar);
  return { from, to: timeOn(opens, calendar.opens, calendar) };
}

/** When the office last closed, where it is closed now; null while it is open. */
export function closedSince(now: Temporal.Instant, calendar: WorkingCalendar): Temporal.Instant | null {
  if (!outOfHours(now, calendar)) return null;
  const local = atTheOffice(now, calendar);
  const over = Temporal.PlainTime.compare(local.toPlainTime(), calendar.closes) >= 0;
  const day = local.toPlainDate().subtract({ days: over ? 0 : 1 });
  return timeOn(thisOrLastWorkingDay(day, calendar), calendar.closes, calendar);
}

/** Where the office is closed within so many days and nobody is on call, in order. */
export function gapsOnCall(
  onCall: readonly Span[],
  now: Temporal.Instant,
  calendar: WorkingCalendar,
  days = gapsAhead,
): readonly Span[] {
  const until = now.add({ hours: days * 24 });
  const gaps: Span[] = [];
  let closed = closedFrom(now, calendar);
  while (before(closed.from, until)) {
    gaps.push(
      ...onCall.reduce<readonly Span[]>((left, duty) => left.flatMap((span) => less(span, duty)), [closed]),
    );
    closed = closedFrom(closed.to, calendar);
  }
  return gaps;
}

function less(span: Span, duty: Span): readonly Span[] {
  const ends = before(span.from, duty.from) ? { from: span.from, to: earlier(span.to, duty.from) } : null;
  const begins = before(duty.to, span.to) ? { from: later(span.from, duty.to), to: span.to } : null;
  if (!before(duty.from, span.to) || !before(span.from, duty.to)) return [span];
  return [ends, begins].filter((each) => each !== null);
}

function before(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

function earlier(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return before(one, other) ? one : other;
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return before(one, other) ? other : one;
}
