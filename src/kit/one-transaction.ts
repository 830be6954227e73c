import type pg from 'pg';
import type { Database } from './sql.ts';

/**
 * All that `work` does through the database it is given is one transaction: everything is kept, or nothing. What would
 * be transactions of their own are savepoints in it, one after the other; nobody else sees any of it before the end.
 */
export async function asOneTransaction<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work({ ...db, pool: savepointsOf(client, db.pool) });
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
function savepointsOf(client: pg.PoolClient, { options }: pg.Pool): pg.Pool {
  let last: Promise<void> = Promise.resolve();
  const connect = async () => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    await before;
    // All else of it is the real one's.
    return Object.assign(Object.create(client), {
      query: (query: pg.QueryConfig | string) => ask(client, query),
      release: () => resolve(),
    });
  };
  return { connect, options } as unknown as pg.Pool;
}

const inside: Readonly<Record<string, string>> = {
  begin: 'savepoint step',
  commit: 'release savepoint step',
  rollback: 'rollback to savepoint step',
};

function ask(client: pg.PoolClient, query: pg.QueryConfig | string): Promise<unknown> {
  const text = typeof query === 'string' ? query : query.text;
  const said = inside[text];
  if (said === undefined) return client.query(query as pg.QueryConfig);
  if (text !== 'begin') return client.query(said);
  // The end of a transaction closes the case that it opened, and ends what it was let into; that of a savepoint does not.
  const closing =
    "select set_config('lintel.opened_case', '', true), set_config('lintel.emergency', '', true)";
  return Promise.all([client.query(said), client.query(closing)]);
}
