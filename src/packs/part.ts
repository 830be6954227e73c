import type { Pack } from '#rules/pack.ts';

/** One heading's share of a policy, in a file of its own so that a page of the policy is a page of code. */
export type PolicyPart = Pick<Pack, 'clauses' | 'commitments'>;
