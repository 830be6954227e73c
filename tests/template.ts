import { createHash } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { type Embedded, openEmbedded } from '#kit/database/embedded.ts';
import { type Migration, readMigrations } from '#kit/database/migrate.ts';
import { prepareDatabase } from '#kit/database/prepare.ts';
import { tablespaceForClones } from './in-memory.ts';

/** Where the test server keeps itself between runs. */
export const folder = join(import.meta.dirname, '../.cache/test-database');
/** Nothing that these passwords guard is worth guarding: the server is for tests, on loopback. */
export const secret = 'for tests alone';
const templateLock = 7_253_003;

/** The test server, with a migrated database on it that is cloned for each test. */
export type Template = Readonly<{
  embedded: Embedded;
  administrator: pg.Pool;
  name: string;
  /** Where its clones are. */
  tablespace: string;
}>;

/** The test server itself. It runs on after the tests, for the next run. */
export function testServer(): Promise<Embedded> {
  return openEmbedded({ data: folder, fast: true });
}

/** Opens the template of the server that all tests share; its clones are in memory, where there is enough. */
export async function openTemplate(): Promise<Template> {
  return templateOn(await testServer(), tablespaceForClones);
}

/** Makes a template on the server of one file alone. */
export function makeTemplateOn(embedded: Embedded): Promise<Template> {
  return templateOn(embedded, async () => 'pg_default');
}

/** Makes the template unless an earlier run with the same migrations did. Several runs at once make one. */
async function templateOn(embedded: Embedded, chosen: typeof tablespaceForClones): Promise<Template> {
  const migrations = await readMigrations();
  const name = `lintel_template_${fingerprint(migrations)}`;
  const administrator = new pg.Pool({
    connectionString: embedded.url('postgres'),
    max: 3,
    allowExitOnIdle: true,
  });
  const client = await administrator.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    await dropLeftovers(client);
    const { rows } = await client.query('select from pg_database where datname = $1', [name]);
    if (rows.length === 0) await makeTemplate(client, embedded, name, migrations);
    return { embedded, administrator, name, tablespace: await chosen(client, embedded) };
  } finally {
    await client.query('select pg_advisory_unlock($1)', [templateLock]);
    client.release();
  }
}

async function makeTemplate(
  client: pg.PoolClient,
  embedded: Embedded,
  name: string,
  migrations: readonly Migration[],
): Promise<void> {
  const building = `${name}_building`;
  await client.query(`drop database if exists ${building} with (force)`);
  await client.query(`create database ${building} template template0`);
  await prepareDatabase({ url: embedded.url(building), secret, migrations });
  await client.query(`alter database ${building} rename to ${name}`);
}

/** Clones of test runs that have ended, and templates of theirs or of long gone sources. */
async function dropLeftovers(client: pg.PoolClient): Promise<void> {
  const clones = await names(client, "datname like 'lintel\\_test\\_%'");
  const templates = await names(client, "datname like 'lintel\\_template\\_%'");
  const orphans = clones.filter((name) => !isAlive(Number(name.split('_')[2])));
  const livedIn = await names(client, "datname like 'lintel\\_lived\\_in\\_%'");
  const kept = livedIn.filter((name) => name.split('_')[3] === '0');
  const ofEndedRuns = livedIn.filter((name) => !kept.includes(name) && !isAlive(Number(name.split('_')[3])));
  for (const name of [...orphans, ...templates.slice(5), ...kept.slice(8), ...ofEndedRuns])
    await client.query(`drop database if exists ${name} with (force)`);
}

/** Newest first. */
async function names(client: pg.PoolClient, which: string): Promise<readonly string[]> {
  const { rows } = await client.query<{ datname: string }>(
    `select datname from pg_database where ${which} order by oid desc`,
  );
  return rows.map((row) => row.datname);
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function fingerprint(migrations: readonly Migration[]): string {
  const hash = createHash('sha256');
  for (const migration of migrations) hash.update(migration.hash);
  return hash.digest('hex').slice(0, 16);
}
