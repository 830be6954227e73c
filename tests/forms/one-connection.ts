import type pg from 'pg';
import { createPool } from '#kit/sql.ts';
import type { TestDatabase } from '../database.ts';

/** What was written, as one text a row. */
export interface Row {
  readonly table: string;
  readonly row: string;
}

/** A database in which everything that one form does is undone before the next one is tried. */
export interface Undoing {
  /** Does this in a transaction that is rolled back; every transaction within is a savepoint of it. */
  undone<T>(work: (changed: () => Promise<readonly Row[]>) => Promise<T>): Promise<T>;
  /** Every row as it stands, by its table and what it is called there. */
  everyRow(): Promise<ReadonlyMap<string, string>>;
  end(): Promise<void>;
}

const asServed = 'set role lintel_app';
const savepoints: Readonly<Record<string, string>> = {
  begin: 'savepoint request',
  commit: 'release savepoint request',
  rollback: 'rollback to savepoint request',
};

/**
 * Lets the program work on one connection, so that what it did can be looked at and undone.
 * @param db what the services hold: its pool is exchanged
 */
export async function oneConnection(database: TestDatabase, db: { pool: pg.Pool }): Promise<Undoing> {
  // Its own: the pools of the database are closed first, and would wait for it.
  const pool = createPool(database.urls.owner, 1);
  const client = await pool.connect();
  const told = client.query.bind(client) as (query: pg.QueryConfig) => Promise<pg.QueryResult>;
  const within = new Proxy(client, {
    get(target, name) {
      if (name === 'release') return () => {};
      if (name === 'query')
        return (query: pg.QueryConfig | string) => {
          const config = typeof query === 'string' ? { text: query } : query;
          return told(savepoints[config.text] ? { text: savepoints[config.text] ?? '' } : config);
        };
      return Reflect.get(target, name);
    },
  });
  db.pool = { connect: async () => within, end: async () => {} } as unknown as pg.Pool;
  const { rows: tables } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'",
  );
  const everything = tables
    // What was sent is kept for a while, so that it is done once; that is no storing of it.
    .filter(({ name }) => name !== 'submission' && name !== 'draft')
    .map(
      ({ name }) =>
        `select '${name}' as table, to_jsonb(t)::text as row from ${name} t
          where xmin::text::bigint >= $1::text::bigint`,
    )
    .join(' union all ');
  const rows = (since: string) => client.query<Row>(everything, [since]);
  return {
    async undone(work) {
      await client.query('begin');
      const { rows: begun } = await client.query<{ id: string }>('select pg_current_xact_id()::text as id');
      await client.query(asServed);
      try {
        return await work(async () => {
          await client.query('reset role');
          const found = await rows(begun[0]?.id ?? '');
          await client.query(asServed);
          return found.rows;
        });
      } finally {
        await client.query('rollback');
        await client.query('reset role');
      }
    },
    async everyRow() {
      const found = await rows('0');
      return new Map(found.rows.map(({ table, row }) => [keyOf(table, JSON.parse(row)), row]));
    },
    async end() {
      client.release();
      await pool.end();
    },
  };
}

/** By what a row is known again. */
export function keyOf(table: string, row: Readonly<Record<string, unknown>>): string {
  return [table, row.id, row.case_id, row.staff_id].join();
}
