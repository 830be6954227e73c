import type { z } from 'zod';
import { connected, type Database, named, type Sql, statement } from './sql.ts';

/**
 * Asks one statement that is a transaction by itself: one round trip, nothing to begin or commit. Row-level security
 * sees nobody in it, so it can only be a function of the database that finds out for whom it answers.
 */
export async function askAlone<T>(db: Database, row: z.ZodType<T>, query: Sql): Promise<readonly T[]> {
  const client = await connected(db);
  try {
    const { rows } = await client.query(statement(query));
    return db.checkRows ? rows.map((each) => row.parse(each)) : (rows as T[]);
  } catch (error) {
    throw named(db, error);
  } finally {
    client.release();
  }
}
