import { writeEvent } from '#kit/event.ts';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { join, type Sql, sql, type Tx } from '#kit/sql.ts';
import type { CaseEventName } from '#rules/event.ts';
import type { CaseId, DisclosureId, ObligationId } from '#rules/facts.ts';
import { beginnings } from '../obligations.ts';
import { asData, type BeganIt } from './began-it.ts';
import { begin } from './begin.ts';
import { promiseColumns, promiseRow } from './rows.ts';
import { refreshNextDue, type Settled, settleAll } from './settle.ts';

/** Something that happened to a disclosure or a case; which of them, nobody can forget to say. */
export type CaseHappening = Happening & (About<'caseId', CaseId> | About<'disclosureId', DisclosureId>);

/** Null where it is about none, for instance a task of one's own: then it moves no promise. */
type About<Key extends string, Id> = { readonly [key in Key]: Id | null };

interface Happening {
  readonly name: CaseEventName;
  readonly caseId?: CaseId | null;
  /** What it begins is promised about the disclosure, which may belong to a case later. */
  readonly disclosureId?: DisclosureId | null;
  /** What else it is about: a person, a colleague, one rating of the risk … Where none is given, the disclosure. */
  readonly subjectId?: string | null | undefined;
  /** When it really happened, where that is written down afterwards. */
  readonly happenedAt?: Temporal.Instant | undefined;
  /** Ids, counts, reasons chosen from lists: never a name, an address or anybody's words. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  /** What it begins is promised for this subject alone, once for each; else once in a case or a disclosure. */
  readonly recurs?: true;
  /** Promises that begin with that event begin anew with this one, for this subject. */
  readonly beginsAnew?: CaseEventName | undefined;
  /** It keeps the promise about its own subject alone, or that one promise; else whatever waits for it. */
  readonly keepsOnly?: 'its subject' | { readonly promise: ObligationId };
  /** It is what the person themselves wished: what was broken before is owed no more (V3.4). */
  readonly theirWish?: boolean;
  /** The day or the moment that was agreed with the person, for promises that are due then. */
  readonly agreedDue?: Temporal.PlainDate | Temporal.Instant | undefined;
  /** The insert of what happened, to be one statement with its event. */
  readonly writing?: Sql | undefined;
  /** It is what began the promise that it keeps, and was written down before a second person confirmed it. */
  readonly beganIt?: BeganIt | undefined;
}

/**
 * Something happened to a disclosure or a case. Writes the event, begins the promises that it begins, once
 * however often it is told, and settles those that it keeps: under the pack in force, and for what runs, under
 * the terms with which it began. What is about a case settles the promises of all its disclosures too. Of
 * what is told at once in one transaction, each waits for the promises that the one before it moved. An `id`
 * may have been made before. @returns the event's id
 */
export async function happened(
  tx: Tx,
  office: Office,
  happening: CaseHappening,
  id = newId<string>(),
): Promise<string> {
  const { name, caseId, disclosureId, subjectId = disclosureId, happenedAt, writing } = happening;
  const { beginsAnew, beganIt } = happening;
  const data = beganIt ? { ...happening.data, ...asData(beganIt) } : happening.data;
  const moved = [name, ...(beginsAnew ? [beginsAnew] : [])].some((event) => office.promised.has(event));
  const [, settled] = await Promise.all([
    writeEvent(tx, office, { name, caseId, subjectId, happenedAt, data, writing }, id),
    moved && (caseId || disclosureId) ? inTurn(tx, () => movePromises(tx, office, happening, id)) : [],
  ]);
  await tellOf(tx, office, settled);
  return id;
}

const turns = new WeakMap<Tx, Promise<unknown>>();

/** A promise that one event begins must be there for the next one to keep it. */
function inTurn<T>(tx: Tx, move: () => Promise<T>): Promise<T> {
  const before = turns.get(tx);
  const moved = before ? before.then(move, move) : move();
  turns.set(tx, moved);
  return moved;
}

/** What became of promises, each in the record. */
export async function tellOf(tx: Tx, office: Office, settled: readonly Settled[]): Promise<void> {
  for (const { promise, name, ...more } of settled) {
    const { id: subjectId, caseId, disclosureId, commitment } = promise;
    const data = { commitment, disclosureId, ...more.data };
    await writeEvent(tx, office, { name, caseId, subjectId, data });
  }
}

async function movePromises(
  tx: Tx,
  office: Office,
  happening: CaseHappening,
  eventId: string,
): Promise<readonly Settled[]> {
  const { name, beginsAnew } = happening;
  const settled = await moveBy(tx, office, happening, name, eventId);
  if (!beginsAnew) return settled;
  const anew = await moveBy(tx, office, { ...happening, recurs: true }, beginsAnew, eventId);
  return [...settled, ...anew];
}

async function moveBy(
  tx: Tx,
  office: Office,
  happening: CaseHappening,
  event: CaseEventName,
  eventId: string,
): Promise<readonly Settled[]> {
  const {
    caseId = null,
    disclosureId = null,
    happenedAt: at = office.now,
    theirWish = false,
    beganIt,
  } = happening;
  const about = disclosureId === null ? { caseId, disclosureId } : { caseId: null, disclosureId };
  const subjectId = happening.recurs ? (happening.subjectId ?? null) : null;
  const { agreedDue, data } = happening;
  const begun = beginnings(office, { event, at, agreedDue, data });
  const started: Settled[] = [];
  for (const beginning of begun)
    started.push(...(await begin(tx, office, beginning, { ...about, subjectId, eventId })));
  if (begun.length > 0 && about.caseId) await refreshNextDue(tx, office, about.caseId);
  const promises = await tx.rows(
    promiseRow,
    sql`select ${promiseColumns} from obligation o where o.organisation_id = ${office.organisation}
      and (${event} = any (o.stops) or ${event} = any (o.by_plan)) and ${waiting(happening)}
      and (o.outcome is null or o.outcome = 'met_by_plan' or (o.outcome = 'breached' and o.fulfilled_at is null))
      for update`,
  );
  const recordedAt = beganIt?.writtenAt ?? office.now;
  const told = { event, at, eventId, theirWish, recordedAt, beganIt: beganIt !== undefined };
  return [...started, ...(await settleAll(tx, office, promises, told))];
}

/** Which of the promises that wait for it, it keeps. */
function waiting({ caseId, disclosureId, subjectId, keepsOnly }: CaseHappening): Sql {
  if (typeof keepsOnly === 'object') return sql`o.id = ${keepsOnly.promise}`;
  const about = join(
    [
      ...(disclosureId ? [sql`o.disclosure_id = ${disclosureId}`] : []),
      ...(caseId ? [sql`o.case_id = ${caseId}`] : []),
    ],
    ' or ',
  );
  return keepsOnly ? sql`(${about}) and o.subject_id = ${subjectId ?? null}` : sql`(${about})`;
}
