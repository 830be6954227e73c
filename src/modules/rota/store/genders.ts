import { z } from 'zod';
import { type Author, record } from '#kit/record.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import { genders, type WorkerGender } from '../forms.ts';

const row = z.object({ staffId: id<StaffId>(), gender: z.enum(genders) });

/** What these colleagues said of themselves, for people who ask for a woman or a man (L2.3); most say nothing. */
export async function gendersOf(
  tx: Tx,
  organisation: OrganisationId,
  staffIds: readonly StaffId[],
): Promise<ReadonlyMap<StaffId, WorkerGender>> {
  const rows = await tx.rows(
    row,
    sql`select staff_id as "staffId", gender from worker_gender
      where organisation_id = ${organisation} and staff_id = any (${[...staffIds]}::uuid[])`,
  );
  return new Map(rows.map(({ staffId, gender }) => [staffId, gender]));
}

/** Says it of oneself, or takes it back; the record tells that it changed, never to what. */
export async function sayGender(
  tx: Tx,
  author: Author & { readonly staff: StaffId },
  gender: WorkerGender | '',
): Promise<void> {
  const { organisation, staff, now } = author;
  await tx.run(
    gender === ''
      ? sql`delete from worker_gender where organisation_id = ${organisation} and staff_id = ${staff}`
      : sql`insert into worker_gender (organisation_id, staff_id, gender, said_at)
          values (${organisation}, ${staff}, ${gender}, ${now})
          on conflict (organisation_id, staff_id) do update set gender = excluded.gender, said_at = excluded.said_at`,
  );
  await record(tx, author, { name: 'staff.changed', subjectId: staff, data: { changed: 'about-you' } });
}
