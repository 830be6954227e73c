import { timeOn, type WorkingCalendar } from '#rules/calendar.ts';
import { dueAt } from '#rules/clock.ts';
import type { Days } from './period.ts';

/** What begins on a day is to be shown by the end of another: the one for what came in time that day, and for later. */
export interface LastDays {
  readonly day: Temporal.PlainDate;
  readonly inTime: Temporal.PlainDate;
  readonly after: Temporal.PlainDate;
}

/**
 * For every day on which something may have begun whose time ends within these days, the last day on which it can be
 * shown: so many working days after the one on which it counts as received, as the calendar was known then. In order.
 */
export function lastDays(
  { from, to }: Days,
  workingDays: number,
  calendar: WorkingCalendar,
): readonly LastDays[] {
  const of = (day: Temporal.PlainDate): LastDays => ({
    day,
    inTime: lastFor(day, midnight),
    after: lastFor(day, lastInTime(calendar)),
  });
  const lastFor = (day: Temporal.PlainDate, time: Temporal.PlainTime) =>
    dueAt({ workingDays }, timeOn(day, time, calendar), calendar)
      .toZonedDateTimeISO(calendar.rules.timeZone)
      .toPlainDate();
  const known: LastDays[] = [];
  for (let day = to; ; day = day.subtract({ days: 1 })) {
    const last = of(day);
    if (isBefore(day, from) && isBefore(last.after, from)) break;
    known.unshift(last);
  }
  return known;
}

/** The same for one commitment after another: many give as many working days, and each is reckoned once. */
export function lastDaysFor(
  days: Days,
  calendar: WorkingCalendar,
): (workingDays: number) => readonly LastDays[] {
  const reckoned = new Map<number, readonly LastDays[]>();
  return (workingDays) => {
    const known = reckoned.get(workingDays) ?? lastDays(days, workingDays, calendar);
    reckoned.set(workingDays, known);
    return known;
  };
}

const midnight = Temporal.PlainTime.from('00:00');

/** Until when what comes counts as received that same day. */
export function lastInTime({ rules, closes }: WorkingCalendar): Temporal.PlainTime {
  return rules.cutOff === null ? closes : Temporal.PlainTime.from(rules.cutOff);
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
