import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { DataKind } from '#rules/sharing.ts';

const row = z.object({
  id: z.string(),
  tellsOf: z.array(z.string()) as unknown as z.ZodType<readonly DataKind[]>,
});

/** By entry of a case, the kinds of things that it is known to tell of (`lintel.entry_tells_of`, as links ask it). */
export async function entriesTellOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<ReadonlyMap<string, readonly DataKind[]>> {
  const found = await tx.rows(
    row,
    sql`select e.id, lintel.entry_tells_of(e) as "tellsOf" from case_entry e
      where e.organisation_id = ${organisation} and e.case_id = ${caseId}`,
  );
  return new Map(found.map(({ id, tellsOf }) => [id, tellsOf]));
}
