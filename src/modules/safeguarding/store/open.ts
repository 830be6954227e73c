import { z } from 'zod';
import { id, instant, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId, OrganisationId, StaffId } from '#rules/facts.ts';
import type { ReferralKind, Standing } from '../referral.ts';

const row = z.object({
  id: z.uuid(),
  kind: z.enum(['child', 'adult']) as z.ZodType<ReferralKind>,
  standing: z.enum(['to_make', 'to_decide', 'to_answer'] satisfies Standing[]),
  caseId: id<CaseId>().nullable(),
  disclosureId: id<DisclosureId>().nullable(),
  reference: z.string(),
  danger: z.boolean(),
  leadId: id<StaffId>().nullable(),
  /** Null: no promise about it runs any more. */
  dueAt: instant.nullable(),
});
/** A referral that somebody has to do something about: make it, ask again, or decide. */
export type ReferralToDo = z.infer<typeof row>;

/** Of a referral `r`: what standingOf says, for as long as it is open. */
const wasMade = sql`exists (select from safeguarding_step s where s.organisation_id = r.organisation_id
  and s.referral_id = r.id and s.step = 'made')`;
const waits = sql`exists (select from safeguarding_no_referral n where n.organisation_id = r.organisation_id
  and n.referral_id = r.id and n.decision is null)`;
const isOpen = sql`not exists (select from safeguarding_step s where s.organisation_id = r.organisation_id
    and s.referral_id = r.id and s.step = 'answered' and s.answer <> 'more_asked')
  and (${wasMade} or not exists (select from safeguarding_no_referral n where n.organisation_id = r.organisation_id
    and n.referral_id = r.id and n.decision = 'approved'))`;

const openRow = z.object({ open: z.number() });

/** How many referrals of a case are not made, or wait for an answer. */
export async function referralsOpen(tx: Tx, organisation: OrganisationId, caseId: CaseId): Promise<number> {
  const { open } = await tx.one(
    openRow,
    sql`select count(*)::integer as open from safeguarding_referral r
      where r.organisation_id = ${organisation} and r.case_id = ${caseId} and ${isOpen}`,
  );
  return open;
}

/** When it is owed by: the promise about it that still runs. */
function toDo(from: Sql, where: Sql): Sql {
  return sql`select r.id, r.kind, r.case_id as "caseId", r.disclosure_id as "disclosureId",
      case when ${wasMade} then 'to_answer' when ${waits} then 'to_decide' else 'to_make' end as standing,
      coalesce(c.reference, d.reference) as reference, c.lead_id as "leadId",
      coalesce(c.immediate_danger, exists (select from danger g where g.organisation_id = d.organisation_id
        and g.disclosure_id = d.id and g.dealt_at is null)) as danger,
      (select min(o.due_at) from obligation o where o.organisation_id = r.organisation_id
        and (o.case_id = r.case_id or o.disclosure_id = r.disclosure_id) and (o.outcome is null or
          (o.outcome = 'breached' and o.fulfilled_at is null))
        and (o.subject_id = r.id or o.subject_id in (select s.id from safeguarding_step s
          where s.organisation_id = r.organisation_id and s.referral_id = r.id))) as "dueAt"
    from ${from}
    left join case_file c on c.organisation_id = r.organisation_id and c.id = r.case_id
    left join disclosure d on d.organisation_id = r.organisation_id and d.id = r.disclosure_id
    where ${where} and c.closed_at is null and ${isOpen}`;
}

/** In cases that these colleagues lead: to be made, or to be asked about again; only behind the asker's wall. */
export function referralsToSeeTo(
  tx: Tx,
  organisation: OrganisationId,
  staffIds: readonly StaffId[],
): Promise<readonly ReferralToDo[]> {
  const led = sql`r.organisation_id = ${organisation} and r.case_id in (select f.id from case_file f
    where f.organisation_id = ${organisation} and f.lead_id = any (${[...staffIds]}::uuid[]) and f.closed_at is null)`;
  return tx.rows(row, sql`${toDo(sql`safeguarding_referral r`, led)} order by "dueAt", id limit 100`);
}

/** Of what was told and is no case yet, and of cases that nobody leads: whoever of the team is there sees to them. */
export function referralsNobodyLeads(tx: Tx, organisation: OrganisationId): Promise<readonly ReferralToDo[]> {
  const told = sql`r.organisation_id = ${organisation} and r.case_id is null`;
  const unled = sql`r.organisation_id = ${organisation} and r.case_id in (select f.id from case_file f
    where f.organisation_id = ${organisation} and f.lead_id is null and f.closed_at is null)`;
  const from = sql`safeguarding_referral r`;
  return tx.rows(row, sql`${toDo(from, told)} union all ${toDo(from, unled)} order by "dueAt", id limit 100`);
}

/** That none is made was proposed by somebody else, and waits for a second person. */
export function referralsToDecide(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
): Promise<readonly ReferralToDo[]> {
  const proposed = sql`safeguarding_no_referral p
    join safeguarding_referral r on r.organisation_id = p.organisation_id and r.id = p.referral_id`;
  const byAnother = sql`p.organisation_id = ${organisation} and p.decision is null
    and p.proposed_by is distinct from ${staff}`;
  return tx.rows(row, sql`${toDo(proposed, byAnother)} order by "dueAt", id limit 100`);
}
