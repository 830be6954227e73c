import { z } from 'zod';
import { sql, type Tx } from '#kit/sql.ts';

const casesRow = z.object({ cases: z.number() });

/** How many open cases nobody may see; for administrators, whom the wall lets into none. */
export async function casesNobodySees(tx: Tx): Promise<number> {
  const { cases } = await tx.one(casesRow, sql`select lintel.cases_nobody_sees() as cases`);
  return cases;
}
