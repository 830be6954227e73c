import type { WorkingCalendar } from './calendar.ts';
import type { Against } from './gate.ts';
import { againstRingingThen } from './no-longer-agreed.ts';
import type { WithFurther } from './ways.ts';

/** The person, or whoever told us of them: a neighbour is never rung as if they were the person. */
export type PromisedTo = 'person' | 'teller';

/** A call that was promised for a moment. */
export interface CallThen {
  readonly to: PromisedTo;
  readonly at: Temporal.Instant;
  readonly caseId: string | null;
  readonly endedHow?: string | null;
  /** What it was known to be against as it came into the diary. */
  readonly outside: readonly string[];
}

/**
 * Why nobody should ring the person at the time that was promised, or now where it has passed, as things are agreed
 * now. Nothing for whoever else told us, whose number is another, and while there is no case in which anything could be
 * agreed.
 */
export function againstCall(
  agreed: WithFurther | null,
  call: CallThen,
  now: Temporal.Instant,
  calendar: WorkingCalendar,
): readonly Against[] {
  const { to, caseId, endedHow = null, outside } = call;
  if (to !== 'person' || caseId === null || endedHow !== null) return [];
  return againstRingingThen(agreed, ringsAt(call, now), outside, calendar);
}

/** The time that was promised, or now where it has passed. */
export function ringsAt({ at }: Pick<CallThen, 'at'>, now: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(at, now) < 0 ? now : at;
}
