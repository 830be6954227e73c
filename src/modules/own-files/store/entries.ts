import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { instant, plainDate, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';

const kinds = ['note', 'need', 'safeguarding', 'standing', 'given', 'ended'] as const;
export type EntryKind = (typeof kinds)[number];

const row = z.object({
  id: z.uuid(),
  kind: z.enum(kinds),
  code: z.string(),
  state: z.string(),
  words: z.string(),
  happenedOn: plainDate.nullable(),
  recordedAt: instant,
  recordedByName: z.string().nullable(),
});
export type OwnEntry = Readonly<z.infer<typeof row>>;

/** Everything that was written in a file, the latest first. */
export function entriesOf(
  tx: Tx,
  organisation: OrganisationId,
  fileId: string,
): Promise<readonly OwnEntry[]> {
  return tx.rows(
    row,
    sql`select e.id, e.kind, e.code, e.state, e.words, e.happened_on as "happenedOn", e.recorded_at as "recordedAt",
        s.name as "recordedByName"
      from own_file_entry e
        left join staff s on s.organisation_id = e.organisation_id and s.id = e.recorded_by
      where e.organisation_id = ${organisation} and e.file_id = ${fileId}
      order by e.recorded_at desc, e.id desc`,
  );
}

export interface NewEntry {
  readonly fileId: string;
  readonly kind: EntryKind;
  readonly code?: string;
  readonly state?: string;
  readonly words: string;
  readonly happenedOn?: Temporal.PlainDate;
}

export async function insertEntry(tx: Tx, office: Office, entry: NewEntry): Promise<void> {
  const { fileId, kind, code = '', state = '', words, happenedOn = null } = entry;
  const { organisation, staff, now } = office;
  await tx.run(sql`insert into own_file_entry (organisation_id, id, file_id, kind, code, state, words, happened_on,
      recorded_at, recorded_by)
    values (${organisation}, ${newId()}, ${fileId}, ${kind}, ${code}, ${state}, ${words}, ${happenedOn}, ${now},
      ${staff})`);
}

const recorded = {
  note: 'own-file.entry-recorded',
  need: 'own-file.need-recorded',
  safeguarding: 'own-file.safeguarding-decided',
} as const;

/** A note, a need of theirs, or whether somebody is at risk and the council was told. */
export async function writeEntry(
  tx: Tx,
  office: Office,
  entry: NewEntry & { readonly kind: keyof typeof recorded },
): Promise<void> {
  await insertEntry(tx, office, entry);
  const { kind, fileId, code = '', state = '' } = entry;
  await record(tx, office, { name: recorded[kind], subjectId: fileId, data: { code, state } });
}
