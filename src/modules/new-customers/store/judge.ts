import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { today } from '#rules/calendar.ts';
import { neverAsked, whyNots } from '../asking.ts';

const unasked = z.object({ id: z.uuid(), whyNot: z.enum(whyNots.map(({ value }) => value)).nullable() });

/** Of lettings whose day has passed: that nobody asked, or that it was not safe to. */
export async function countUnasked(tx: Tx, office: Office): Promise<void> {
  const { organisation } = office;
  const found = await tx.rows(
    unasked,
    sql`select id, why_not as "whyNot" from letting
      where organisation_id = ${organisation} and counted_as is null and move_in_on < ${today(office)}
      order by move_in_on, id limit 500 for update`,
  );
  for (const { id: subjectId, whyNot } of found) {
    const as = neverAsked(whyNot);
    await tx.run(sql`update letting set counted_as = ${as}
      where organisation_id = ${organisation} and id = ${subjectId}`);
    const name = as === 'not_asked' ? 'letting.not-asked' : 'letting.not-safe-to-ask';
    await record(tx, office, { name, subjectId, data: { why: whyNot ?? 'nobody_said' } });
  }
}
