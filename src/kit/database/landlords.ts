import { z } from 'zod';
import { type Database, sql, transact } from '../sql.ts';

const row = z.object({ landlords: z.number(), real: z.number() });

/** How many landlords a database holds, and how many of them are not invented. */
export function countLandlords(db: Database): Promise<z.infer<typeof row>> {
  return transact(db, { organisation: null }, (tx) =>
    tx.one(
      row,
      sql`select count(*) as landlords, count(*) filter (where not demonstration) as real from organisation`,
    ),
  );
}
