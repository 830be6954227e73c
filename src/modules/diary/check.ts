import { type Agreement, withinNever } from '#rules/agreement.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { type Against, askAgainWhere } from '#rules/gate.ts';
import { againstThroughout, minutesOf, wayOf } from '#rules/no-longer-agreed.ts';
import { termsOver, type WithFurther } from '#rules/ways.ts';
import type { Channel, Plan } from './appointment.ts';

/** What the colleague said of themselves, for people who ask for a woman or a man; most say nothing. */
export type SaidGender = 'woman' | 'man' | 'another' | undefined;

export type PlanCheck =
  | { readonly verdict: 'open' }
  /** Against what was agreed: it may go on for a reason that is written down. */
  | { readonly verdict: 'with_reason'; readonly against: readonly Against[] }
  /** Unknown or unsafe: no reason makes it safe (fail closed). */
  | { readonly verdict: 'shut'; readonly against: readonly Against[] };

/**
 * May this visit or call be planned? Checked against what was agreed about contact and against what the person needs:
 * way, time, place, interpreter, and who comes (L2.1a, L2.3). Only the terms of the way that it is planned over count.
 */
export function checkPlan(
  agreed: WithFurther | null,
  plan: Pick<Plan, 'channel' | 'over' | 'startsAt' | 'endsAt' | 'interpreter'>,
  gender: SaidGender,
  calendar: WorkingCalendar,
): PlanCheck {
  const agreement = termsOver(agreed, plan.over);
  const { way, place } = wayOf(plan.channel);
  const planned = {
    channel: way,
    place,
    colleagueGender: gender === 'woman' || gender === 'man' ? gender : ('not_known' as const),
    interpreterBooked: plan.interpreter === 'booked',
  };
  const against = againstThroughout(agreed, plan.over, planned, plan, calendar);
  if (against.length === 0) return { verdict: 'open' };
  const shut = agreement === null || isUnsafe(agreement, plan, calendar);
  return { verdict: shut ? 'shut' : 'with_reason', against };
}

/** Somebody may suspect something, nobody knows what is right now, or it is a time or a place that was ruled out. */
function isUnsafe(
  agreement: Agreement,
  { channel, startsAt, endsAt }: { channel: Channel; startsAt: Temporal.Instant; endsAt: Temporal.Instant },
  calendar: WorkingCalendar,
): boolean {
  return (
    agreement.channel === 'none' ||
    agreement.unsureSince !== null ||
    agreement.changedSince !== null ||
    Boolean(agreement.endedAt) ||
    (channel === 'home' && (!agreement.mayVisit || askAgainWhere(agreement, 'in_person'))) ||
    minutesOf(startsAt, endsAt).some((at) => withinNever(agreement.never, at, calendar))
  );
}
