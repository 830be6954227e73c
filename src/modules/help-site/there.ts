import {
  atTheOffice,
  daysFrom,
  nextWorkingDay,
  thisOrNextWorkingDay,
  timeOn,
  type WorkingCalendar,
  workingDay,
} from '#rules/calendar.ts';
import { outOfHours } from '#rules/clock.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';

/** So many days ahead somebody is told that nobody will be there for longer than over a night or a weekend. */
const daysAhead = 7;

/** When somebody reads what is told, as the public is told: never why nobody does. */
export interface There {
  /** Until when somebody is there today; null: nobody is there now. */
  readonly until: string | null;
  /** When somebody is there again: now, or after that. */
  readonly again: string;
  /** Days soon, or now, on which nobody is there although it is a working day elsewhere. */
  readonly away: { readonly from: string; readonly to: string; readonly again: string } | null;
}

/** Is somebody there now, when again, and are there days near on which nobody is? In the words of a page. */
export function whoIsThere(now: Temporal.Instant, calendar: WorkingCalendar): There {
  const local = atTheOffice(now, calendar);
  const date = local.toPlainDate();
  const open = !outOfHours(now, calendar);
  const beforeOpening =
    workingDay(date, calendar) && Temporal.PlainTime.compare(local.toPlainTime(), calendar.opens) < 0;
  const again = beforeOpening ? date : nextWorkingDay(date, calendar);
  return {
    until: open ? clock(calendar.closes) : null,
    again: openingOn(again, calendar),
    away: daysAway(date, calendar),
  };
}

/** The first days, from today on, on which the office is closed and is not by its week alone. */
function daysAway(today: Temporal.PlainDate, calendar: WorkingCalendar): There['away'] {
  const days = daysFrom(today, today.add({ days: daysAhead }));
  const closed = days.find((day) => closedThoughOfTheWeek(day, calendar));
  if (!closed) return null;
  const again = thisOrNextWorkingDay(closed, calendar);
  return {
    from: dayOfWeekInWords(firstAway(closed, today, calendar)),
    to: dayOfWeekInWords(again.subtract({ days: 1 })),
    again: openingOn(again, calendar),
  };
}

function closedThoughOfTheWeek(day: Temporal.PlainDate, calendar: WorkingCalendar): boolean {
  return calendar.rules.workingDays.includes(day.dayOfWeek) && !workingDay(day, calendar);
}

/** A weekend before a closed Monday is part of the time for which nobody is there. */
function firstAway(
  closed: Temporal.PlainDate,
  today: Temporal.PlainDate,
  calendar: WorkingCalendar,
): Temporal.PlainDate {
  let first = closed;
  for (
    let before = first.subtract({ days: 1 });
    Temporal.PlainDate.compare(before, today) >= 0 && !workingDay(before, calendar);
    before = before.subtract({ days: 1 })
  )
    first = before;
  return first;
}

function openingOn(day: Temporal.PlainDate, calendar: WorkingCalendar): string {
  return momentInWords(timeOn(day, calendar.opens, calendar), calendar);
}

function clock(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'minute' });
}
