import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';

const row = z.object({ ofFeared: z.array(z.boolean()) });

/**
 * Of each of these numbers, mailboxes or what holds one: whether the register has it as one of whoever is feared in the
 * case, also where a conflict keeps them from whoever asks.
 */
export async function ofFeared(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  values: readonly string[],
): Promise<readonly boolean[]> {
  const found = await tx.one(
    row,
    sql`select array(select lintel.of_feared(${organisation}, ${caseId}, v.value)
      from unnest(${[...values]}::text[]) with ordinality as v (value, place) order by v.place) as "ofFeared"`,
  );
  return found.ofFeared;
}
