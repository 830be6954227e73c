import { refused, type Verdict } from '#rules/facts.ts';
import type { ProposalKind } from '#rules/proposal.ts';

/** A home of lesser security: they agree, knowing what they would lose, and a manager decides. */
export const lesserKind = {
  approval: 'approved',
  basis: 'own-pace',
  withdrawnBy: 'colleague',
  says: {
    own: 'Another manager decides: nobody decides what they put to a manager.',
    changed: 'They have answered the offer since, or the move is over.',
  },
} as const satisfies ProposalKind<'approved'>;

const basis = lesserKind.basis;

export function notNow(reason: string): Verdict {
  return refused(reason, basis);
}
