import { allowed, refused, type StaffId, type Verdict } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';

/** "No safe way today": why, what is done instead, and when somebody tries again (domain §2). */
export interface ContactPlan {
  readonly proposedBy: StaffId | null;
  readonly decision: 'approved' | 'declined' | null;
}

/** Four eyes: whoever proposes a plan never approves it, whatever their role. */
export function mayDecidePlan(plan: ContactPlan, by: StaffId): Verdict {
  if (plan.decision !== null) return refused('This plan has been decided already.', 'same-day-contact');
  if (plan.proposedBy === by)
    return refused('Another manager decides: nobody approves their own plan.', 'same-day-contact');
  return allowed;
}

/** Promises that an approved plan ends, counted apart from those that were kept. */
export function plannable(pack: Pack): readonly string[] {
  return pack.commitments
    .filter(({ measure }) => measure.kind === 'clock' && measure.byPlan.includes('contact-plan.approved'))
    .map((commitment) => commitment.id);
}
