import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type pg from 'pg';
import { connect, urlFor } from '#kit/database/connect.ts';
import { type Embedded, openEmbedded } from '#kit/database/embedded.ts';
import { type Migration, readMigrations } from '#kit/database/migrate.ts';
import { derivedPassword } from '#kit/database/passwords.ts';
import { prepareDatabase } from '#kit/database/prepare.ts';
import { createPool } from '#kit/sql.ts';

/** A migrated, empty database of one test's own, seen through each role. */
export type TestDatabase = Readonly<{
  /** As `lintel_app`: what the staff site and jobs see. */
  app: pg.Pool;
  /** As `lintel_public`: what the help site sees. */
  public: pg.Pool;
  /** As the server's superuser, whom no wall stops: to arrange and to look behind it. */
  owner: pg.Pool;
  urls: Readonly<{ app: string; public: string; owner: string }>;
}>;

/** Where the test server keeps itself between runs. */
export const folder = join(import.meta.dirname, '../.cache/test-database');
/** Nothing that these passwords guard is worth guarding: the server is for tests, on loopback. */
const secret = 'for tests alone';
/** pg-boss makes its own tables in the template. */
const queueVersion: string = createRequire(import.meta.url)('pg-boss/package.json').version;
const templateLock = 7_253_003;

let opened: Promise<Template> | undefined;
let count = 0;

/** Clones the migrated template for this test and drops the clone after it. */
export async function testDatabase(t: TestContext): Promise<TestDatabase> {
  opened ??= openTemplate();
  const { embedded, template } = await opened;
  count += 1;
  const name = `lintel_test_${process.pid}_${count}`;
  await asAdministrator(embedded, (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy`),
  );
  const owner = embedded.url(name);
  const urls = { owner, app: servingUrl(owner, 'lintel_app'), public: servingUrl(owner, 'lintel_public') };
  const pools = {
    owner: createPool(owner, 2),
    app: createPool(urls.app, 10),
    public: createPool(urls.public, 4),
  };
  t.after(async () => {
    await Promise.all(Object.values(pools).map((pool) => pool.end()));
    await asAdministrator(embedded, (client) => client.query(`drop database ${name} with (force)`));
  });
  return { ...pools, urls };
}

/** The superuser's connection to an empty database, for tests of migrations and roles. */
export async function bareDatabase(t: TestContext): Promise<string> {
  const embedded = await testServer();
  count += 1;
  const name = `lintel_test_${process.pid}_${count}`;
  await asAdministrator(embedded, (client) => client.query(`create database ${name}`));
  t.after(async () => {
    await asAdministrator(embedded, (client) => client.query(`drop database ${name} with (force)`));
    await embedded.close({ leaveRunning: true });
  });
  return embedded.url(name);
}

/** The test server itself. It runs on after the tests, for the next run. */
export async function testServer(): Promise<Embedded> {
  return openEmbedded({ data: folder, fast: true });
}

type Template = Readonly<{ embedded: Embedded; template: string }>;

async function openTemplate(): Promise<Template> {
  const embedded = await testServer();
  const migrations = await readMigrations();
  const template = `lintel_template_${fingerprint(migrations)}`;
  await asAdministrator(embedded, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock]);
    const { rows } = await client.query('select from pg_database where datname = $1', [template]);
    if (rows.length > 0) return;
    await dropLeftovers(client);
    const building = `${template}_building`;
    await client.query(`create database ${building} template template0`);
    await prepareDatabase({ url: embedded.url(building), secret, migrations });
    await client.query(`alter database ${building} rename to ${template}`);
  });
  return { embedded, template };
}

/** Clones of test runs that were killed, and templates of long gone migrations. */
async function dropLeftovers(client: pg.Client): Promise<void> {
  const clones = await names(client, "datname like 'lintel\\_test\\_%'");
  const templates = await names(client, "datname like 'lintel\\_template\\_%'");
  const orphans = clones.filter((name) => !isAlive(Number(name.split('_')[2])));
  for (const name of [...orphans, ...templates.slice(5)])
    await client.query(`drop database if exists ${name} with (force)`);
}

/** Newest first. */
async function names(client: pg.Client, which: string): Promise<readonly string[]> {
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

async function asAdministrator<T>(embedded: Embedded, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(embedded.url('postgres'));
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function servingUrl(owner: string, role: string): string {
  return urlFor(owner, role, derivedPassword(secret, role));
}

function fingerprint(migrations: readonly Migration[]): string {
  const hash = createHash('sha256').update(queueVersion);
  for (const migration of migrations) hash.update(migration.hash);
  return hash.digest('hex').slice(0, 16);
}
