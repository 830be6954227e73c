import { type Named, nameOfWay, several } from '#modules/agreement/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { type CallThen, ringsAt } from '#rules/call-still-agreed.ts';
import { ringableThen } from '#rules/no-longer-agreed.ts';

/** By which numbers it is rung, by their names; `''` where one alone is agreed, or none may be used. */
export function overWhichToRing(
  agreed: Named | null,
  call: CallThen,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): string {
  if (agreed === null || !several(agreed) || call.to !== 'person') return '';
  const over = ringableThen(agreed, ringsAt(call, now), call.outside, calendar);
  return over.map((each) => nameOfWay(agreed, each)).join(' or ');
}
