import { type Named, nameOfWay, several } from '#modules/agreement/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { Against } from '#rules/gate.ts';
import { againstRingingThen, ringableThen } from '#rules/no-longer-agreed.ts';
import type { WithFurther } from '#rules/ways.ts';
import type { PromisedTo } from './promised-call.ts';

interface Owed {
  readonly to: PromisedTo;
  readonly at: Temporal.Instant;
  readonly caseId: string | null;
  readonly endedHow?: string | null;
  readonly outside: readonly string[];
}

/**
 * Why nobody should ring the person at the time that was promised, or now where it has passed, as things are agreed
 * now. Nothing for whoever else told us, whose number is another, and while there is no case in which anything could be
 * agreed.
 */
export function againstCall(
  agreed: WithFurther | null,
  { to, at, caseId, endedHow = null, outside }: Owed,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly Against[] {
  if (to !== 'person' || caseId === null || endedHow !== null) return [];
  return againstRingingThen(agreed, later(at, now), outside, calendar);
}

/** By which numbers it is rung, by their names; `''` where one alone is agreed, or none may be used. */
export function overWhichToRing(
  agreed: Named | null,
  call: Owed,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): string {
  if (agreed === null || !several(agreed) || call.to !== 'person') return '';
  const over = ringableThen(agreed, later(call.at, now), call.outside, calendar);
  return over.map((each) => nameOfWay(agreed, each)).join(' or ');
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) < 0 ? other : one;
}
