import type { Verdict } from './facts.ts';
import type { Pack } from './pack.ts';

/**
 * What one of the two published policies asks under a clause, the other asks under this one, or comes nearest to it.
 */
const alike: Readonly<Record<string, string>> = {
  'L2.1a': 'V3.3',
  'L2.1d': 'V4.1c',
  'L2.2': 'V4.1a',
  'L2.3': 'V3.3',
  'L2.4': 'V4.1b',
  'L2.7c': 'V3.3',
  'L2.12a': 'V4.5a',
  'L3.1b': 'V3.5',
  'V3.2': 'L1.6',
  'V3.4': 'L2.1c',
  'V4.1a': 'L2.2',
  'V4.1b': 'L2.4',
  'V4.1c': 'L2.1d',
  'V4.1d': 'L2.1f',
  'V4.1e': 'Lc1',
  V5: 'L4.1',
};

/**
 * The clause of the landlord's own policy that a refusal rests on, whichever policy the rule names.
 * @returns an empty text where the policy has neither that clause nor one like it
 */
export function ownClause(pack: Pick<Pack, 'clauses'>, clause: string): string {
  const has = (id: string | undefined) => pack.clauses.some((each) => each.id === id);
  if (has(clause)) return clause;
  const like = alike[clause];
  return like !== undefined && has(like) ? like : '';
}

/** Why something may not be, with the clause of the landlord's own policy; empty where it may. */
export function because(pack: Pick<Pack, 'clauses'>, verdict: Verdict): string {
  return verdict.allowed ? '' : reasonInWords(pack, verdict);
}

/** The same of one reason among several. */
export function reasonInWords(
  pack: Pick<Pack, 'clauses'>,
  { reason, clause }: { readonly reason: string; readonly clause: string },
): string {
  const own = ownClause(pack, clause);
  return own ? `${reason} (${own})` : reason;
}
