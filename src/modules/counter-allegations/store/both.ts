import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { listStaff } from '#modules/account/index.ts';
import { happened, notify } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { askWhoHarms } from './allegations.ts';

const askedRow = z.object({ caseId: id<CaseId>(), aboutId: z.uuid(), leadId: id<StaffId>().nullable() });

/** Where two cases name each other it is asked in both who harms whom, and nothing in either says why. For the job. */
export async function askWhereTwoNameEachOther(tx: Tx, office: Office): Promise<void> {
  const owed = await tx.rows(
    askedRow,
    sql`select case_id as "caseId", about_id as "aboutId", lead_id as "leadId" from lintel.to_be_told_apart()`,
  );
  for (const each of owed) await askWhoHarms(tx, office, each);
}

const oneRow = z.object({
  oneId: z.uuid(),
  otherId: z.uuid(),
  /** The one that was opened later: it is given to another colleague. */
  laterId: id<CaseId>(),
  leadId: id<StaffId>().nullable(),
  since: instant.nullable(),
});

/** One colleague leads two cases that concern each other: managers are told, and another colleague is owed to one. */
export async function tellOfOneWorker(tx: Tx, office: Office): Promise<void> {
  const { organisation, now } = office;
  const found = await tx.rows(
    oneRow,
    sql`select x.one_id as "oneId", x.other_id as "otherId", x.one_worker_since as since,
        case when (a.opened_at, a.id) > (b.opened_at, b.id) then a.id else b.id end as "laterId",
        case when x.ended_at is null and a.closed_at is null and b.closed_at is null and a.lead_id = b.lead_id
          then a.lead_id end as "leadId"
      from case_across x
        join case_file a on a.organisation_id = x.organisation_id and a.id = x.one_id
        join case_file b on b.organisation_id = x.organisation_id and b.id = x.other_id
      where x.organisation_id = ${organisation}
        and (x.one_worker_since is not null) <> (x.ended_at is null and a.closed_at is null and b.closed_at is null
          and a.lead_id is not null and a.lead_id is not distinct from b.lead_id)
      order by x.one_id, x.other_id limit 50`,
  );
  if (found.length === 0) return;
  const managers = (await listStaff(tx, organisation, { roles: ['da_manager'] })).map((each) => each.id);
  for (const { oneId, otherId, laterId: caseId, leadId } of found) {
    await tx.run(sql`update case_across set one_worker_since = ${leadId === null ? null : now}
      where organisation_id = ${organisation} and one_id = ${oneId} and other_id = ${otherId}`);
    if (leadId === null) {
      await happened(tx, office, { name: 'counter-allegation.two-workers', caseId });
      continue;
    }
    const about = { caseId, subjectId: leadId, recurs: true } as const;
    await happened(tx, office, { name: 'counter-allegation.one-worker', ...about });
    await notify(tx, office, { staffIds: managers, kind: 'two_workers_needed', caseId });
  }
}

const pairRow = z.object({
  oneId: id<CaseId>(),
  oneReference: z.string(),
  oneLead: z.string().nullable(),
  otherId: id<CaseId>(),
  otherReference: z.string(),
  otherLead: z.string().nullable(),
  mutual: z.boolean(),
  oneWorker: z.boolean(),
  foundAt: instant,
});
export type Pair = Readonly<z.infer<typeof pairRow>>;

/** Open cases that concern each other, for a manager who sees both; whoever sees one alone finds nothing. */
export function casesThatMeet(tx: Tx, organisation: OrganisationId): Promise<readonly Pair[]> {
  return tx.rows(
    pairRow,
    sql`select a.id as "oneId", a.reference as "oneReference", s.name as "oneLead", b.id as "otherId",
        b.reference as "otherReference", t.name as "otherLead", x.mutual, x.found_at as "foundAt",
        a.lead_id is not null and a.lead_id is not distinct from b.lead_id as "oneWorker"
      from case_across x
        join case_file a on a.organisation_id = x.organisation_id and a.id = x.one_id and a.closed_at is null
        join case_file b on b.organisation_id = x.organisation_id and b.id = x.other_id and b.closed_at is null
        left join staff s on s.organisation_id = a.organisation_id and s.id = a.lead_id
        left join staff t on t.organisation_id = b.organisation_id and t.id = b.lead_id
      where x.organisation_id = ${organisation} and x.ended_at is null
      order by "oneWorker" desc, x.found_at desc, a.reference limit 200`,
  );
}
