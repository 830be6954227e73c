import type pg from 'pg';
import type { Database } from './sql.ts';

/**
 * All that `work` does through the database it is given is one transaction: everything is kept, or nothing. What would
 * be transactions of their own are steps of it, one after the other; nobody else sees any of it before the end.
 */
export async function asOneTransaction<T>(db: Database, work: (db: Database) => Promise<T>): Promise<T> {
  const [result] = await sideBySide(db, [work]);
  return result as T;
}

/**
 * Does several works at the same time, each as one transaction on a connection of its own. When the last is done all
 * are kept, one right after the other; where one fails, the others stop and nothing of any is kept. None may wait for a
 * row that another one holds: it would wait for ever.
 */
export async function sideBySide<T>(
  db: Database,
  works: readonly ((db: Database) => Promise<T>)[],
): Promise<readonly T[]> {
  const met = meeting(works.length);
  const ends = await Promise.allSettled(works.map((work) => whole(db, work, met)));
  const reasons = ends.filter((end) => end.status === 'rejected').map(({ reason }) => reason);
  if (reasons.length > 0) throw reasons.find((reason) => reason !== met.stopped) ?? met.stopped;
  return ends.filter((end) => end.status === 'fulfilled').map(({ value }) => value);
}

async function whole<T>(db: Database, work: (db: Database) => Promise<T>, met: Meeting): Promise<T> {
  const client = await db.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const result = await work({ ...db, pool: stepsOf(client, db.pool, met) });
    await met.everybody();
    await client.query('commit');
    return result;
  } catch (error) {
    met.fail();
    await client.query('rollback').catch((failure) => {
      broken = failure as Error;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Where works that end together wait for each other. */
interface Meeting {
  /** Resolves when all are done; throws `stopped` as soon as one failed. */
  everybody(): Promise<void>;
  fail(): void;
  readonly failed: boolean;
  /** What is thrown in those that did not fail themselves. */
  readonly stopped: Error;
}

function meeting(of: number): Meeting {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  promise.catch(() => {});
  const stopped = new Error('A step failed, and with it everything');
  let awaited = of;
  let failed = false;
  return {
    everybody() {
      awaited -= 1;
      if (awaited === 0) resolve();
      return promise;
    },
    fail() {
      failed = true;
      reject(stopped);
    },
    get failed() {
      return failed;
    },
    stopped,
  };
}

/** As much of a pool as transactions ask for: whoever connects waits until the one before has released. */
function stepsOf(client: pg.PoolClient, { options }: pg.Pool, met: Meeting): pg.Pool {
  let last: Promise<void> = Promise.resolve();
  const connect = async () => {
    const before = last;
    const { promise, resolve } = Promise.withResolvers<void>();
    last = promise;
    await before;
    // Everything else is inherited from the real client.
    return Object.assign(Object.create(client), {
      query: (query: pg.QueryConfig | string) => ask(client, query, met),
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
async function ask(client: pg.PoolClient, query: pg.QueryConfig | string, met: Meeting): Promise<unknown> {
  const text = typeof query === 'string' ? query : query.text;
  if (text === 'begin') {
    if (met.failed) throw met.stopped;
    return client.query(closing);
  }
  if (text === 'commit') return { command: 'COMMIT', rows: [], rowCount: null };
  if (text !== 'rollback') return client.query(query as pg.QueryConfig);
  met.fail();
  return { command: 'ROLLBACK', rows: [], rowCount: null };
}
