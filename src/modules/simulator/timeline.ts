import {
  atTheOffice,
  nextWorkingDay,
  thisOrNextWorkingDay,
  timeOn,
  type WorkingCalendar,
} from '#rules/calendar.ts';

/** Office hours laid end to end, so that a year of them adds and compares as plain minutes. */
export interface Timeline {
  /** Minutes of office hours from the beginning to this instant (milliseconds since 1970). */
  minuteOf(at: number): number;
  /** The instant at which so many minutes of office hours have passed; a close counts before the next opening. */
  instantAt(minute: number): number;
  /** All minutes from the beginning to the end. */
  readonly length: number;
}

interface Day {
  readonly opens: number;
  readonly closes: number;
  /** Minutes of office hours before this day. */
  readonly before: number;
}

/** @param from the day on which it begins @param to the day on which it ends, both included */
export function timelineOf(
  from: Temporal.Instant,
  to: Temporal.Instant,
  calendar: WorkingCalendar,
): Timeline {
  const days = daysBetween(from, to, calendar);
  const last = days.at(-1);
  const length = last ? last.before + minutesOf(last) : 0;
  return {
    length,
    minuteOf(at) {
      const day = lastThat(days, ({ opens }) => opens <= at);
      return day ? day.before + (Math.min(at, day.closes) - day.opens) / 60_000 : 0;
    },
    instantAt(minute) {
      const day = lastThat(days, ({ before }) => before < minute) ?? days[0];
      if (!day) return from.epochMilliseconds;
      return day.opens + Math.min(minute - day.before, minutesOf(day)) * 60_000;
    },
  };
}

function daysBetween(
  from: Temporal.Instant,
  to: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly Day[] {
  const end = atTheOffice(to, calendar).toPlainDate();
  const days: Day[] = [];
  let before = 0;
  let date = thisOrNextWorkingDay(atTheOffice(from, calendar).toPlainDate(), calendar);
  while (Temporal.PlainDate.compare(date, end) <= 0) {
    const opens = timeOn(date, calendar.opens, calendar).epochMilliseconds;
    const closes = timeOn(date, calendar.closes, calendar).epochMilliseconds;
    const day = { opens, closes, before };
    days.push(day);
    before += minutesOf(day);
    date = nextWorkingDay(date, calendar);
  }
  return days;
}

function minutesOf({ opens, closes }: Pick<Day, 'opens' | 'closes'>): number {
  return (closes - opens) / 60_000;
}

/** By halving: the days are in order. */
function lastThat(days: readonly Day[], holds: (day: Day) => boolean): Day | undefined {
  let [low, high] = [0, days.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(days[middle] as Day)) low = middle + 1;
    else high = middle;
  }
  return days[low - 1];
}
