import type { ProposalKind } from '#rules/proposal.ts';

/** What is shared without their agreement: never by one person alone (V3.2, L2.8). */
export const secondKind = {
  approval: 'approved',
  basis: 'sharing',
  withdrawnBy: 'nobody',
  says: { own: 'Somebody else decides: nobody shares alone what they have not agreed to.' },
} as const satisfies ProposalKind<'approved'>;
