import type pg from 'pg';
import type { Database } from './sql.ts';

/**
 * All that `work` does through the database it is given is one transaction: everything is kept, or nothing. What would
 * be transactions of their own are steps of it, one after the other; nobody else sees any of it before the end.
 */
export async function asOneTransaction<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    let failed = false;
    const pool = stepsOf(client, db.pool, () => {
      failed = true;
    });
    const result = await work({ ...db, pool });
    if (failed) throw new Error('A step failed, and with it everything');
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((failure) => {
      broken = failure as Error;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** As much of a pool as transactions ask for: whoever connects waits until the one before has released. */
function stepsOf(client: pg.PoolClient, { options }: pg.Pool, broken: () => void): pg.Pool {
  let last: Promise<void> = Promise.resolve();
  const connect = async () => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    await before;
    // Everything else is inherited from the real client.
    return Object.assign(Object.create(client), {
      query: (query: pg.QueryConfig | string) => ask(client, query, broken),
      release: () => resolve(),
    });
  };
  return { connect, options } as unknown as pg.Pool;
}

/** Closes the opened case and emergency access as each step begins, since no real transaction ends between. */
const closing = `select set_config('lintel.opened_case', '', true), set_config('lintel.opened_cases', '', true),
  set_config('lintel.emergency', '', true)`;

/**
 * Steps have no savepoints of their own: thousands of them would cost more than what is done in them. A step that fails
 * fails everything, which is what was promised.
 */
async function ask(
  client: pg.PoolClient,
  query: pg.QueryConfig | string,
  broken: () => void,
): Promise<unknown> {
  const text = typeof query === 'string' ? query : query.text;
  if (text === 'begin') return client.query(closing);
  if (text === 'commit') return { command: 'COMMIT', rows: [], rowCount: null };
  if (text !== 'rollback') return client.query(query as pg.QueryConfig);
  broken();
  return { command: 'ROLLBACK', rows: [], rowCount: null };
}
