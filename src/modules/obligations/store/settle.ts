import { type Author, record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { EventName } from '#rules/event.ts';
import type { CaseId, DisclosureId, ObligationId } from '#rules/facts.ts';
import {
  type Happened,
  type Outcome,
  owed,
  type Promised,
  rested,
  type Standing,
  standingAfter,
} from '../obligations.ts';
import { type PromiseRow, promiseColumns, promiseRow } from './rows.ts';
import { markStale } from './stale.ts';

/** Writes how a promise stands after this, where that changes anything. The case's next deadline is the caller's. */
export async function settlePromise(
  tx: Tx,
  author: Author,
  promise: Promised & Pick<PromiseRow, 'id' | 'commitment' | 'caseId' | 'disclosureId'>,
  { event, at, eventId, theirWish = false }: Happened,
): Promise<Standing> {
  const told = standingAfter(promise, event, at, author.now);
  const standing = theirWish && promise.byPlan.includes(event) ? rested(told, at) : told;
  const { outcome, endedAt, fulfilledAt } = standing;
  if (outcome === promise.outcome && fulfilledAt === promise.fulfilledAt) return standing;
  await tx.run(sql`update obligation set outcome = ${outcome}, ended_at = ${endedAt}, ended_event = ${eventId},
      fulfilled_at = ${fulfilledAt}, next_look_at = null
    where organisation_id = ${author.organisation} and id = ${promise.id}`);
  await markStale(tx, author, [promise.endedAt, endedAt]);
  if (outcome !== promise.outcome) await recordOutcome(tx, author, promise, standing);
  return standing;
}

const outcomeEvents = {
  met: 'obligation.met',
  met_by_plan: 'obligation.met-by-plan',
  breached: 'obligation.breached',
} as const satisfies Partial<Record<Outcome, EventName>>;

/** Tells in the record how a promise ended; a promise that was never owed ended in no way. */
export async function recordOutcome(
  tx: Tx,
  author: Author,
  promise: Pick<PromiseRow, 'id' | 'commitment' | 'caseId' | 'disclosureId'>,
  { outcome }: Standing,
): Promise<void> {
  if (outcome === null || outcome === 'not_applicable') return;
  const { id, commitment, caseId, disclosureId } = promise;
  await record(tx, author, {
    name: outcomeEvents[outcome],
    caseId,
    subjectId: id,
    data: { commitment, disclosureId },
  });
}

/**
 * A manager approved a plan for this promise: it ends by plan, counted apart (V4.1a). Too late, and it stays broken.
 * @returns how it stands now, null where there is no such promise in sight or its terms know no plan
 */
export async function meetByPlan(
  tx: Tx,
  author: Author,
  obligationId: ObligationId,
  eventId: string,
): Promise<Outcome | 'running' | null> {
  const promise = await tx.maybe(
    promiseRow,
    sql`select ${promiseColumns} from obligation o
      where o.organisation_id = ${author.organisation} and o.id = ${obligationId} for update`,
  );
  const plan = promise?.byPlan[0];
  if (!promise || !plan) return null;
  const standing = await settlePromise(tx, author, promise, { event: plan, at: author.now, eventId });
  if (promise.caseId) await refreshNextDue(tx, author, promise.caseId);
  return standing.outcome ?? 'running';
}

/**
 * What a disclosure promised was never owed: it was handed over to somebody else's care, or told of nothing that the
 * policy covers. Running promises end so, counted nowhere; broken ones stay broken.
 */
export async function setAside(
  tx: Tx,
  author: Author,
  disclosureId: DisclosureId,
  eventId: string,
): Promise<void> {
  await tx.run(sql`update obligation set outcome = 'not_applicable', ended_at = ${author.now},
      ended_event = ${eventId}, next_look_at = null
    where organisation_id = ${author.organisation} and disclosure_id = ${disclosureId} and case_id is null
      and outcome is null`);
}

/** A case was closed: what it still promised is owed to nobody any more. What was broken stays broken. */
export async function setAsideCase(tx: Tx, author: Author, caseId: CaseId, eventId: string): Promise<void> {
  await tx.run(sql`update obligation set outcome = 'not_applicable', ended_at = ${author.now},
      ended_event = ${eventId}, next_look_at = null
    where organisation_id = ${author.organisation} and case_id = ${caseId} and outcome is null`);
  await refreshNextDue(tx, author, caseId);
}

/** Keeps true what the caseload is ordered by: the earliest deadline of the promises still owed. */
export async function refreshNextDue(tx: Tx, author: Author, caseId: CaseId): Promise<void> {
  await tx.run(sql`update case_file c set next_due_at = n.due_at
    from (select min(o.due_at) as due_at from obligation o
      where o.organisation_id = ${author.organisation} and o.case_id = ${caseId}
        and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null))) n
    where c.organisation_id = ${author.organisation} and c.id = ${caseId}
      and c.next_due_at is distinct from n.due_at`);
}

/** Settles each of these by the same event; refreshes their case once. */
export async function settleAll(
  tx: Tx,
  author: Author,
  promises: readonly PromiseRow[],
  happened: Happened,
): Promise<void> {
  const cases = new Set<CaseId>();
  for (const promise of promises) {
    const standing = await settlePromise(tx, author, promise, happened);
    if (promise.caseId && owed(promise) && !owed(standing)) cases.add(promise.caseId);
  }
  for (const caseId of cases) await refreshNextDue(tx, author, caseId);
}
