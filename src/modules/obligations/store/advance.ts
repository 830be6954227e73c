import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { empty, join, sql, type Tx } from '#kit/sql.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { EventName } from '#rules/event.ts';
import type { CaseId, DisclosureId, ObligationId } from '#rules/facts.ts';
import type { Pack } from '#rules/pack.ts';
import { type Beginning, beginnings, keptAlready, looksBack } from '../obligations.ts';
import { happenedIn } from './happened.ts';
import { promiseColumns, promiseRow, type Subject } from './rows.ts';
import { recordOutcome, refreshNextDue, settleAll, settlePromise } from './settle.ts';
import { markStale } from './stale.ts';

export interface Advance extends Subject {
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly event: EventName;
  /** When it happened, which may be before it is recorded. */
  readonly at: Temporal.Instant;
  /** The event in the record. */
  readonly eventId: string;
  /** What a promise that recurs is about this time, for instance one rating of the risk: one promise for each. */
  readonly subjectId?: string | null | undefined;
  /** It keeps the promise about that subject alone, where a case may owe several alike. */
  readonly keepsOnlySubject?: true;
  /** It is what the person themselves wished: what was broken before is owed no more (V3.4). */
  readonly theirWish?: boolean;
  /** For promises that are due on a day agreed with the person. */
  readonly agreedDue?: Temporal.PlainDate | undefined;
}

/**
 * Something happened to a disclosure or a case: begins the promises that it begins, once however often it is told,
 * and settles those that it keeps. What is about a case settles the promises of all its disclosures.
 */
export async function advance(tx: Tx, author: Author, happened: Advance): Promise<void> {
  const { pack, calendar, event, at, eventId, theirWish = false } = happened;
  const begun = beginnings(pack, calendar, happened, author.now);
  for (const beginning of begun) await begin(tx, author, pack, beginning, happened);
  if (begun.length > 0 && happened.caseId) await refreshNextDue(tx, author, happened.caseId);
  const promises = await tx.rows(
    promiseRow,
    sql`select ${promiseColumns} from obligation o where o.organisation_id = ${author.organisation}
      and ${about(happened)} and (${event} = any (o.stops) or ${event} = any (o.by_plan))
      ${happened.keepsOnlySubject ? sql`and o.subject_id = ${happened.subjectId}` : empty}
      and (o.outcome is null or o.outcome = 'met_by_plan' or (o.outcome = 'breached' and o.fulfilled_at is null))
      for update`,
  );
  await settleAll(tx, author, promises, { event, at, eventId, theirWish });
}

function about({ disclosureId, caseId }: { disclosureId?: DisclosureId | null; caseId?: CaseId | null }) {
  const subjects = [
    ...(disclosureId ? [sql`o.disclosure_id = ${disclosureId}`] : []),
    ...(caseId ? [sql`o.case_id = ${caseId}`] : []),
  ];
  return subjects.length > 0 ? sql`(${join(subjects, ' or ')})` : sql`false`;
}

/** Whoever tells may not see what becomes of it: the row is added unseen, and told twice it is added once. */
async function begin(
  tx: Tx,
  author: Author,
  pack: Pack,
  beginning: Beginning,
  { disclosureId = null, caseId = null, subjectId = null, eventId }: Advance,
): Promise<void> {
  const id = newId<ObligationId>();
  const { commitment, outcome, endedAt, fulfilledAt } = beginning;
  const added =
    await tx.run(sql`insert into obligation (organisation_id, id, commitment, pack_id, pack_version,
      disclosure_id, case_id, subject_id, stops, by_plan, even_before, started_at, due_at, escalate_at, next_look_at,
      outcome, ended_at, ended_event, fulfilled_at)
    values (${author.organisation}, ${id}, ${commitment}, ${pack.id}, ${pack.version}, ${disclosureId}, ${caseId}, ${subjectId},
      ${beginning.stops}, ${beginning.byPlan}, ${beginning.evenBefore}, ${beginning.startedAt}, ${beginning.dueAt},
      ${beginning.escalateAt}, ${beginning.nextLookAt}, ${outcome}, ${endedAt}, ${outcome && eventId}, ${fulfilledAt})
    on conflict do nothing`);
  if (added === 0) return;
  const promise = { id, commitment, caseId, disclosureId };
  const data = { commitment, disclosureId };
  await record(tx, author, { name: 'obligation.started', caseId, subjectId: id, data });
  await recordOutcome(tx, author, promise, beginning);
  await markStale(tx, author, [endedAt]);
  if (caseId === null || !looksBack(beginning, subjectId !== null, author.now)) return;
  const happened = await happenedIn(tx, author, caseId, [...beginning.stops, ...beginning.byPlan]);
  const kept = keptAlready(beginning, happened, author.now);
  if (kept) await settlePromise(tx, author, { ...beginning, ...promise }, kept.by);
}
