import type { StaffId, Verdict } from '#rules/facts.ts';
import { type Deciding, type Decision, mayDecide, type ProposalKind } from '#rules/proposal.ts';

/** A lower level than the one that stands, proposed by one person with a reason and waiting for another. */
export interface Lowering {
  /** The rating that it would lower. */
  readonly ratingId: string;
  readonly proposedBy: StaffId | null;
  readonly decision: LoweringDecision | null;
}

/** The rule behind it: software may raise a risk, and only people lower it (domain, rule 2; V4.1c, L2.1d). */
export const loweringKind = {
  approval: 'confirmed',
  basis: 'risk-assessed',
  withdrawnBy: 'proposer',
  says: {
    own: 'Somebody else decides: nobody lowers a risk alone.',
    changed: 'The risk has been looked at again since. Propose it anew.',
  },
} as const satisfies ProposalKind<'confirmed'>;

export type LoweringDecision = Decision<'confirmed'>;
export const loweringDecisions: readonly LoweringDecision[] = ['confirmed', 'declined', 'withdrawn'];

/** A risk that was rated again meanwhile is not lowered on yesterday's reasons. `standing`: the rating that stands now. */
export function mayDecideLowering(
  lowering: Lowering,
  { standing, ...deciding }: Deciding<'confirmed'> & { readonly standing: string },
): Verdict {
  return mayDecide(loweringKind, lowering, { ...deciding, changed: lowering.ratingId !== standing });
}
