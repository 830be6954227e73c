import type { ProposalKind } from '#rules/proposal.ts';

/**
 * Something was written down after its promise was due, for a time before it. Another person than whoever wrote it down
 * confirms it; until then it is neither kept nor broken (V4.1e).
 */
export const lateRecord: ProposalKind<'confirmed'> = {
  approval: 'confirmed',
  basis: 'records',
  withdrawnBy: 'nobody',
  says: {
    own: 'Somebody else looks at what you wrote down late.',
    about: 'You wrote this down. Somebody else has to look at it.',
    decided: 'Somebody has looked at this already.',
  },
};
