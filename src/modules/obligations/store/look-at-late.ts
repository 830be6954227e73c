import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { keptAlready, type Standing } from '../obligations.ts';
import { recordOfCase } from './case-record.ts';
import { happened, tellOf } from './happened.ts';
import { decideLate, type LateDecision, type LateRecord } from './late-records.ts';
import { promiseColumns, promiseRow } from './rows.ts';
import { outcomeOf, refreshNextDue } from './settle.ts';
import { markStale } from './stale.ts';

/**
 * A second person looked at what was written down late. Confirmed, the promise counts as what was claimed. Not
 * confirmed, it was broken, and is owed until something else keeps it: nobody is taken to have been reached because
 * somebody typed a time.
 */
export async function lookAtLate(
  tx: Tx,
  office: Office,
  late: LateRecord,
  decided: LateDecision,
): Promise<void> {
  const { organisation } = office;
  const { caseId, obligationId } = late;
  await decideLate(tx, office, late, decided);
  const confirmed = decided.decision === 'confirmed';
  const eventId = await happened(tx, office, {
    name: confirmed ? 'late-record.confirmed' : 'late-record.declined',
    caseId,
    subjectId: late.id,
  });
  const promise = await tx.maybe(
    promiseRow,
    sql`select ${promiseColumns} from obligation o
      where o.organisation_id = ${organisation} and o.id = ${obligationId} and o.outcome = 'recorded_late' for update`,
  );
  // Ended otherwise meanwhile: what was seen stays on record, and moves nothing.
  if (!promise) return;
  const standing: Standing = confirmed
    ? { outcome: late.makes, endedAt: late.happenedAt, fulfilledAt: null }
    : await without(tx, office, late, promise);
  const { outcome, endedAt, fulfilledAt } = standing;
  const why = outcome === 'met_by_plan' ? late.event : null;
  await tx.run(sql`update obligation set outcome = ${outcome}, ended_at = ${endedAt}, fulfilled_at = ${fulfilledAt},
      ended_event = ${confirmed ? late.eventId : eventId}, ended_why = ${why}, at_birth = at_birth and ${confirmed}
    where organisation_id = ${organisation} and id = ${obligationId}`);
  await markStale(tx, office, [promise.endedAt, endedAt]);
  await tellOf(tx, office, outcomeOf(promise, outcome));
  await refreshNextDue(tx, office, caseId);
}

/** How the promise stands with all that the case's record tells but what was not confirmed. */
async function without(
  tx: Tx,
  office: Office,
  { caseId, eventId }: LateRecord,
  promise: Parameters<typeof keptAlready>[0],
): Promise<Standing> {
  const broken: Standing = { outcome: 'breached', endedAt: promise.dueAt, fulfilledAt: null };
  const told = await recordOfCase(tx, office, caseId, [...promise.stops, ...promise.byPlan]);
  const others = told.filter((each) => each.eventId !== eventId);
  // Something else that was written down late would have to be looked at for itself: until then, it was kept late.
  const knownLate = others.map((each) => ({ ...each, at: each.recordedAt ?? each.at }));
  return keptAlready({ ...promise, ...broken }, knownLate, office.now)?.standing ?? broken;
}
