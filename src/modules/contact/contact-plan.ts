import type { Pack } from '#rules/pack.ts';
import type { ProposalKind } from '#rules/proposal.ts';

/** "No safe way today": why, what is done instead, and when somebody tries again (domain §2). */
export const contactPlan = {
  approval: 'approved',
  basis: 'same-day-contact',
  withdrawnBy: 'nobody',
  says: { own: 'Another manager decides: nobody approves their own plan.' },
} as const satisfies ProposalKind<'approved'>;

/** Promises that an approved plan ends, counted apart from those that were kept. */
export function plannable(pack: Pack): readonly string[] {
  return pack.commitments
    .filter(({ measure }) => measure.kind === 'clock' && measure.byPlan.includes('contact-plan.approved'))
    .map((commitment) => commitment.id);
}
