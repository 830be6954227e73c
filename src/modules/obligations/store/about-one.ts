import type { Office } from '#kit/office.ts';
import { type Sql, sql, type Tx } from '#kit/sql.ts';
import type { EndedBecause } from '#rules/ended-because.ts';
import type { CaseId } from '#rules/facts.ts';
import { tellOf } from './happened.ts';
import { promiseColumns, promiseRow } from './rows.ts';
import { refreshNextDue } from './settle.ts';
import { markStale } from './stale.ts';

/** What recurs, and is promised of one subject alone: an offer that they accepted, a delivery. */
export interface AboutOne {
  readonly caseId: CaseId;
  readonly subjectId: string;
}

/**
 * What was told to have kept a promise did not: it is owed as before, from the day on which it began. What was kept too
 * late is broken as before, and still owed. What waits for a second person stays with them.
 */
export async function owedAgain(tx: Tx, office: Office, about: AboutOne): Promise<void> {
  const rows = await tx.rows(
    promiseRow,
    sql`select ${promiseColumns} from obligation o where ${which(office, about)}
      and o.outcome in ('met', 'met_by_plan', 'breached') for update`,
  );
  // One that was given up before its day is not broken by that.
  const broken = sql`(o.outcome = 'breached' and o.ended_at >= o.due_at)`;
  await tx.run(sql`update obligation o set fulfilled_at = null, ended_why = null, at_birth = false,
      outcome = case when ${broken} then o.outcome end, ended_at = case when ${broken} then o.ended_at end,
      ended_event = case when ${broken} then o.ended_event end,
      next_look_at = case when not ${broken} then o.due_at end
    where ${which(office, about)} and o.outcome in ('met', 'met_by_plan', 'breached')`);
  await refreshNextDue(tx, office, about.caseId);
  const ended = rows.map(({ endedAt }) => endedAt);
  await markStale(tx, office, ended);
}

/** It will not be kept, and is owed no more: broken from now on, whatever its day. */
export async function willNotBeKept(tx: Tx, office: Office, about: AboutOne, eventId: string): Promise<void> {
  const running = await ending(
    tx,
    office,
    about,
    sql`outcome = 'breached', ended_at = ${office.now},
    ended_event = ${eventId}, fulfilled_at = ${office.now}, next_look_at = null, waiting = false`,
  );
  await tx.run(sql`update obligation o set fulfilled_at = ${office.now}
    where ${which(office, about)} and o.outcome = 'breached' and o.fulfilled_at is null`);
  await refreshNextDue(tx, office, about.caseId);
  await tellOf(
    tx,
    office,
    running.map((promise) => ({ promise, name: 'obligation.breached' as const })),
  );
}

/** Never owed: what began it was recorded in error. Counted by that reason, and what was broken is owed no more. */
export async function neverOwed(
  tx: Tx,
  office: Office,
  about: AboutOne,
  { eventId, why }: { readonly eventId: string; readonly why: EndedBecause },
): Promise<void> {
  await ending(
    tx,
    office,
    about,
    sql`outcome = 'not_applicable', ended_at = ${office.now},
    ended_event = ${eventId}, ended_why = ${why}, next_look_at = null, waiting = false`,
  );
  await tx.run(sql`update obligation o set fulfilled_at = ${office.now}
    where ${which(office, about)} and o.outcome = 'breached' and o.fulfilled_at is null`);
  await refreshNextDue(tx, office, about.caseId);
}

/** Ends those that run. @returns them */
async function ending(tx: Tx, office: Office, about: AboutOne, how: Sql) {
  const running = await tx.rows(
    promiseRow,
    sql`select ${promiseColumns} from obligation o where ${which(office, about)} and o.outcome is null for update`,
  );
  await tx.run(sql`update obligation o set ${how} where ${which(office, about)} and o.outcome is null`);
  return running;
}

function which({ organisation }: Office, { caseId, subjectId }: AboutOne): Sql {
  return sql`o.organisation_id = ${organisation} and o.case_id = ${caseId} and o.subject_id = ${subjectId}`;
}
