import { z } from 'zod';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';

const row = z.object({ subjectId: z.uuid(), dueAt: instant });

/** By when what is still owed is due, by the step with which it began. */
export type Dates = ReadonlyMap<string, Temporal.Instant>;

/** Of one case; only behind its wall. */
export async function datesOf(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<Dates> {
  const rows = await tx.rows(
    row,
    sql`select o.subject_id as "subjectId", min(o.due_at) as "dueAt" from obligation o
      where o.organisation_id = ${organisation} and o.case_id = ${caseId} and o.subject_id is not null
        and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null)) group by 1`,
  );
  return new Map(rows.map(({ subjectId, dueAt }) => [subjectId, dueAt]));
}
