import { z } from 'zod';
import type { OrganisationId } from '#rules/facts.ts';
import { type Database, id, sql, transact } from './sql.ts';

const row = z.object({ id: id<OrganisationId>(), slug: z.string() });

/** Every landlord of this database with its short name; names of landlords are public. */
export function listLandlords(db: Database): Promise<readonly z.infer<typeof row>[]> {
  return transact(db, { organisation: null }, (tx) =>
    tx.rows(row, sql`select organisation_id as id, slug from organisation order by slug`),
  );
}
