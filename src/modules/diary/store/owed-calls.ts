import { z } from 'zod';
import { empty, id, instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId, OrganisationId } from '#rules/facts.ts';
import type { DiarySpan } from './rows.ts';

const row = z.object({
  id: z.uuid(),
  at: instant,
  reference: z.string(),
  caseId: id<CaseId>().nullable(),
  disclosureId: id<DisclosureId>().nullable(),
  leadName: z.string().nullable(),
  to: z.enum(['person', 'teller']),
});
/** A call that was promised, is still owed, and stands in nobody's diary as an appointment. */
export type OwedInDiary = z.infer<typeof row>;

/**
 * Calls that were promised for a moment between two, behind the asker's wall: of the cases that a colleague leads and
 * of those that nobody leads, where whoever is there rings, or of everybody.
 */
export function owedCallsBetween(
  tx: Tx,
  organisation: OrganisationId,
  { from, to, staffId }: DiarySpan,
): Promise<readonly OwedInDiary[]> {
  const whose = staffId === null ? empty : sql`and coalesce(c.lead_id, ${staffId}) = ${staffId}`;
  return tx.rows(
    row,
    sql`select k.id, k.at, coalesce(c.reference, d.reference) as reference, k.case_id as "caseId",
        k.disclosure_id as "disclosureId", s.name as "leadName", k.to_whom as to
      from promised_call k
      left join case_file c on c.organisation_id = k.organisation_id and c.id = k.case_id
      left join disclosure d on d.organisation_id = k.organisation_id and d.id = k.disclosure_id
      left join staff s on s.organisation_id = k.organisation_id and s.id = c.lead_id
      where k.organisation_id = ${organisation} and k.ended_how is null and k.planned_id is null
        and k.at >= ${from} and k.at < ${to} and c.closed_at is null
        and coalesce(c.reference, d.reference) is not null ${whose}
      order by k.at, k.id limit 200`,
  );
}
