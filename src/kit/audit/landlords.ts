import { z } from 'zod';
import type { OrganisationId } from '#rules/facts.ts';
import { type Database, id, sql, transact } from '../sql.ts';

const landlordRow = z.object({ id: id<OrganisationId>(), name: z.string() });
const countRow = z.object({ events: z.number() });

export type SealedLandlord = z.infer<typeof landlordRow> & z.infer<typeof countRow>;

/** Every landlord, and how many of its events are sealed: each looked at on its own, as row-level security has it. */
export async function sealedLandlords(db: Database): Promise<readonly SealedLandlord[]> {
  const found = await transact(db, { organisation: null }, (tx) =>
    tx.rows(landlordRow, sql`select organisation_id as id, name from organisation order by created_at`),
  );
  return Promise.all(
    found.map((landlord) =>
      transact(db, { organisation: landlord.id, system: true }, async (tx) => {
        const { events } = await tx.one(
          countRow,
          sql`select coalesce(sum(events), 0)::bigint as events from event_seal
            where organisation_id = ${landlord.id}`,
        );
        return { ...landlord, events };
      }),
    ),
  );
}
