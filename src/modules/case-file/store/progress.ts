import { insist, notFound } from '#kit/http/errors.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { type CaseId, type RiskLevel, refused } from '#rules/facts.ts';
import { type CaseState, mayBecome, type PlanStanding, stateLabel } from '../states.ts';
import { openFile } from './case-file.ts';

/*
 * What other modules found out about a case and every page of it shows: each keeps its own rows, with who and why, and
 * the newest of them stands here.
 */

/** The level of risk, as it was last proposed or judged; whether it was ever high is never forgotten. */
export function setRisk(
  tx: Tx,
  { organisation }: Office,
  {
    caseId,
    level,
    at,
    judged,
  }: {
    readonly caseId: CaseId;
    readonly level: RiskLevel;
    readonly at: Temporal.Instant;
    /** A named person judged it; else a program proposed it. */
    readonly judged: boolean;
  },
): Promise<number> {
  return tx.run(sql`update case_file set risk_level = ${level}, risk_level_at = ${at}, risk_judged = ${judged},
      ever_high = ever_high or ${level} = 'high'
    where organisation_id = ${organisation} and id = ${caseId}`);
}

/**
 * Whether a danger stands in this case: raised by what somebody told or saw, taken down when a named person wrote what
 * was done about the last of them.
 */
export async function setDanger(
  tx: Tx,
  { organisation }: Office,
  caseId: CaseId,
  stands: boolean,
): Promise<void> {
  await tx.run(sql`update case_file set immediate_danger = ${stands}, version = version + 1
    where organisation_id = ${organisation} and id = ${caseId} and immediate_danger <> ${stands}`);
}

/**
 * Whether they were asked about danger: the last time that they were, and since when that is open because the time
 * after it passed without asking. What is written down late takes nothing back of what came after it.
 */
export async function setDangerAsked(
  tx: Tx,
  { organisation }: Office,
  { caseId, at, asked }: { readonly caseId: CaseId; readonly at: Temporal.Instant; readonly asked: boolean },
): Promise<void> {
  const change = asked
    ? sql`danger_asked_at = greatest(danger_asked_at, ${at}::timestamptz),
        danger_unasked_at = case when danger_unasked_at > ${at} then danger_unasked_at end`
    : sql`danger_unasked_at = greatest(danger_unasked_at,
        case when danger_asked_at > ${at} then null else ${at}::timestamptz end)`;
  tx.write(sql`update case_file set ${change} where organisation_id = ${organisation} and id = ${caseId}`);
}

/** How the action plan stands with the person it is for. */
export function setPlanStanding(
  tx: Tx,
  { organisation }: Office,
  {
    caseId,
    standing,
    at,
  }: { readonly caseId: CaseId; readonly standing: PlanStanding; readonly at: Temporal.Instant },
): Promise<number> {
  return tx.run(sql`update case_file set plan_standing = ${standing}, plan_at = ${at}
    where organisation_id = ${organisation} and id = ${caseId}`);
}

/** The next visit or call that is planned; null: none is. */
export function setNextPlanned(
  tx: Tx,
  { organisation }: Office,
  { caseId, at }: { readonly caseId: CaseId; readonly at: Temporal.Instant | null },
): Promise<number> {
  return tx.run(sql`update case_file set next_planned_at = ${at}
    where organisation_id = ${organisation} and id = ${caseId}`);
}

/** Since when the case rests at the person's own wish (V3.4); null: it no longer does. */
export function setPaused(
  tx: Tx,
  { organisation }: Office,
  { caseId, at }: { readonly caseId: CaseId; readonly at: Temporal.Instant | null },
): Promise<number> {
  return tx.run(sql`update case_file set paused_at = ${at}
    where organisation_id = ${organisation} and id = ${caseId}`);
}

/** Since when breathing space from court action stands (V4.4a); null: none does. */
export async function setBreathingSpace(
  tx: Tx,
  { organisation }: Office,
  { caseId, from }: { readonly caseId: CaseId; readonly from: Temporal.Instant | null },
): Promise<void> {
  await tx.run(sql`update case_file set breathing_space_from = ${from}
    where organisation_id = ${organisation} and id = ${caseId}`);
}

/** From the first to the last day of the Debt Respite Scheme, of what is not over; null: none is on record. */
export async function setDebtRespite(
  tx: Tx,
  { organisation }: Office,
  {
    caseId,
    from,
    until,
  }: {
    readonly caseId: CaseId;
    readonly from: Temporal.PlainDate | null;
    readonly until: Temporal.PlainDate | null;
  },
): Promise<void> {
  await tx.run(sql`update case_file set debt_respite_from = ${from}, debt_respite_until = ${until}
    where organisation_id = ${organisation} and id = ${caseId}`);
}

/**
 * Moves a case on, where the table of states allows it; one that is there already stays. Closing and coming back set
 * and clear the day on which it closed.
 * Throws `not-found`, or a refusal that says from where to where.
 */
export async function moveCase(
  tx: Tx,
  { organisation, now }: Office,
  { caseId, to }: { readonly caseId: CaseId; readonly to: CaseState },
): Promise<void> {
  const file = await openFile(tx, organisation, caseId);
  if (!file) throw notFound();
  const { state } = file;
  if (state === to) return;
  if (!mayBecome(state, to))
    insist(refused(`A case that is “${stateLabel(state)}” cannot become “${stateLabel(to)}”.`, 'records'));
  const ended = to === 'closed' || to === 'handed_over' || to === 'transferred';
  tx.write(sql`update case_file set state = ${to}, closed_at = ${ended ? now : null}, version = version + 1
    where organisation_id = ${organisation} and id = ${caseId}`);
}
