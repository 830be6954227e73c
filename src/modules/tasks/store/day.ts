import { z } from 'zod';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import {
  actBy,
  claimColumns,
  claimIn,
  claimJoin,
  claimShape,
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
        o.pack_id as "packId", o.due_at as "dueAt"
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
      from disclosure d ${claimJoin} where d.organisation_id = ${organisation} and d.triaged_at is null
      order by danger desc, "dueAt", d.received_at, d.id limit 50`,
  );
  return found.map((row) => ({ ...row, claim: claimIn(row) }));
}

const leaderlessRow = decisionRow.extend({ high: z.boolean() });
export type LeaderlessCase = z.infer<typeof leaderlessRow>;

/** Open cases that nobody leads at high risk or in danger, or whose proposed level nobody judged; the worst first. */
export function leaderlessToday(tx: Tx, organisation: OrganisationId): Promise<readonly LeaderlessCase[]> {
  return tx.rows(
    leaderlessRow,
    sql`select c.id, c.id as "caseId", c.reference, c.immediate_danger as danger,
        coalesce(c.risk_level = 'high', false) or c.immediate_danger as high
      from case_file c
      where c.organisation_id = ${organisation} and c.lead_id is null and c.closed_at is null
        and (c.risk_level = 'high' or c.immediate_danger or c.risk_level is not null and not c.risk_judged)
      order by c.immediate_danger desc, high desc, c.opened_at limit 50`,
  );
}

/** Closed cases in which a level was proposed since, and that nobody opened again or judged (`riskAfterClosing`). */
export function risksAfterClosing(tx: Tx, organisation: OrganisationId): Promise<readonly WaitingDecision[]> {
  return tx.rows(
    decisionRow,
    sql`select c.id, c.id as "caseId", c.reference, c.risk_level = 'high' as danger
      from case_file c
      where c.organisation_id = ${organisation} and c.closed_at is not null and not c.risk_judged
        and c.risk_level_at > c.closed_at and c.risk_level <> 'standard'
      order by danger desc, c.risk_level_at limit 50`,
  );
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

const untouchedRow = z.object({
  caseId: id<CaseId>(),
  reference: z.string(),
  danger: z.boolean(),
  leadId: id<StaffId>().nullable(),
  since: instant,
});
export type UntouchedCase = z.infer<typeof untouchedRow>;

/** The cases of these colleagues on which nobody acts although the alarm was raised. */
export function untouchedOf(
  tx: Tx,
  organisation: OrganisationId,
  staffIds: readonly StaffId[],
): Promise<readonly UntouchedCase[]> {
  return tx.rows(
    untouchedRow,
    sql`select c.id as "caseId", c.reference, c.immediate_danger as danger, c.lead_id as "leadId",
        c.untouched_since as since
      from case_file c
      where c.organisation_id = ${organisation} and c.lead_id = any (${[...staffIds]}::uuid[])
        and c.closed_at is null and c.untouched_since is not null
        and coalesce(lintel.last_acted(c.organisation_id, c.id), c.opened_at) <= c.untouched_since
      order by c.untouched_since, c.id limit 100`,
  );
}

const unaskedRow = decisionRow.omit({ id: true }).extend({
  leadId: id<StaffId>(),
  dangerAskedAt: instant.nullable(),
  dangerUnaskedAt: instant.nullable(),
  lastContactAt: instant.nullable(),
});
export type HighRiskAsked = z.infer<typeof unaskedRow>;

/** At high risk, whether danger was asked about in these colleagues’ cases; those that rest are left alone. */
export function highRiskAsked(
  tx: Tx,
  organisation: OrganisationId,
  staffIds: readonly StaffId[],
): Promise<readonly HighRiskAsked[]> {
  return tx.rows(
    unaskedRow,
    sql`select c.id as "caseId", c.reference, c.immediate_danger as danger, c.lead_id as "leadId",
        c.danger_asked_at as "dangerAskedAt", c.danger_unasked_at as "dangerUnaskedAt",
        c.last_contact_at as "lastContactAt"
      from case_file c
      where c.organisation_id = ${organisation} and c.lead_id = any (${[...staffIds]}::uuid[])
        and c.closed_at is null and c.paused_at is null and c.risk_level = 'high' and not c.immediate_danger
      order by c.danger_asked_at nulls first, c.id limit 100`,
  );
}

/** Plans for when there is no safe way today, waiting for a manager who did not propose them (V4.1a). */
export function plansToDecide(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
): Promise<readonly WaitingDecision[]> {
  return tx.rows(
    decisionRow,
    sql`select p.id, c.id as "caseId", c.reference, c.immediate_danger as danger
      from contact_plan p join case_file c on c.organisation_id = p.organisation_id and c.id = p.case_id
      where p.organisation_id = ${organisation} and p.decision is null and p.proposed_by is distinct from ${staff}
        and c.closed_at is null order by p.proposed_at limit 100`,
  );
}

/** Proposals to lower a level of risk, waiting for a second person who did not make them. */
export function loweringsToConfirm(
  tx: Tx,
  organisation: OrganisationId,
  staff: StaffId,
): Promise<readonly WaitingDecision[]> {
  return tx.rows(
    decisionRow,
    sql`select l.id, c.id as "caseId", c.reference, c.immediate_danger as danger
      from risk_lowering l join case_file c on c.organisation_id = l.organisation_id and c.id = l.case_id
      where l.organisation_id = ${organisation} and l.decision is null and l.proposed_by <> ${staff}
        and c.closed_at is null order by l.proposed_at limit 100`,
  );
}
