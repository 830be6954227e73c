import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, OrganisationId } from '#rules/facts.ts';
import { type Audience, usualAudience } from '../audience.ts';
import type { ChildrenSeen, YesOrNo } from '../circumstances.ts';
import { type EntryKind, type EntrySource, entriesPerPage } from '../entry.ts';
import type { EntryFilter, Order } from '../entry-filter.ts';
import { fromEntries, fromMatching, matching, shown } from './entry-filter.ts';

const row = z.object({
  id: id<string>(),
  kind: z.string(),
  happenedAt: instant,
  knownAt: instant,
  recordedAt: instant,
  recordedByName: z.string().nullable(),
  source: z.string(),
  /** What was said or told; what was seen or noticed stands apart. */
  words: z.string(),
  observed: z.string(),
  present: z.string(),
  childrenSeen: z.string() as unknown as z.ZodType<ChildrenSeen>,
  childrenHeard: z.string() as unknown as z.ZodType<YesOrNo>,
  seenAlone: z.string() as unknown as z.ZodType<YesOrNo>,
  decision: z.string(),
  decisionWhy: z.string(),
  aboutId: z.string().nullable(),
  disclosableTo: z.array(z.string()) as unknown as z.ZodType<readonly Audience[]>,
  /** How often it was decided anew to whom it may be shown. */
  audienceNumber: z.number(),
  /** Whoever told us asked that it goes no further, and has not allowed it since. */
  heldBack: z.boolean(),
  packId: z.string(),
  packVersion: z.string(),
  correctsId: z.string().nullable(),
  correctedById: z.string().nullable(),
});
export type Entry = z.infer<typeof row>;

const entryColumns = sql`e.id, e.kind, e.happened_at as "happenedAt", e.known_at as "knownAt",
    e.recorded_at as "recordedAt", s.name as "recordedByName", e.source, e.words, e.observed, e.present,
    e.children_seen as "childrenSeen", e.children_heard as "childrenHeard", e.seen_alone as "seenAlone", e.decision,
    e.decision_why as "decisionWhy", e.about_id as "aboutId", ${shown} as "disclosableTo",
    coalesce(d.number, 0) as "audienceNumber", exists (select from entry_condition h
      where h.organisation_id = e.organisation_id and h.entry_id = e.id and h.lifted_at is null) as "heldBack",
    e.pack_id as "packId", e.pack_version as "packVersion",
    e.corrects_id as "correctsId",
    (select k.id from case_entry k where k.organisation_id = e.organisation_id and k.corrects_id = e.id
      order by k.recorded_at desc limit 1) as "correctedById"`;
const withAuthors = sql`${fromEntries}
  left join staff s on s.organisation_id = e.organisation_id and s.id = e.recorded_by`;

export interface EntryPage extends EntryFilter {
  readonly order?: Order;
  /** From 1. */
  readonly page?: number;
  readonly most?: number;
}

const totalRow = z.object({ total: z.number() });

/** Newest first unless asked otherwise, and how many match; what was corrected stays, and points at its correction. */
export async function entriesOf(
  tx: Tx,
  organisation: OrganisationId,
  caseId: CaseId,
  { order = 'newest', page = 1, most = entriesPerPage, ...filter }: EntryPage = {},
): Promise<{ readonly entries: readonly Entry[]; readonly total: number }> {
  const which = matching(organisation, caseId, filter);
  const inOrder = order === 'oldest' ? sql`e.happened_at, e.id` : sql`e.happened_at desc, e.id desc`;
  const [entries, { total }] = await Promise.all([
    tx.rows(
      row,
      sql`select ${entryColumns} ${withAuthors} where ${which}
        order by ${inOrder} limit ${most} offset ${(page - 1) * most}`,
    ),
    tx.one(totalRow, sql`select count(*) as total ${fromMatching(filter)} where ${which}`),
  ]);
  return { entries, total };
}

/** One entry of this case; null for one of another. */
export function entryOf(tx: Tx, organisation: OrganisationId, caseId: CaseId, entryId: string) {
  return tx.maybe(
    row,
    sql`select ${entryColumns} ${withAuthors}
      where e.organisation_id = ${organisation} and e.case_id = ${caseId} and e.id = ${entryId}`,
  );
}

export interface NewEntry {
  readonly caseId: CaseId;
  readonly kind: EntryKind;
  readonly happenedAt: Temporal.Instant;
  /** When anybody at the landlord first knew. */
  readonly knownAt: Temporal.Instant;
  readonly source: EntrySource | (string & {});
  /** As it was said, kept exactly. */
  readonly words: string;
  /** What was seen or noticed, told apart from what was said. */
  readonly observed?: string;
  readonly present?: string;
  readonly childrenSeen?: ChildrenSeen;
  readonly childrenHeard?: YesOrNo;
  readonly seenAlone?: YesOrNo;
  readonly decision?: string;
  readonly decisionWhy?: string;
  /** Of the people in this case; null: the case as a whole. */
  readonly aboutId?: string | null;
  /** Left out: as is usual for what comes from this source. */
  readonly disclosableTo?: readonly Audience[];
  readonly subjectId?: string | null;
  readonly correctsId?: string | null;
}

/** Adds to the chronology; nothing in it is ever changed, so a correction is an entry too (V4.1e). @returns its id. */
export async function addEntry(tx: Tx, office: Office, entry: NewEntry): Promise<string> {
  const entryId = newId<string>();
  const { organisation, pack } = office;
  const { caseId, correctsId = null, disclosableTo = usualAudience(entry.source) } = entry;
  const writing = sql`insert into case_entry (organisation_id, id, case_id, kind, happened_at, known_at, recorded_at,
        recorded_by, source, words, observed, present, children_seen, children_heard, seen_alone, decision,
        decision_why, about_id, disclosable_to, pack_id, pack_version, corrects_id, subject_id)
      values (${organisation}, ${entryId}, ${caseId}, ${entry.kind}, ${entry.happenedAt}, ${entry.knownAt},
        ${office.now}, ${office.staff}, ${entry.source}, ${entry.words}, ${entry.observed ?? ''},
        ${entry.present ?? ''}, ${entry.childrenSeen ?? 'not_asked'}, ${entry.childrenHeard ?? 'not_asked'},
        ${entry.seenAlone ?? 'not_asked'}, ${entry.decision ?? ''}, ${entry.decisionWhy ?? ''},
        ${entry.aboutId ?? null}, ${disclosableTo}, ${pack.id}, ${pack.version}, ${correctsId},
        ${entry.subjectId ?? null})`;
  await happened(tx, office, {
    name: correctsId ? 'case.entry-corrected' : 'case.entry-recorded',
    ...{ caseId, subjectId: entryId, data: { kind: entry.kind }, writing },
  });
  return entryId;
}
