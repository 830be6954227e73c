import { z } from 'zod';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';

const row = z.object({
  /** Null: what was drawn by chance, of whichever cases and disclosures. */
  caseId: id<CaseId>().nullable(),
  reference: z.string().nullable(),
  danger: z.boolean(),
  number: z.number(),
});
export type ToLookAt = z.infer<typeof row>;

/**
 * What waits for a second person's look and is not this colleague's own: what was recorded late, a line a case, and
 * kept promises that were drawn by chance, in one line; only behind the asker's wall, and not by emergency access.
 */
export function toLookAt(tx: Tx, organisation: OrganisationId, staff: StaffId): Promise<readonly ToLookAt[]> {
  return tx.rows(
    row,
    sql`(select c.id as "caseId", c.reference, c.immediate_danger as danger, count(*) as number
        from late_record l
          join case_file c on c.organisation_id = l.organisation_id and c.id = l.case_id
          left join event e on e.organisation_id = l.organisation_id and e.id = l.event_id
        where l.organisation_id = ${organisation} and l.decision is null
          and l.proposed_by is distinct from ${staff} and e.staff_id is distinct from ${staff}
          and lintel.emergency_until(c.id) is null
        group by c.id, c.reference, c.immediate_danger order by min(l.proposed_at), c.id limit 100)
      union all select null, null, false, count(*)
        from promise_sample p
          left join disclosure d on d.organisation_id = p.organisation_id and d.id = p.disclosure_id
          left join case_file c on c.organisation_id = p.organisation_id and c.id = coalesce(p.case_id, d.case_id)
        where p.organisation_id = ${organisation} and p.answer is null
          and not ${staff} = any (p.had_a_hand)
          and p.recorded_by is distinct from ${staff} and p.lead_id is distinct from ${staff}
          and c.lead_id is distinct from ${staff} and lintel.emergency_until(c.id) is null
        having count(*) > 0`,
  );
}
