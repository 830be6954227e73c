import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { instant, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { approvedTexts } from '../markers.ts';

const row = z.object({
  id: z.uuid(),
  text: z.string(),
  addedByName: z.string().nullable(),
  addedAt: instant,
});
export type Wording = z.infer<typeof row>;

/** The landlord's own wordings that are in use, by text. */
export function wordingsOf(tx: Tx, organisation: OrganisationId): Promise<readonly Wording[]> {
  return tx.rows(
    row,
    sql`select w.id, w.text, s.name as "addedByName", w.added_at as "addedAt" from marker_wording w
      left join staff s on s.organisation_id = w.organisation_id and s.id = w.added_by
      where w.organisation_id = ${organisation} and w.ended_at is null order by lower(w.text), w.id limit 200`,
  );
}

/** Everything that a marker may say: what Lintel brings, then the landlord's own. */
export async function textsOf(tx: Tx, organisation: OrganisationId): Promise<readonly string[]> {
  return [...approvedTexts, ...(await wordingsOf(tx, organisation)).map(({ text }) => text)];
}

/** @returns false where it is there already */
export async function addWording(tx: Tx, office: Office, text: string): Promise<boolean> {
  const known = await textsOf(tx, office.organisation);
  if (known.some((each) => each.toLowerCase() === text.toLowerCase())) return false;
  const id = newId<string>();
  const added = await tx.run(sql`insert into marker_wording (organisation_id, id, text, added_by, added_at)
    values (${office.organisation}, ${id}, ${text}, ${office.staff}, ${office.now}) on conflict do nothing`);
  if (added === 0) return false;
  await record(tx, office, { name: 'marker.reviewed', subjectId: id, data: { wording: 'added' } });
  return true;
}

/** No new marker says it; those that do go on until they are reviewed. @returns false where it is not in use */
export async function endWording(tx: Tx, office: Office, id: string): Promise<boolean> {
  const ended =
    await tx.run(sql`update marker_wording set ended_at = ${office.now}, ended_by = ${office.staff}
    where organisation_id = ${office.organisation} and id = ${id} and ended_at is null`);
  if (ended === 0) return false;
  await record(tx, office, { name: 'marker.reviewed', subjectId: id, data: { wording: 'ended' } });
  return true;
}
