import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';

const row = z.object({
  id: z.uuid(),
  word: z.string(),
  addedBy: id<StaffId>().nullable(),
  addedByName: z.string().nullable(),
  addedAt: instant,
});
export type OwnWord = Readonly<z.infer<typeof row>>;

/** The landlord's own words that are looked for, by their letters. */
export function ownWordsOf(tx: Tx, organisation: OrganisationId): Promise<readonly OwnWord[]> {
  return tx.rows(
    row,
    sql`select w.id, w.word, w.added_by as "addedBy", s.name as "addedByName", w.added_at as "addedAt"
      from telling_word w left join staff s on s.organisation_id = w.organisation_id and s.id = w.added_by
      where w.organisation_id = ${organisation} and w.ended_at is null order by lower(w.word) limit 500`,
  );
}

/** @returns false where it is looked for already */
export async function addWord(tx: Tx, office: Office, word: string): Promise<boolean> {
  const { organisation, staff, now } = office;
  const wordId = newId<string>();
  const added = await tx.run(sql`insert into telling_word (organisation_id, id, word, added_by, added_at)
    values (${organisation}, ${wordId}, ${word}, ${staff}, ${now}) on conflict do nothing`);
  if (added === 0) return false;
  await record(tx, office, { name: 'telling-word.added', subjectId: wordId });
  return true;
}

/** Whoever added it does not take it away. @returns false where it is not looked for, or was added by them */
export async function endWord(tx: Tx, office: Office, wordId: string): Promise<boolean> {
  const { organisation, staff, now } = office;
  const ended = await tx.run(sql`update telling_word set ended_by = ${staff}, ended_at = ${now}
    where organisation_id = ${organisation} and id = ${wordId} and ended_at is null and added_by <> ${staff}`);
  if (ended === 0) return false;
  await record(tx, office, { name: 'telling-word.ended', subjectId: wordId });
  return true;
}
