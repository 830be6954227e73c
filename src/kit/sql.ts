import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import sqlTag, { empty, join, type Sql } from 'sql-template-tag';
import { z } from 'zod';
import type { OrganisationId, Role, StaffId } from '#rules/facts.ts';
import { insistAsGiven } from './database/as-given.ts';
import { askTogether } from './database/ask-together.ts';
import { standingOf } from './database/standing.ts';
import { DatabaseTrouble, troubleOf } from './database/trouble.ts';
import { codeOf } from './failure.ts';
import { stopwatch } from './now.ts';

/** SQL is written as SQL: `sql\`select … where id = ${id}\``; values become parameters, only `Sql` nests as text. */
export const sql = sqlTag;
export { empty, join, type Sql };

/** Row schema pieces for what the driver hands over. */
export const instant = z.instanceof(Temporal.Instant);
export const plainDate = z.instanceof(Temporal.PlainDate);
export const id = <T extends string>() => z.uuid() as unknown as z.ZodType<T>;

export interface Database {
  readonly pool: pg.Pool;
  /** Check every row against its schema: in tests and the demonstration; production trusts what those proved. */
  readonly checkRows: boolean;
}

/** One open transaction. Persistence functions take it first, so that they compose. */
export interface Tx {
  rows<T>(row: z.ZodType<T>, query: Sql): Promise<readonly T[]>;
  /** The only row, or null. */
  maybe<T>(row: z.ZodType<T>, query: Sql): Promise<T | null>;
  /** The only row; throws where there is none. */
  one<T>(row: z.ZodType<T>, query: Sql): Promise<T>;
  /** Runs a statement; the number of rows it touched. */
  run(query: Sql): Promise<number>;
  /**
   * Sends a statement and goes on without its answer: whatever is asked afterwards finds it done, and where it fails,
   * the transaction does. For what is written in any case; how many rows it touched, nobody learns.
   */
  write(query: Sql): void;
  /** Runs a statement at the end, in the same round trip as the commit. */
  atEnd(query: Sql): void;
}

/** On whose behalf a transaction runs; row-level security sees nothing but this. */
export type Scope =
  | { readonly organisation: OrganisationId; readonly staff: StaffId; readonly roles: readonly Role[] }
  /** The program itself: sweep, jobs, signing in. */
  | { readonly organisation: OrganisationId; readonly system: true }
  /** Nobody in particular: the help site, before sign-in. */
  | { readonly organisation: OrganisationId | null };

/** So long a request waits for a connection, in milliseconds: then it is told that the database is away. */
const connectingAtMost = 15_000;
/** The server ends a statement that takes too long; one that says nothing for so much longer is not there. */
const silence = 10_000;

/**
 * A pool whose connections ask together what is asked in one go, and speak Temporal. `statementTimeout` in
 * milliseconds; 0: none. `kept` connections stay when there is nothing to do: one that was closed costs the next
 * request its plans, and signing in.
 */
export function createPool(
  connectionString: string,
  max: number,
  statementTimeout = 30_000,
  kept = 0,
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    types: { getTypeParser },
    statement_timeout: statementTimeout,
    ...(statementTimeout > 0 && { query_timeout: statementTimeout + silence }),
    connectionTimeoutMillis: connectingAtMost,
    keepAlive: true,
    // A second process for one statement takes ten times what a page's statements do, and a processor from others.
    options: '-c max_parallel_workers_per_gather=0',
    ...{ min: kept, application_name: 'lintel' },
  } as pg.PoolConfig);
  // A connection that breaks is replaced by the pool, idle or in use: what it was asked fails, and whoever asked is
  // told. Its own event says nothing more; unheard, it would end the program.
  pool.on('error', () => {});
  pool.on('connect', (client) => {
    client.on('error', () => {});
    askTogether(client);
  });
  return pool;
}

/** Begins, scopes, works, commits; rolls back when `work` throws. What `work` asks first leaves with the scope. */
export async function transact<T>(db: Database, scope: Scope, work: (tx: Tx) => Promise<T>): Promise<T> {
  return inTransaction(db, [scoping(scope)], (tx) => work(tx));
}

/** Begins, and runs `opening` in the same round trip; the rows of each go to `work` with the transaction. */
export async function within<T>(
  db: Database,
  opening: readonly Sql[],
  work: (tx: Tx, ...opened: (readonly unknown[])[]) => Promise<T>,
): Promise<T> {
  return inTransaction(db, opening, async (tx, opened) =>
    work(tx, ...(await settle(opened)).map(({ rows }) => rows)),
  );
}

type Answer = Promise<pg.QueryResult>;

/**
 * What is sent stays in its order, so `work` may go on without the answers to what came before: `opening`, and what it
 * writes. A connection whose transaction cannot be ended cleanly is destroyed, never reused.
 */
async function inTransaction<T>(
  db: Database,
  opening: readonly Sql[],
  work: (tx: Tx, opened: readonly Answer[]) => Promise<T>,
): Promise<T> {
  const client = await connected(db);
  const under: UnderWay = { client, sent: [], last: [], wrote: false, ended: false };
  let broken: Error | undefined;
  try {
    const [, ...opened] = [begin, ...opening.map(statement)].map((each) => goOn(under, each));
    const result = await work(transaction(under, db.checkRows), opened);
    under.ended = true;
    const ending = [...under.last.map(statement), commit].map((each) => client.query(each));
    const ended = await settle([...under.sent, ...ending]);
    // A statement failed and nobody minded: the server has rolled back, and says so only here.
    if (ended.at(-1)?.command === 'ROLLBACK') throw new Error('The transaction was rolled back');
    workedWell(db, under.wrote);
    return result;
  } catch (error) {
    under.ended = true;
    broken = await client.query('rollback').then(
      () => undefined,
      (failure: Error) => failure,
    );
    throw named(db, await causeOf(error, under.sent));
  } finally {
    client.release(broken);
  }
}

/** A transaction that has not ended. */
interface UnderWay {
  readonly client: pg.PoolClient;
  /** What nobody waited for. */
  readonly sent: Answer[];
  /** What is sent with the commit. */
  readonly last: Sql[];
  wrote: boolean;
  /** It is being ended: its connection is about to be somebody else's. */
  ended: boolean;
}

/** Sends without waiting; the answer is awaited at the end. */
function goOn(under: UnderWay, query: pg.QueryConfig): Answer {
  const answer = ask(under, query);
  answer.catch(() => {});
  under.sent.push(answer);
  return answer;
}

function ask({ client, ended }: UnderWay, query: pg.QueryConfig): Answer {
  if (ended)
    throw new Error('The transaction has ended: what is asked now would be asked in somebody else’s');
  return client.query(query);
}

const inFailedTransaction = '25P02';

/** A statement that failed because one before it had, which nobody waited for: that one says why. */
async function causeOf(error: unknown, sent: readonly Answer[]): Promise<unknown> {
  if (codeOf(error) !== inFailedTransaction) return error;
  const failed = (await Promise.allSettled(sent)).find((end) => end.status === 'rejected');
  return failed ? failed.reason : error;
}

/** A server that restarts is back within moments: most requests need not notice. */
const backWithin = 2_000;

export async function connected(db: Database): Promise<pg.PoolClient> {
  const waited = stopwatch();
  for (;;) {
    try {
      return await db.pool.connect();
    } catch (error) {
      const restarts = troubleOf(error) === 'away' && codeOf(error) !== undefined;
      if (!restarts || waited() > backWithin) throw named(db, error);
      await pause(100);
    }
  }
}

/** A disk that is full still lets read. */
function workedWell(db: Database, wrote: boolean): void {
  const standing = standingOf(db);
  if (wrote || standing.trouble === 'away') standing.trouble = null;
}

/** What the database itself failed in is told apart from what was wrong with the question. */
export function named(db: Database, error: unknown): unknown {
  const trouble = troubleOf(error);
  if (!trouble || error instanceof DatabaseTrouble) return error;
  standingOf(db).trouble = trouble;
  return new DatabaseTrouble(trouble, error);
}

function scoping(scope: Scope): Sql {
  const staff = 'staff' in scope ? scope.staff : '';
  const roles = 'system' in scope ? 'system' : 'roles' in scope ? scope.roles.join(',') : '';
  const keptFrom =
    'staff' in scope ? sql`lintel.keep_apart()` : sql`set_config('lintel.kept_from', '{}', true)`;
  return sql`select set_config('lintel.organisation', ${scope.organisation ?? ''}, true),
    set_config('lintel.staff', ${staff}, true), set_config('lintel.roles', ${roles}, true), ${keptFrom}`;
}

function transaction(under: UnderWay, checkRows: boolean): Tx {
  const touched = ({ rowCount }: pg.QueryResult) => {
    if (rowCount) under.wrote = true;
    return rowCount ?? 0;
  };
  async function rows<T>(row: z.ZodType<T>, query: Sql): Promise<readonly T[]> {
    const result = await ask(under, statement(query));
    if (!checkRows) return result.rows as T[];
    insistAsGiven(row);
    return result.rows.map((each) => row.parse(each));
  }
  async function maybe<T>(row: z.ZodType<T>, query: Sql): Promise<T | null> {
    const found = await rows(row, query);
    return found[0] ?? null;
  }
  return {
    rows,
    maybe,
    async one(row, query) {
      const found = await maybe(row, query);
      if (found === null) throw new Error(`No row where one was certain: ${query.text}`);
      return found;
    },
    async run(query) {
      return touched(await ask(under, statement(query)));
    },
    write(query) {
      goOn(under, statement(query)).then(touched, () => {});
    },
    atEnd(query) {
      under.last.push(query);
    },
  };
}

const begin = { name: 'begin', text: 'begin' };
const commit = { name: 'commit', text: 'commit' };

/** Waits for all, then throws the first failure: a connection is never left with answers on the way. */
async function settle<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(promises);
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}

const names = new Map<string, string>();
const namedAtMost = 1_000;

/** Named, so that the server parses and plans each text once a connection; rare texts beyond the bound go unnamed. */
export function statement(query: Sql): pg.QueryConfig {
  const text = query.text;
  let name = names.get(text);
  if (name === undefined && names.size < namedAtMost) {
    name = `lintel_${names.size}`;
    names.set(text, name);
  }
  const values = query.values.map(bound);
  return name === undefined ? { text, values } : { name, text, values };
}

function bound(value: unknown): unknown {
  if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString();
  if (Array.isArray(value)) return value.map(bound);
  return value;
}

const timestamptz = 1184;
const parsers = new Map<number, (text: string) => unknown>([
  [timestamptz, (text) => Temporal.Instant.from(text.replace(' ', 'T'))],
  [1185, (text) => textArray(text).map((each) => Temporal.Instant.from(each.replace(' ', 'T')))],
  [1082, (text) => Temporal.PlainDate.from(text)],
  [20, Number],
]);

function textArray(text: string): string[] {
  return pg.types.getTypeParser(1009 as never)(text) as unknown as string[];
}

function getTypeParser(oid: number, format?: 'text' | 'binary'): unknown {
  return (format !== 'binary' && parsers.get(oid)) || pg.types.getTypeParser(oid, format as 'text');
}
