import type pg from 'pg';
import { z } from 'zod';
import type { OrganisationId } from '#rules/facts.ts';
import { sql, type Tx } from '../sql.ts';

/** The record is sealed every minute; what waits longer than this is behind, whatever keeps it. */
const patience = Temporal.Duration.from({ minutes: 10 });

const row = z.object({ behind: z.boolean() });

/** Is something of this landlord's record not sealed that should be? */
export async function isSealingBehind(
  tx: Tx,
  organisation: OrganisationId,
  now: Temporal.Instant,
): Promise<boolean> {
  const { behind } = await tx.one(
    row,
    sql`select lintel.sealing_behind(${now.subtract(patience)}, ${organisation}) as behind`,
  );
  return behind;
}

/** The same of any landlord's, for whoever watches over the program. */
export async function isAnySealingBehind(pool: pg.Pool, now: Temporal.Instant): Promise<boolean> {
  const { rows } = await pool.query('select lintel.sealing_behind($1, null) as behind', [
    now.subtract(patience).toString(),
  ]);
  return row.parse(rows[0]).behind;
}
