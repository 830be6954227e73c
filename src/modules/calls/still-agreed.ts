import type { WorkingCalendar } from '#rules/calendar.ts';
import type { Against } from '#rules/gate.ts';
import { againstRingingThen } from '#rules/no-longer-agreed.ts';
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
  const then = Temporal.Instant.compare(at, now) < 0 ? now : at;
  return againstRingingThen(agreed, then, outside, calendar);
}
