import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { empty, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, DisclosureId, ObligationId } from '#rules/facts.ts';
import { type Beginning, keptAlready, looksBack } from '../obligations.ts';
import { beginsNow } from './births.ts';
import { recordOfCase } from './case-record.ts';
import { outcomeOf, type Settled, settlePromise } from './settle.ts';
import { markStale } from './stale.ts';

interface Begun {
  readonly disclosureId: DisclosureId | null;
  readonly caseId: CaseId | null;
  /** What a promise that recurs is about this time. */
  readonly subjectId: string | null;
  readonly eventId: string;
}

/**
 * Begins a promise, and settles it at once where the case's record kept it before. Whoever tells may not see what
 * becomes of it: the row is added unseen, and told twice it is added once. @returns what became of it, none the second
 * time
 */
export async function begin(
  tx: Tx,
  office: Office,
  beginning: Beginning,
  { disclosureId, caseId, subjectId, eventId }: Begun,
): Promise<readonly Settled[]> {
  const id = newId<ObligationId>();
  const { pack } = office;
  const { commitment, outcome, endedAt, fulfilledAt } = beginning;
  const ends = beginning.endsWaiting && caseId !== null;
  const back = caseId !== null && looksBack(beginning, subjectId !== null, office.now) ? caseId : null;
  const [added, told] = await Promise.all([
    tx.run(sql`${ends ? sql`with ended as (${endingWaiting(office, caseId, beginning)})` : empty}
      insert into obligation (organisation_id, id, commitment, pack_id, pack_version,
        disclosure_id, case_id, subject_id, stops, by_plan, even_before, started_at, due_at, escalate_at, next_look_at,
        outcome, ended_at, ended_event, fulfilled_at, at_birth, waiting, kept_from, written_by)
      select ${office.organisation}, ${id}, ${commitment}, ${pack.id}, ${pack.version}, ${disclosureId}, ${caseId},
        ${subjectId}, ${beginning.stops}, ${beginning.byPlan}, ${beginning.evenBefore}, ${beginning.startedAt},
        ${beginning.dueAt}, ${beginning.escalateAt}, ${beginning.nextLookAt}, ${outcome}, ${endedAt},
        ${outcome && eventId}, ${fulfilledAt}, false, ${beginning.waiting}, ${beginning.keptFrom ?? null},
        ${beginning.writtenBy ?? null}
      where ${ends ? sql`not exists (select from ended)` : sql`true`}
      on conflict do nothing`),
    back ? recordOfCase(tx, office, back, [...beginning.stops, ...beginning.byPlan]) : [],
  ]);
  if (added === 0) return [];
  beginsNow(tx, office, id);
  const promise = { id, commitment, caseId, disclosureId };
  await markStale(tx, office, [endedAt]);
  const begun = [{ promise, name: 'obligation.started' } as const, ...outcomeOf(promise, outcome)];
  if (!back) return begun;
  const kept = keptAlready(beginning, told, office.now);
  if (!kept) return begun;
  const { settled } = await settlePromise(tx, office, { ...beginning, ...promise }, kept.by);
  return [...begun, ...settled];
}

/**
 * What it was to be counted from has come, while it waited: from now on that says by when it is due. What was broken
 * before stays so.
 */
function endingWaiting({ organisation }: Office, caseId: CaseId, beginning: Beginning): Sql {
  return sql`update obligation set waiting = false, started_at = ${beginning.startedAt},
      due_at = ${beginning.dueAt}, escalate_at = ${beginning.escalateAt}, escalated = 0,
      next_look_at = ${beginning.nextLookAt}
    where organisation_id = ${organisation} and case_id = ${caseId}
      and commitment = ${beginning.commitment} and waiting and outcome is null returning id`;
}
