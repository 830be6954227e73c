import type { Verdict } from './facts.ts';
import type { Pack } from './pack.ts';
import type { Basis } from './purposes.ts';

/**
 * The clause of the landlord's own policy that a refusal rests on, or the Act where the law itself is cited.
 * @param pack null: nobody of a landlord asked
 * @returns an empty text where the policy says nothing about it
 */
export function ownClause(pack: Pick<Pack, 'purposes'> | null, basis: Basis): string {
  return typeof basis === 'string' ? (pack?.purposes[basis] ?? '') : basis.act;
}

/** Why something may not be, with the clause of the landlord's own policy; empty where it may. */
export function because(pack: Pick<Pack, 'purposes'>, verdict: Verdict): string {
  return verdict.allowed ? '' : reasonInWords(pack, verdict);
}

/** The same of one reason among several. */
export function reasonInWords(
  pack: Pick<Pack, 'purposes'>,
  { reason, basis }: { readonly reason: string; readonly basis: Basis },
): string {
  const own = ownClause(pack, basis);
  return own ? `${reason} (${own})` : reason;
}

/** What the record of a refusal keeps: the purpose, and the clause of the landlord's pack or the Act. */
export function basisOnRecord(
  pack: Pick<Pack, 'purposes'>,
  basis: Basis,
): { readonly purpose: string; readonly clause: string } {
  return { purpose: typeof basis === 'string' ? basis : '', clause: ownClause(pack, basis) };
}
