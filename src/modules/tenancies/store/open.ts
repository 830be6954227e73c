import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';

const row = z.object({ open: z.number() });

/** How many changes of the tenancy are held in a case and not answered. */
export async function changesHeld(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<number> {
  const { open } = await tx.one(
    row,
    sql`select count(*)::integer as open from tenancy_event_check k
      where k.organisation_id = ${organisation} and k.case_id = ${caseId} and k.answer is null`,
  );
  return open;
}
