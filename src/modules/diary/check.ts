import type { Held } from '#rules/against-post.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { againstMeeting, type Surroundings } from '#rules/may-meet.ts';
import type { AgreedNow } from '#rules/no-longer-agreed.ts';
import type { Plan } from './appointment.ts';

/** What the colleague said of themselves, for people who ask for a woman or a man; most say nothing. */
export type SaidGender = 'woman' | 'man' | 'another' | undefined;

export type PlanCheck =
  | { readonly verdict: 'open' }
  /** Against what was agreed: it may go on for a reason that is written down. */
  | { readonly verdict: 'with_reason'; readonly against: readonly Held[] }
  /** Unknown or unsafe: no reason makes it safe (fail closed). */
  | { readonly verdict: 'shut'; readonly against: readonly Held[] };

export interface PlanFacts {
  readonly agreed: AgreedNow | null;
  readonly around: Surroundings;
  readonly gender: SaidGender;
  readonly calendar: WorkingCalendar;
}

/**
 * May this visit or call be planned? Decided by the rule that decides again until it is over (`mayMeet`), against what
 * is agreed and what the person needs: way, time, place, interpreter, and who comes (L2.1a, L2.3).
 */
export function checkPlan(
  plan: Pick<Plan, 'channel' | 'over' | 'startsAt' | 'endsAt' | 'interpreter' | 'staffId' | 'secondStaffId'>,
  { agreed, around, gender, calendar }: PlanFacts,
): PlanCheck {
  const staffIds = [plan.staffId, plan.secondStaffId].filter((each) => each !== null);
  const booking = { ...plan, staffIds, gender: gender ?? null, placeThen: null, outside: [] };
  const { unsafe, reasons } = againstMeeting(booking, { agreement: agreed, around, calendar });
  if (reasons.length === 0) return { verdict: 'open' };
  return { verdict: unsafe ? 'shut' : 'with_reason', against: reasons };
}
