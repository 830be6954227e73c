import { timeOn, today } from '#rules/calendar.ts';
import type { Office } from './office.ts';

const noon = new Temporal.PlainTime(12);

/** People say on which day: today is now, another day its noon. What is told of the day to come is not so yet. */
export function whenItHappened(office: Office, day: Temporal.PlainDate): Temporal.Instant {
  return Temporal.PlainDate.compare(day, today(office)) >= 0
    ? office.now
    : timeOn(day, noon, office.calendar);
}
