import type pg from 'pg';

/** How many landlords the database holds, and how many of them are not a demonstration. */
export async function countLandlords(pool: pg.Pool): Promise<Readonly<{ all: number; real: number }>> {
  const { rows } = await pool.query(
    'select count(*)::int as "all", (count(*) filter (where not demonstration))::int as real from organisation',
  );
  return rows[0];
}
