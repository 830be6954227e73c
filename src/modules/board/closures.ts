import { officeDay, type WorkingCalendar } from '#rules/calendar.ts';
import { atShortNotice, closuresAQuarter, quarterOf } from '#rules/closures.ts';
import type { Days } from './period.ts';

/** A day that two people agreed to close. */
export interface ClosedDay {
  readonly day: Temporal.PlainDate;
  readonly agreedOn: Temporal.PlainDate;
  readonly proposedBy: string;
  readonly agreedBy: string;
  /** It was agreed afterwards that it be open after all. */
  readonly opened: boolean;
}

/** What the board says of an office that was closed by its landlord's own decision: by it, deadlines moved. */
export interface ClosedInPeriod {
  /** Working days on which it was closed, in order, each once. */
  readonly days: readonly ClosedDay[];
  /** Those of them that were agreed too late for everybody to plan with. */
  readonly short: readonly ClosedDay[];
  /** Working days that were closed for a time and open after all: what began meanwhile was counted without them. */
  readonly opened: readonly ClosedDay[];
  /** Quarters with more of them than an office may well have, by the first day of each. */
  readonly many: readonly { readonly quarter: Temporal.PlainDate; readonly number: number }[];
}

export const noneClosed: ClosedInPeriod = { days: [], short: [], opened: [], many: [] };

/**
 * @param known of every quarter that the period touches
 * @param calendar by which a Saturday or a bank holiday is no day that anybody closed
 */
export function closedIn(
  period: Days,
  known: readonly ClosedDay[],
  calendar: WorkingCalendar,
): ClosedInPeriod {
  const working = known.filter(({ day }) => officeDay(day, calendar));
  const closed = onceEach(working.filter(({ opened }) => !opened));
  const days = closed.filter(({ day }) => within(period, day));
  const stillClosed = new Set(closed.map(({ day }) => day.toString()));
  const opened = onceEach(working.filter((each) => each.opened && !stillClosed.has(each.day.toString())));
  return {
    days,
    short: days.filter(({ agreedOn, day }) => atShortNotice(agreedOn, day)),
    opened: opened.filter(({ day }) => within(period, day)),
    many: manyIn(period, closed),
  };
}

/** The first and the last day that have to be known to judge every quarter of a period. */
export function quartersOf({ from, to }: Days): Days {
  return { from: quarterOf(from).from, to: quarterOf(to).to };
}

function manyIn({ from, to }: Days, closed: readonly ClosedDay[]): ClosedInPeriod['many'] {
  const quarters: { quarter: Temporal.PlainDate; number: number }[] = [];
  const last = quarterOf(to).from;
  for (
    let quarter = quarterOf(from);
    Temporal.PlainDate.compare(quarter.from, last) <= 0;
    quarter = quarterOf(quarter.to.add({ days: 1 }))
  ) {
    const number = closed.filter(({ day }) => within(quarter, day)).length;
    if (number > closuresAQuarter) quarters.push({ quarter: quarter.from, number });
  }
  return quarters;
}

/** Closed by two decisions, it is closed once: since the earlier. */
function onceEach(days: readonly ClosedDay[]): readonly ClosedDay[] {
  const first = new Map<string, ClosedDay>();
  for (const each of days) {
    const other = first.get(each.day.toString());
    if (!other || Temporal.PlainDate.compare(each.agreedOn, other.agreedOn) < 0)
      first.set(each.day.toString(), each);
  }
  return [...first.values()].toSorted((one, other) => Temporal.PlainDate.compare(one.day, other.day));
}

function within({ from, to }: Days, day: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0;
}
