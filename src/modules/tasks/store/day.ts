import { z } from 'zod';
import { id, instant, join, type Sql, sql, type Tx } from '#kit/sql.ts';
import {
  actBy,
  claimColumns,
  claimIn,
  claimJoin,
  claimShape,
  contactsOwed,
  dangerStands,
} from '#modules/disclosures/index.ts';
import type { Claim } from '#modules/disclosures/pure.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';

const decisionRow = z.object({
  id: z.uuid(),
  caseId: id<CaseId>(),
  reference: z.string(),
  danger: z.boolean(),
});
export type WaitingDecision = z.infer<typeof decisionRow>;

const promiseRow = z.object({
  caseId: id<CaseId>(),
  reference: z.string(),
  danger: z.boolean(),
  leadId: id<StaffId>(),
  commitment: z.string(),
  /** What began it: one rating, one version of a plan, one thing that was put right. */
  subjectId: z.string(),
  packId: z.string(),
  dueAt: instant,
});
export type OwedPromise = z.infer<typeof promiseRow>;

export interface OwedBy {
  readonly staffIds: readonly StaffId[];
  readonly dueBefore: Temporal.Instant;
  /** Commitments that somebody else keeps for them. */
  readonly except: readonly string[];
}

/** As many cases of each colleague as a day can hold, those first whose next promise is due first. */
const casesLookedAt = 100;

/** What is promised in the open cases that these colleagues lead, and due by then; only behind the asker's wall. */
export function promisesFor(
  tx: Tx,
  organisation: OrganisationId,
  { staffIds, dueBefore, except }: OwedBy,
): Promise<readonly OwedPromise[]> {
  return tx.rows(
    promiseRow,
    sql`select c.id as "caseId", c.reference, c.immediate_danger as danger, lead.id as "leadId", o.commitment,
        coalesce(o.subject_id, c.id)::text as "subjectId", o.pack_id as "packId", o.due_at as "dueAt"
      from unnest(${[...staffIds]}::uuid[]) as lead (id),
        lateral (select c.organisation_id, c.id, c.reference, c.immediate_danger from case_file c
          where c.organisation_id = ${organisation} and c.lead_id = lead.id and c.closed_at is null
            and c.next_due_at < ${dueBefore} order by c.next_due_at, c.id limit ${casesLookedAt}) c
      join obligation o on o.organisation_id = c.organisation_id and o.case_id = c.id
      where o.due_at < ${dueBefore} and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null))
        and o.commitment <> all (${[...except]}) order by o.due_at, o.id limit 200`,
  );
}

const triageRow = z.object({
  id: z.uuid(),
  reference: z.string(),
  /** Null: what was promised by a time is kept, or nothing was. */
  dueAt: instant.nullable(),
  /** Told of, and nobody has written yet what was done about it. */
  danger: z.boolean(),
  ...claimShape,
});
export type WaitingTriage = z.infer<typeof triageRow> & { readonly claim: Claim | null };

/** What nobody has triaged yet, danger first, with who has it; due when the person must have been reached. */
export async function triageWaiting(tx: Tx, organisation: OrganisationId): Promise<readonly WaitingTriage[]> {
  const found = await tx.rows(
    triageRow,
    sql`select d.id, d.reference, ${dangerStands} as danger,
        ${actBy} as "dueAt", ${claimColumns}
      from disclosure d ${claimJoin} ${contactsOwed}
      where d.organisation_id = ${organisation} and d.triaged_at is null
      order by danger desc, "dueAt", d.received_at, d.id limit 50`,
  );
  return found.map((row) => ({ ...row, claim: claimIn(row) }));
}

const reviewRow = decisionRow.omit({ id: true }).extend({ leadName: z.string(), dueAt: instant });
export type ReviewToHold = z.infer<typeof reviewRow>;

/** Reviews that these managers owe those who answer to them, due by then; only behind the asker's wall. */
export function reviewsToHold(
  tx: Tx,
  organisation: OrganisationId,
  asked: {
    readonly managers: readonly StaffId[];
    readonly dueBefore: Temporal.Instant;
    readonly commitments: readonly string[];
  },
): Promise<readonly ReviewToHold[]> {
  return tx.rows(
    reviewRow,
    sql`select c.id as "caseId", c.reference, c.immediate_danger as danger, s.name as "leadName", o.due_at as "dueAt"
      from staff s
      join case_file c on c.organisation_id = s.organisation_id and c.lead_id = s.id and c.closed_at is null
      join obligation o on o.organisation_id = c.organisation_id and o.case_id = c.id
      where s.organisation_id = ${organisation} and s.manager_id = any (${[...asked.managers]}::uuid[])
        and c.next_due_at < ${asked.dueBefore} and o.due_at < ${asked.dueBefore}
        and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null))
        and o.commitment = any (${[...asked.commitments]}) order by o.due_at, o.id limit 200`,
  );
}

const proposalRow = decisionRow.extend({ kind: z.enum(['plan', 'lowering']) });
export type Proposal = z.infer<typeof proposalRow>;

/**
 * What waits for a second person in open cases and whoever asks did not propose, as far as they may decide it: plans
 * for when there is no safe way today (V4.1a), then proposals to lower a level of risk.
 */
export async function proposalsInCases(
  tx: Tx,
  organisation: OrganisationId,
  asked: { readonly staff: StaffId; readonly plans: boolean; readonly lowerings: boolean },
): Promise<readonly Proposal[]> {
  const such = (kind: Proposal['kind'], table: Sql) =>
    sql`(select p.id, c.id as "caseId", c.reference, c.immediate_danger as danger, ${kind} as kind
      from ${table} p join case_file c on c.organisation_id = p.organisation_id and c.id = p.case_id
      where p.organisation_id = ${organisation} and p.decision is null
        and p.proposed_by is distinct from ${asked.staff} and c.closed_at is null order by p.proposed_at limit 100)`;
  const lists = [
    ...(asked.plans ? [such('plan', sql`contact_plan`)] : []),
    ...(asked.lowerings ? [such('lowering', sql`risk_lowering`)] : []),
  ];
  return lists.length > 0 ? tx.rows(proposalRow, join(lists, ' union all ')) : [];
}
