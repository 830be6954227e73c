import type pg from 'pg';
import { z } from 'zod';

/** A service that has not done what it is for since longer ago than this is somebody's to look at. */
const patience = Temporal.Duration.from({ minutes: 15 });

const failingRow = z.object({ failing: z.boolean() });

/** Does a service fail by which messages leave, of any landlord's? */
export async function areCarriersFailing(pool: pg.Pool, now: Temporal.Instant): Promise<boolean> {
  const { rows } = await pool.query('select lintel.carriers_failing($1) as failing', [
    now.subtract(patience).toString(),
  ]);
  return failingRow.parse(rows[0]).failing;
}

const countRow = z.object({ channel: z.string(), state: z.string(), messages: z.coerce.number() });

/** How many messages of all landlords together stand how. */
export async function countMessagesStanding(pool: pg.Pool): Promise<readonly z.infer<typeof countRow>[]> {
  const { rows } = await pool.query(
    "select channel, state, messages from lintel.messages_standing(null) where basis = ''",
  );
  return z.array(countRow).parse(rows);
}
