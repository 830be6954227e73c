import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';

const row = z.object({ open: z.number() });

/** How many changes of the tenancy that they ask for are neither done, refused nor unwanted. */
export async function changesAsked(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<number> {
  const { open } = await tx.one(
    row,
    sql`select count(*)::integer as open from tenancy_change c
      where c.organisation_id = ${organisation} and c.case_id = ${caseId} and coalesce((select s.step
        from tenancy_change_step s where s.organisation_id = c.organisation_id and s.change_id = c.id
        order by s.recorded_at desc, s.id desc limit 1), 'asked') in ('asked', 'agreed', 'undone')`,
  );
  return open;
}

/** How many changes of the tenancy are held in a case and not answered. */
export async function changesHeld(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<number> {
  const { open } = await tx.one(
    row,
    sql`select count(*)::integer as open from tenancy_event_check k
      where k.organisation_id = ${organisation} and k.case_id = ${caseId} and k.answer is null`,
  );
  return open;
}
