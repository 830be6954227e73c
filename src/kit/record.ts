import type { EventName } from '#rules/event.ts';
import type { CaseId, OrganisationId, StaffId } from '#rules/facts.ts';
import { newId } from './ids.ts';
import { type Sql, sql, type Tx } from './sql.ts';

export interface Happening {
  readonly name: EventName;
  readonly caseId?: CaseId | null;
  /** What else it is about: a disclosure, a person, a colleague … */
  readonly subjectId?: string | null;
  /** When it happened, where it is written down afterwards; kept with the event's own time, which is the recording. */
  readonly happenedAt?: Temporal.Instant;
  /** Ids, counts, reasons chosen from lists: never a name, an address or anybody's words. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Who does it, and when; every request and every job has one. */
export interface Author {
  readonly organisation: OrganisationId;
  readonly staff: StaffId | null;
  readonly session?: string | null;
  readonly now: Temporal.Instant;
}

const written = new WeakMap<Tx, Set<EventName>>();

/**
 * Writes one event in the current transaction (V4.1e; every view too, V3.2), under an `id` that may have been made
 * before, so that what follows from it can be sent along. @returns the event's id.
 */
export async function record(
  tx: Tx,
  author: Author,
  happening: Happening,
  id = newId<string>(),
): Promise<string> {
  recordedIn(tx).add(happening.name);
  await tx.run(writing(author, happening, id));
  return id;
}

/** The same, written in one round trip with the commit: for what is known only when everything else has been read. */
export function recordAtEnd(tx: Tx, author: Author, happening: Happening): void {
  recordedIn(tx).add(happening.name);
  tx.atEnd(writing(author, happening, newId()));
}

function writing(author: Author, happening: Happening, id: string): Sql {
  return sql`insert into event (organisation_id, id, at, name, staff_id, session_id, case_id, subject_id, data)
    values (${author.organisation}, ${id}, ${author.now}, ${happening.name}, ${author.staff},
      ${author.session ?? null}, ${happening.caseId ?? null}, ${happening.subjectId ?? null},
      ${JSON.stringify(dataOf(happening, author))})`;
}

function dataOf({ data = {}, happenedAt }: Happening, { now }: Author): Readonly<Record<string, unknown>> {
  return happenedAt && !happenedAt.equals(now) ? { ...data, happenedAt: happenedAt.toString() } : data;
}

/** The names of what a transaction has recorded so far: a route that declares an event is held to it. */
export function recordedIn(tx: Tx): Set<EventName> {
  const names = written.get(tx) ?? new Set<EventName>();
  written.set(tx, names);
  return names;
}
