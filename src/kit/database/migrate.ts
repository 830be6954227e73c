import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { Failure, wordsOf } from '../failure.ts';
import { hasRows, runUnwalled } from './walls-lifted.ts';

/** One numbered file of `migrations/`: forward only, never edited once it has landed. */
export type Migration = Readonly<{ number: number; file: string; sql: string; hash: string }>;

/** Where this program's migrations are. */
export const migrationsFolder = join(import.meta.dirname, '../../../migrations');

/** The lock under which one program at a time prepares a database. */
const lock = 7_253_002;

/** Reads the migrations in order. @throws Failure when a number is missing or used twice */
export async function readMigrations(folder = migrationsFolder): Promise<readonly Migration[]> {
  const files = (await readdir(folder)).filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file)).sort();
  const migrations = await Promise.all(
    files.map(async (file): Promise<Migration> => {
      const sql = await readFile(join(folder, file), 'utf8');
      return { number: Number(file.slice(0, 4)), file, sql, hash: hashOf(sql) };
    }),
  );
  const misplaced = migrations.find(({ number }, index) => number !== index + 1);
  if (!misplaced) return migrations;
  throw new Failure(
    `The migrations are not numbered without a gap: ${misplaced.file} is not the next one.`,
    'The program is incomplete or was changed; install it again.',
  );
}

/** Holds the database for preparation, so that two programs starting at once do it one after the other. */
export async function alone<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1)', [lock]);
  try {
    return await work();
  } finally {
    await client.query('select pg_advisory_unlock($1)', [lock]);
  }
}

/**
 * Brings the database up to this program, each migration in one transaction as `lintel_owner`.
 * Answers the migrations that it applied.
 * @throws Failure when the database is newer than the program, or a landed migration was edited
 */
export async function migrate(
  client: pg.Client,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  await prepareRecord(client);
  const waiting = waitingAfter(await applied(client), migrations);
  const inhabited = waiting.length > 0 && (await asOwner(client, () => hasRows(client)));
  for (const migration of waiting) await apply(client, migration, inhabited);
  return waiting;
}

type Applied = Readonly<{ number: number; file: string; hash: string }>;

/** The migrations still to be applied, given those that were. */
export function waitingAfter(
  done: readonly Applied[],
  migrations: readonly Migration[],
): readonly Migration[] {
  for (const [index, landed] of done.entries()) {
    const ours = migrations[index];
    if (!ours || landed.number !== ours.number) {
      throw new Failure(
        `The database is newer than this program: it has migration ${landed.file}, which this Lintel does not know.`,
        'Start the newer Lintel again, or restore the backup that was made before it was installed.',
      );
    }
    if (landed.hash !== ours.hash) {
      throw new Failure(
        `The migration ${ours.file} is not the one that this database was made with.`,
        'A landed migration is never edited: undo the change to the file and write a new migration instead.',
      );
    }
  }
  return migrations.slice(done.length);
}

async function prepareRecord(client: pg.Client): Promise<void> {
  const { rows } = await client.query("select to_regclass('lintel_migration.applied') as record");
  if (rows[0].record) return;
  await asOwner(client, async () => {
    await client.query('create schema lintel_migration');
    await client.query(`create table lintel_migration.applied (
      number integer primary key,
      file text not null,
      hash text not null,
      applied_at timestamptz not null default now()
    )`);
  });
}

async function applied(client: pg.Client): Promise<readonly Applied[]> {
  return asOwner(client, async () => {
    const { rows } = await client.query<Applied>(
      'select number, file, hash from lintel_migration.applied order by number',
    );
    return rows;
  });
}

async function apply(client: pg.Client, migration: Migration, inhabited: boolean): Promise<void> {
  const { number, file, sql, hash } = migration;
  try {
    await asOwner(client, async () => {
      await (inhabited ? runUnwalled(client, sql) : client.query(sql));
      await client.query('insert into lintel_migration.applied (number, file, hash) values ($1, $2, $3)', [
        number,
        file,
        hash,
      ]);
    });
  } catch (cause) {
    throw new Failure(
      `The migration ${file} failed${lineOf(cause, sql)}: ${wordsOf(cause)}.`,
      'Nothing of it was kept. Report it with this message; until then start the Lintel that was installed before.',
      cause,
    );
  }
}

async function asOwner<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query('begin');
  try {
    await client.query('set local role lintel_owner');
    await client.query('set local search_path = public');
    const result = await work();
    await client.query('commit');
    return result;
  } catch (thrown) {
    await client.query('rollback').catch(() => {});
    throw thrown;
  }
}

function lineOf(thrown: unknown, sql: string): string {
  const position =
    typeof thrown === 'object' && thrown !== null && 'position' in thrown && Number(thrown.position);
  return position ? ` at line ${sql.slice(0, position).split('\n').length}` : '';
}

/** Line ends do not count: a checkout on Windows may have changed them. */
function hashOf(sql: string): string {
  return createHash('sha256').update(sql.replaceAll('\r\n', '\n')).digest('hex');
}
