import type { Tx } from '#kit/sql.ts';
import { homesIn } from '#modules/case-file/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';

/** Where they live, as far as it is on record; what was entered in error is left out. Null: nothing is. */
export async function livesAt(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<{ readonly kind: string } | null> {
  return (await homesIn(tx, organisation, caseId)).find(({ wrongBecause }) => wrongBecause === null) ?? null;
}
