import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { record } from '#kit/record.ts';
import { id, sql, type Tx } from '#kit/sql.ts';
import type { PropertyId } from '#rules/facts.ts';
import { type Audience, audiences } from '../markers.ts';

const row = z.object({
  id: z.uuid(),
  propertyId: id<PropertyId>(),
  text: z.string(),
  audiences: z.array(z.enum(audiences.map(({ value }) => value))) as z.ZodType<readonly Audience[]>,
});
/** All that a reader learns: what to do, and for whom it is. Never by whom, why or for which case. */
export type ShownMarker = z.infer<typeof row>;

/**
 * The markers of these homes that are for one of these audiences today, whichever record of the home they were placed
 * on: the register may hold one home twice, by its UPRN or by address and postcode. Each that is read is recorded, and
 * so is it that somebody looked and found none.
 */
export async function readMarkers(
  tx: Tx,
  office: Office,
  asked: {
    readonly homes: readonly PropertyId[];
    readonly audiences: readonly Audience[];
    readonly today: Temporal.PlainDate;
  },
): Promise<readonly ShownMarker[]> {
  const found = await tx.rows(
    row,
    sql`with asked as (select h.id, h.uprn, h.same_home from property h
        where h.organisation_id = ${office.organisation} and h.id = any (${[...asked.homes]}::uuid[])),
      record as (select a.id as home, a.id from asked a
        union select a.id, h.id from asked a
          join property h on h.organisation_id = ${office.organisation} and h.uprn = a.uprn
        union select a.id, h.id from asked a
          join property h on h.organisation_id = ${office.organisation} and h.same_home = a.same_home)
      select m.id, r.home as "propertyId", m.text, m.audiences from record r
      join marker m on m.organisation_id = ${office.organisation} and m.property_id = r.id
      where m.ended_at is null and m.review_on >= ${asked.today} and m.audiences && ${[...asked.audiences]}::text[]
      order by m.placed_at, m.id, r.home limit 500`,
  );
  if (found.length === 0)
    await record(tx, office, { name: 'marker.seen', data: { homes: asked.homes.length } });
  const read = new Set(found.map((marker) => marker.id));
  await Promise.all([...read].map((subjectId) => record(tx, office, { name: 'marker.seen', subjectId })));
  return found;
}
