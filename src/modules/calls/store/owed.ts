import { z } from 'zod';
import { id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { PromisedTo } from '../promised-call.ts';

const row = z.object({
  id: z.uuid(),
  to: z.enum(['person', 'teller']) as z.ZodType<PromisedTo>,
  at: instant,
  plannedId: z.uuid().nullable(),
  caseId: id<CaseId>().nullable(),
  disclosureId: id<DisclosureId>().nullable(),
  reference: z.string(),
  danger: z.boolean(),
  leadId: id<StaffId>().nullable(),
});
/** A call that somebody waits for. */
export type OwedCall = z.infer<typeof row>;

function owed(where: Sql): Sql {
  return sql`select p.id, p.to_whom as to, p.at, p.planned_id as "plannedId", p.case_id as "caseId",
      p.disclosure_id as "disclosureId", coalesce(c.reference, d.reference) as reference, c.lead_id as "leadId",
      coalesce(c.immediate_danger, exists (select from danger g where g.organisation_id = d.organisation_id
        and g.disclosure_id = d.id and g.dealt_at is null)) as danger
    from promised_call p
    left join case_file c on c.organisation_id = p.organisation_id and c.id = p.case_id
    left join disclosure d on d.organisation_id = p.organisation_id and d.id = p.disclosure_id
    where p.ended_how is null and c.closed_at is null and ${where} order by p.at, p.id limit 100`;
}

/** In cases that these colleagues lead, by the time that was promised; only behind the asker's wall. */
export function callsToMake(
  tx: Tx,
  organisation: OrganisationId,
  { staffIds, until }: { readonly staffIds: readonly StaffId[]; readonly until: Temporal.Instant },
): Promise<readonly OwedCall[]> {
  const led = sql`p.organisation_id = ${organisation} and p.at < ${until} and p.case_id in (select f.id
    from case_file f where f.organisation_id = ${organisation} and f.lead_id = any (${[...staffIds]}::uuid[])
      and f.closed_at is null)`;
  return tx.rows(row, owed(led));
}

/** Of what was told and is no case, and of cases that nobody leads: whoever of the team is there rings. */
export function callsNobodyLeads(
  tx: Tx,
  organisation: OrganisationId,
  until: Temporal.Instant,
): Promise<readonly OwedCall[]> {
  const unled = sql`p.organisation_id = ${organisation} and p.at < ${until} and case when p.case_id is null
    then d.id is not null else c.id is not null and c.lead_id is null end`;
  return tx.rows(row, owed(unled));
}
