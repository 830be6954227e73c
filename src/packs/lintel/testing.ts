import type { Commitment } from '#rules/pack.ts';
import { officeRules } from '#rules/testing.ts';

/** Lintel's own promises as a policy holds them that consists of nothing else. */
export const under = (commitments: readonly Commitment[]) => ({
  id: 'lintel',
  calendar: officeRules,
  commitments,
});
