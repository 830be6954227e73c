import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Author, record } from '#kit/record.ts';
import { empty, id, instant, sql, type Tx } from '#kit/sql.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { type EntryKind, type EntrySource, entriesPerPage } from '../chronology.ts';

const row = z.object({
  id: id<string>(),
  kind: z.string(),
  happenedAt: instant,
  knownAt: instant,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  source: z.string(),
  words: z.string(),
  correctsId: z.string().nullable(),
  correctedById: z.string().nullable(),
});
export type Entry = z.infer<typeof row>;

const countedRow = row.extend({ matching: z.number() });

export interface EntryFilter {
  readonly kind?: EntryKind | null;
  /** Anywhere in the words, upper or lower case. */
  readonly text?: string;
  /** From 1. */
  readonly page?: number;
}

/** Newest first, and how many there are in all; what was corrected stays, and points at its correction. */
export async function entriesOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  { kind = null, text = '', page = 1 }: EntryFilter = {},
): Promise<{ readonly entries: readonly Entry[]; readonly total: number }> {
  const matching = sql`e.organisation_id = ${organisation} and e.case_id = ${caseId}
    ${kind === null ? empty : sql`and e.kind = ${kind}`}
    ${text === '' ? empty : sql`and position(lower(${text}) in lower(e.words)) > 0`}`;
  const entries = await tx.rows(
    countedRow,
    sql`select ${entryColumns}, count(*) over () as matching ${fromEntries} where ${matching}
      order by e.happened_at desc, e.id desc limit ${entriesPerPage} offset ${(page - 1) * entriesPerPage}`,
  );
  return { entries, total: entries[0]?.matching ?? 0 };
}

/** One entry of this case, to be corrected; null for one of another. */
export function entryOf(tx: Tx, organisation: OrganisationId, caseId: CaseId, entryId: string) {
  return tx.maybe(
    row,
    sql`select ${entryColumns} ${fromEntries}
      where e.organisation_id = ${organisation} and e.case_id = ${caseId} and e.id = ${entryId}`,
  );
}

const entryColumns = sql`e.id, e.kind, e.happened_at as "happenedAt", e.known_at as "knownAt",
    e.recorded_at as "recordedAt", s.name as "recordedByName", e.source, e.words, e.corrects_id as "correctsId",
    (select k.id from case_entry k where k.organisation_id = e.organisation_id and k.corrects_id = e.id
      order by k.recorded_at desc limit 1) as "correctedById"`;
const fromEntries = sql`from case_entry e
  left join staff s on s.organisation_id = e.organisation_id and s.id = e.recorded_by`;

export interface NewEntry {
  readonly caseId: CaseId;
  readonly kind: EntryKind;
  readonly happenedAt: Temporal.Instant;
  /** When anybody at the landlord first knew. */
  readonly knownAt: Temporal.Instant;
  readonly source: EntrySource | (string & {});
  /** As it was said or seen, kept exactly. */
  readonly words: string;
  readonly subjectId?: string | null;
  readonly correctsId?: string | null;
}

/** Adds to the chronology; nothing in it is ever changed, so a correction is an entry too (V4.1e). @returns its id. */
export async function addEntry(tx: Tx, author: Author, entry: NewEntry): Promise<string> {
  const entryId = newId<string>();
  const { caseId, correctsId = null } = entry;
  await Promise.all([
    tx.run(sql`insert into case_entry (organisation_id, id, case_id, kind, happened_at, known_at, recorded_at,
        recorded_by, source, words, corrects_id, subject_id)
      values (${author.organisation}, ${entryId}, ${caseId}, ${entry.kind}, ${entry.happenedAt}, ${entry.knownAt},
        ${author.now}, ${author.staff}, ${entry.source}, ${entry.words}, ${correctsId}, ${entry.subjectId ?? null})`),
    record(tx, author, {
      name: correctsId ? 'case.entry-corrected' : 'case.entry-recorded',
      caseId,
      subjectId: entryId,
      data: { kind: entry.kind },
    }),
  ]);
  return entryId;
}
