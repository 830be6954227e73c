import { z } from 'zod';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import type { Asking } from '../asking.ts';

const row: z.ZodType<Asking> = z.object({
  how: z.enum(['disclosure', 'contact', 'assessment', 'reopened']),
  answer: z.enum(['yes', 'no', 'not_safe', 'not_asked']),
  why: z.string(),
  askedAt: instant,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});

/** When it was asked whether there is danger, or was not, the newest first. */
export function dangerAskings(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
): Promise<readonly Asking[]> {
  return tx.rows(
    row,
    sql`select g.how, g.answer, g.why, g.asked_at as "askedAt", g.recorded_at as "recordedAt",
        s.name as "recordedByName"
      from danger_asking g
      left join staff s on s.organisation_id = g.organisation_id and s.id = g.recorded_by
      where g.organisation_id = ${organisation} and g.case_id = ${caseId}
      order by g.asked_at desc, g.recorded_at desc, g.id limit 50`,
  );
}
