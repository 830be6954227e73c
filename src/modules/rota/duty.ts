import { atTheOffice, timeOn, type WorkingCalendar } from '#rules/calendar.ts';

/** From an instant until just before another one; never empty. */
export interface Span {
  readonly from: Temporal.Instant;
  readonly to: Temporal.Instant;
}

/** Hours of one day, in minutes after midnight on the office's clock; the second is the later one. */
export interface DayHours {
  readonly starts: number;
  readonly ends: number;
}

/** A week as it is worked, Monday first; null on a day that is not. */
export type DutyWeek = readonly (DayHours | null)[];

/** Away from one instant until another one; null: until somebody says otherwise. */
export interface Away {
  readonly from: Temporal.Instant;
  readonly until: Temporal.Instant | null;
}

/** The week of whoever has said nothing else: the office's own hours. */
export function officeWeek({ rules, opens, closes }: WorkingCalendar): DutyWeek {
  const hours = { starts: minuteOf(opens), ends: minuteOf(closes) };
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => (rules.workingDays.includes(weekday) ? hours : null));
}

/**
 * When somebody is on duty between two instants: their week, less the days on which the office is closed (bank holidays
 * and closures; a weekend that is worked is no closure) and less what they are away. In order, none touching another.
 * Reckoned on the office's clock, so that nine o'clock is nine o'clock on both sides of a change of the clocks.
 */
export function dutySpansOf(
  { week, absences }: { readonly week: DutyWeek; readonly absences: readonly Away[] },
  { from, to }: Span,
  calendar: WorkingCalendar,
): readonly Span[] {
  if (!before(from, to)) return [];
  return daysBetween({ from, to }, calendar)
    .flatMap((day) => hoursOn(day, week, calendar))
    .flatMap((span) => within(span, { from, to }))
    .flatMap((span) => absences.reduce<readonly Span[]>((left, away) => without(left, away), [span]));
}

/** Is somebody away at this moment? */
export function isAway(absences: readonly Away[], at: Temporal.Instant): boolean {
  return absences.some(({ from, until }) => !before(at, from) && (until === null || before(at, until)));
}

function daysBetween({ from, to }: Span, calendar: WorkingCalendar): readonly Temporal.PlainDate[] {
  const last = atTheOffice(to, calendar).toPlainDate();
  const days: Temporal.PlainDate[] = [];
  for (
    let day = atTheOffice(from, calendar).toPlainDate();
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  )
    days.push(day);
  return days;
}

function hoursOn(day: Temporal.PlainDate, week: DutyWeek, calendar: WorkingCalendar): readonly Span[] {
  const hours = week[day.dayOfWeek - 1];
  if (!hours || calendar.closed.has(day.toString())) return [];
  const span = {
    from: timeOn(day, timeOfDay(hours.starts), calendar),
    to: timeOn(day, timeOfDay(hours.ends), calendar),
  };
  return before(span.from, span.to) ? [span] : [];
}

function within(span: Span, bounds: Span): readonly Span[] {
  const from = before(span.from, bounds.from) ? bounds.from : span.from;
  const to = before(bounds.to, span.to) ? bounds.to : span.to;
  return before(from, to) ? [{ from, to }] : [];
}

function without(spans: readonly Span[], { from, until }: Away): readonly Span[] {
  return spans.flatMap((span) => [
    ...within(span, { from: span.from, to: from }),
    ...(until === null ? [] : within(span, { from: until, to: span.to })),
  ]);
}

function before(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

export function minuteOf({ hour, minute }: { readonly hour: number; readonly minute: number }): number {
  return hour * 60 + minute;
}

export function timeOfDay(minute: number): Temporal.PlainTime {
  return Temporal.PlainTime.from({ hour: Math.floor(minute / 60), minute: minute % 60 });
}
