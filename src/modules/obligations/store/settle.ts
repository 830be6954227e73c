import type { Author } from '#kit/event.ts';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import type { EndedBecause } from '#rules/ended-because.ts';
import type { PromiseEventName } from '#rules/event.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import {
  type Happened,
  type Outcome,
  owed,
  type Promised,
  rested,
  type Standing,
  standingAfter,
} from '../obligations.ts';
import { begunInThisAct } from './births.ts';
import { recordLate } from './late-records.ts';
import { tellOfLate } from './late-told.ts';
import type { PromiseRow } from './rows.ts';
import { markStale } from './stale.ts';

/** What became of a promise, to be told in the record. */
export interface Settled {
  readonly promise: Pick<PromiseRow, 'id' | 'commitment' | 'caseId' | 'disclosureId'>;
  readonly name: PromiseEventName;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Writes how a promise stands after this, where that changes anything. The case's next deadline is the caller's. */
export async function settlePromise(
  tx: Tx,
  office: Office,
  promise: Promised & Settled['promise'],
  { event, at, recordedAt = office.now, eventId, theirWish = false, beganIt = false }: Happened,
): Promise<{ readonly standing: Standing; readonly settled: readonly Settled[] }> {
  const told = standingAfter(promise, event, at, office.now, recordedAt);
  const after = theirWish && promise.byPlan.includes(event) ? rested(told, at) : told;
  const standing = promise.caseId === null ? withoutACase(after, promise) : after;
  const { outcome, endedAt, fulfilledAt } = standing;
  if (outcome === promise.outcome && fulfilledAt === promise.fulfilledAt) return { standing, settled: [] };
  const begunNow =
    outcome === 'met' && recordedAt.equals(office.now) && begunInThisAct(tx, office, promise.id);
  const atBirth = begunNow || (beganIt && (outcome === 'met' || outcome === 'recorded_late'));
  tx.write(sql`update obligation set outcome = ${outcome}, ended_at = ${endedAt}, ended_event = ${eventId},
      fulfilled_at = ${fulfilledAt}, next_look_at = null, at_birth = ${atBirth}, waiting = false,
      late = ${outcome === 'recorded_late'}, ended_why = ${outcome === 'met_by_plan' ? event : null}
    where organisation_id = ${office.organisation} and id = ${promise.id}`);
  if (standing.makes && promise.caseId) {
    const { caseId } = promise;
    await recordLate(tx, office, { ...promise, caseId }, { at, eventId, makes: standing.makes });
    await tellOfLate(tx, office, { caseId, eventId });
  }
  await markStale(tx, office, [promise.endedAt, endedAt]);
  return { standing, settled: outcome === promise.outcome ? [] : outcomeOf(promise, outcome) };
}

/** Where there is no case, there is nobody to look at what was written down late: it was broken, and kept late. */
function withoutACase(standing: Standing, { dueAt }: Promised): Standing {
  if (standing.outcome !== 'recorded_late') return standing;
  return { outcome: 'breached', endedAt: dueAt, fulfilledAt: standing.endedAt };
}

const outcomeEvents = {
  met: 'obligation.met',
  met_by_plan: 'obligation.met-by-plan',
  breached: 'obligation.breached',
  recorded_late: 'obligation.recorded-late',
} as const satisfies Partial<Record<Outcome, PromiseEventName>>;

/** How a promise ended, for the record; a promise that was never owed ended in no way. */
export function outcomeOf(promise: Settled['promise'], outcome: Outcome | null): readonly Settled[] {
  if (outcome === null || outcome === 'not_applicable') return [];
  return [{ promise, name: outcomeEvents[outcome] }];
}

/**
 * What a disclosure promised was never owed: it was handed over to somebody else's care, or told of nothing that the
 * policy covers. Running promises end so, counted by that reason; broken ones stay broken. What was promised besides,
 * of one subject (a safeguarding referral), is owed as before.
 * @param why from a list: what the board counts it under
 */
export async function setAside(
  tx: Tx,
  author: Author,
  disclosureId: DisclosureId,
  eventId: string,
  why: EndedBecause,
): Promise<void> {
  await tx.run(sql`update obligation set outcome = 'not_applicable', ended_at = ${author.now},
      ended_event = ${eventId}, next_look_at = null, ended_why = ${why}
    where organisation_id = ${author.organisation} and disclosure_id = ${disclosureId} and case_id is null
      and subject_id is null and outcome is null`);
}

/**
 * A case was closed: what it still promised is owed to nobody any more, and is counted by the reason of the closing.
 * What was broken stays broken.
 */
export async function setAsideCase(
  tx: Tx,
  author: Author,
  caseId: CaseId,
  eventId: string,
  why: EndedBecause,
): Promise<void> {
  await tx.run(sql`update obligation set outcome = 'not_applicable', ended_at = ${author.now},
      ended_event = ${eventId}, next_look_at = null, ended_why = ${why}
    where organisation_id = ${author.organisation} and case_id = ${caseId} and outcome is null`);
  await refreshNextDue(tx, author, caseId);
}

/** Keeps true what the caseload is ordered by: the earliest deadline of the promises still owed. */
export async function refreshNextDue(tx: Tx, author: Author, caseId: CaseId): Promise<void> {
  tx.write(sql`update case_file c set next_due_at = n.due_at
    from (select min(lintel.promised_for(o.due_at, o.kept_from)) as due_at from obligation o
      where o.organisation_id = ${author.organisation} and o.case_id = ${caseId}
        and (o.outcome is null or (o.outcome = 'breached' and o.fulfilled_at is null))) n
    where c.organisation_id = ${author.organisation} and c.id = ${caseId}
      and c.next_due_at is distinct from n.due_at`);
}

/** Settles each of these by the same event; refreshes their case once. @returns what became of them */
export async function settleAll(
  tx: Tx,
  office: Office,
  promises: readonly PromiseRow[],
  happened: Happened,
): Promise<readonly Settled[]> {
  const cases = new Set<CaseId>();
  const all: Settled[] = [];
  for (const promise of promises) {
    const { standing, settled } = await settlePromise(tx, office, promise, happened);
    all.push(...settled);
    if (promise.caseId && owed(promise) && !owed(standing)) cases.add(promise.caseId);
  }
  for (const caseId of cases) await refreshNextDue(tx, office, caseId);
  return all;
}
