import type { Chance } from '#modules/simulator/pure.ts';
import {
  afterWorkingMinutes,
  atTheOffice,
  thisOrNextWorkingDay,
  timeOn,
  type WorkingCalendar,
  workingMinutesBetween,
} from '#rules/calendar.ts';
import { dueAt } from '#rules/clock.ts';
import { later, toTheMinute } from './working-time.ts';

/** When things are done about one disclosure, so that its promises are kept with room to spare. */
export interface Timing {
  readonly due: Temporal.Instant;
  readonly triaged: Temporal.Instant;
  /** The first try, where there was one before the contact. */
  readonly tried: Temporal.Instant;
  readonly contact: Temporal.Instant;
}

/**
 * Between when it was written down and when the contact is due, sooner rather than later: triage in the first half and
 * never later than three of its four working hours.
 */
export function inGoodTime(
  receivedAt: Temporal.Instant,
  recordedAt: Temporal.Instant,
  calendar: WorkingCalendar,
  chance: Chance,
): Timing {
  const due = dueAt({ within: 'same-working-day' }, receivedAt, calendar);
  const room = workingMinutesBetween(recordedAt, due, calendar);
  const used = room * (0.12 + 0.6 * chance.share() ** 2);
  const at = (minutes: number) =>
    later(toTheMinute(afterWorkingMinutes(recordedAt, minutes, calendar)), recordedAt.add({ seconds: 20 }));
  return {
    due,
    triaged: at(Math.min(used * 0.45, 180)),
    tried: at(Math.min(used * 0.45, 180) + used * 0.25),
    contact: at(used),
  };
}

/** At somebody's desk, so many days later: on a working day, between opening and closing. */
export function atTheDesk(
  from: Temporal.Instant,
  days: number,
  calendar: WorkingCalendar,
  chance: Chance,
): Temporal.Instant {
  const date = thisOrNextWorkingDay(atTheOffice(from, calendar).toPlainDate().add({ days }), calendar);
  const time = new Temporal.PlainTime(chance.whole(9, 16), chance.whole(2, 58));
  return timeOn(date, time, calendar);
}
