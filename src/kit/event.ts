import type { EventName } from '#rules/event.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { newId } from './ids.ts';
import { empty, type Sql, sql, type Tx } from './sql.ts';

/** Who does it, and when. */
export interface Author {
  readonly organisation: OrganisationId;
  readonly staff: StaffId | null;
  readonly session?: string | null;
  readonly now: Temporal.Instant;
}

/** A row of the record. */
export interface EventRow {
  readonly name: EventName;
  readonly caseId?: CaseId | null | undefined;
  /** What else it is about: a disclosure, a person, a colleague … */
  readonly subjectId?: string | null | undefined;
  /** When it happened, where it is written down afterwards; kept with the event's own time, which is the recording. */
  readonly happenedAt?: Temporal.Instant | undefined;
  /** Ids, counts, reasons chosen from lists: never a name, an address or anybody's words. */
  readonly data?: Readonly<Record<string, unknown>> | undefined;
  /** The insert of what it tells of, to be one statement with it: half the work of two. */
  readonly writing?: Sql | undefined;
}

const written = new WeakMap<Tx, Set<EventName>>();

/**
 * Writes one event in the current transaction (V4.1e; every view too, V3.2), under an `id` that may have been made
 * before, so that what follows from it can be sent along. Two may call it: `record` of the kit for what happens at the
 * office, `happened` of the obligations for what happens to a disclosure or a case. @returns the event's id.
 */
export async function writeEvent(
  tx: Tx,
  author: Author,
  row: EventRow,
  id = newId<string>(),
): Promise<string> {
  recordedIn(tx).add(row.name);
  tx.write(inserting(author, row, id));
  return id;
}

/** The same, written in one round trip with the commit: for what is known only when everything else has been read. */
export function writeEventAtEnd(tx: Tx, author: Author, row: EventRow): void {
  recordedIn(tx).add(row.name);
  tx.atEnd(inserting(author, row, newId()));
}

function inserting(author: Author, row: EventRow, id: string): Sql {
  const writing = row.writing ? sql`with written as (${row.writing})` : empty;
  return sql`${writing}
    insert into event (organisation_id, id, at, name, staff_id, session_id, case_id, subject_id, data)
    values (${author.organisation}, ${id}, ${author.now}, ${row.name}, ${author.staff},
      ${author.session ?? null}, ${row.caseId ?? null}, ${row.subjectId ?? null},
      ${JSON.stringify(dataOf(row, author))})`;
}

function dataOf({ data = {}, happenedAt }: EventRow, { now }: Author): Readonly<Record<string, unknown>> {
  return happenedAt && !happenedAt.equals(now) ? { ...data, happenedAt: happenedAt.toString() } : data;
}

/** The names of what a transaction has recorded so far: a route that declares an event is held to it. */
export function recordedIn(tx: Tx): Set<EventName> {
  const names = written.get(tx) ?? new Set<EventName>();
  written.set(tx, names);
  return names;
}
