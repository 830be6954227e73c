import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';

const row = z.object({ open: z.number() });

/** How much mediation was agreed to or arranged in a case, and neither took place nor was stopped. */
export async function mediationsOpen(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<number> {
  const { open } = await tx.one(
    row,
    sql`select count(*)::integer as open from mediation m
      where m.organisation_id = ${organisation} and m.case_id = ${caseId} and m.idea = 'theirs'
        and not exists (select from mediation_step s where s.organisation_id = m.organisation_id
          and s.mediation_id = m.id and s.step in ('ended', 'stopped'))`,
  );
  return open;
}
