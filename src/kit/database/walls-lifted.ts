import type pg from 'pg';
import { statementsOf } from './statements.ts';

/**
 * Runs a migration so that it reaches the rows that it writes about. Row-level security is forced on the owner of the
 * tables too, whom no policy lets through: an update would find nothing and say nothing, and a row could not be put
 * anywhere. So it is not forced on the owner meanwhile, neither on what stands nor on what the migration makes; all of
 * it in the same transaction. Nobody else is let through by that.
 * @throws what PostgreSQL says, with `position` as the file counts it
 */
export async function runUnwalled(client: pg.Client, sql: string): Promise<void> {
  const walled = new Set(await lift(client));
  for (const { sql: statement, at } of statementsOf(sql)) {
    await client.query(statement).catch((error: unknown) => {
      throw atPlaceOf(error, at);
    });
    if (mayWall.test(statement)) for (const oid of await lift(client)) walled.add(oid);
  }
  await raise(client, [...walled]);
}

/** Has a landlord ever been in this database? Only then there are rows that a migration can write about. */
export async function hasRows(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ readonly has: boolean }>(
    `select coalesce(pg_relation_size(to_regclass('public.organisation')), 0) > 0 as has`,
  );
  return rows[0]?.has ?? false;
}

const mayWall = /force\s+row\s+level\s+security|\bcall\s+lintel\.|\bdo\s+\$/i;

async function lift(client: pg.Client): Promise<readonly number[]> {
  const { rows } = await client.query<{ readonly oid: number; readonly name: string }>(
    `select oid::int as oid, oid::regclass::text as name from pg_class
     where relforcerowsecurity and relowner = 'lintel_owner'::regrole`,
  );
  for (const { name } of rows) await client.query(`alter table ${name} no force row level security`);
  return rows.map(({ oid }) => oid);
}

/** By whatever name they go now. What is to be checked at the end is checked first: no table is changed before. */
async function raise(client: pg.Client, walled: readonly number[]): Promise<void> {
  await client.query('set constraints all immediate');
  const { rows } = await client.query<{ readonly name: string }>(
    'select oid::regclass::text as name from pg_class where oid = any ($1) and not relforcerowsecurity',
    [walled],
  );
  for (const { name } of rows) await client.query(`alter table ${name} force row level security`);
}

function atPlaceOf(error: unknown, at: number): unknown {
  if (typeof error !== 'object' || error === null || !('position' in error)) return error;
  return Object.assign(error, { position: String(Number(error.position) + at) });
}
