import { refused, type Verdict } from '#rules/facts.ts';
import type { ProposalKind } from '#rules/proposal.ts';

/** Who mainly harms whom is judged by one and decided by another. */
export const judgementKind = {
  approval: 'approved',
  basis: 'perpetrator-gate',
  withdrawnBy: 'colleague',
  says: {
    own: 'Another manager decides: nobody decides alone who harms whom.',
    changed: 'Something was said or has happened since it was judged. It is judged again.',
  },
} as const satisfies ProposalKind<'approved'>;

const basis = judgementKind.basis;

export function notJudged(reason: string): Verdict {
  return refused(reason, basis);
}
