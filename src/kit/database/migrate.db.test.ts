import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import type pg from 'pg';
import { bareDatabase } from '../../../tests/database.ts';
import { closeCatalogue } from './catalogue.ts';
import { connect } from './connect.ts';
import { type Migration, migrate } from './migrate.ts';
import { prepareDatabase } from './prepare.ts';
import { prepareRoles } from './roles.ts';

const secret = 'for tests alone';

function migration(number: number, sql: string): Migration {
  return { number, file: `${String(number).padStart(4, '0')}_test.sql`, sql, hash: `hash of ${sql}` };
}

async function connected(t: TestContext): Promise<pg.Client> {
  const client = await connect(await bareDatabase(t));
  t.after(() => client.end());
  await prepareRoles(client);
  return client;
}

test('what a migration makes belongs to lintel_owner, not to the login that ran it', async (t) => {
  const client = await connected(t);
  await migrate(client, [migration(1, 'create table home (id uuid primary key)')]);
  const { rows } = await client.query("select tableowner from pg_tables where tablename = 'home'");
  assert.deepEqual(rows, [{ tableowner: 'lintel_owner' }]);
});

test('a migration that fails keeps nothing of itself, names its line, and the one before it stays', async (t) => {
  const client = await connected(t);
  const sound = migration(1, 'create table home (id uuid primary key)');
  const broken = migration(2, 'create table person (id uuid);\ncreate tabel tenancy (id uuid);');
  await assert.rejects(migrate(client, [sound, broken]), { message: /0002_test\.sql failed at line 2/ });
  const { rows } = await client.query(
    "select to_regclass('home') is not null as home, to_regclass('person') as person",
  );
  assert.deepEqual(rows, [{ home: true, person: null }]);
});

test('two programs that start at once migrate once between them', async (t) => {
  const url = await bareDatabase(t);
  const migrations = [
    migration(1, 'create table home (id uuid); select pg_sleep(0.05)'),
    migration(2, 'create table person (id uuid)'),
  ];
  const both = await Promise.all([1, 2].map(() => prepareDatabase({ url, secret, migrations })));
  assert.deepEqual(both.map(({ applied }) => applied.length).sort(), [0, 2]);
});

const walled = (table: string) => `alter table ${table} enable row level security;
  alter table ${table} force row level security;`;
const standing = migration(
  1,
  `create table organisation (id uuid primary key, name text not null); ${walled('organisation')}`,
);
const forced = `select relname as name, relforcerowsecurity as forced from pg_class
  where relname in ('organisation', 'home') order by relname`;

async function withALandlord(t: TestContext): Promise<pg.Client> {
  const client = await connected(t);
  await migrate(client, [standing]);
  await client.query("insert into organisation values (gen_random_uuid(), 'Quillbrook Homes')");
  return client;
}

test('what a migration writes about rows reaches them, behind the walls that bind the owner too', async (t) => {
  const client = await withALandlord(t);
  const moved = migration(
    2,
    `create table home (id uuid primary key references organisation deferrable initially deferred, name text not null);
    ${walled('home')}
    insert into home select id, name from organisation; -- a row; of each
    update organisation set name = name || ' Limited';`,
  );
  await migrate(client, [standing, moved]);
  const { rows } = await client.query(
    'select h.name, o.name as now from home h join organisation o on o.id = h.id',
  );
  assert.deepEqual(rows, [{ name: 'Quillbrook Homes', now: 'Quillbrook Homes Limited' }]);
  assert.deepEqual((await client.query(forced)).rows, [
    { name: 'home', forced: true },
    { name: 'organisation', forced: true },
  ]);
});

test('a migration that fails among the rows of landlords names its line, and every wall stands', async (t) => {
  const client = await withALandlord(t);
  const broken = migration(2, "update organisation set name = 'a;b';\n\nupdate organisation set nam = '';");
  await assert.rejects(migrate(client, [standing, broken]), { message: /0002_test\.sql failed at line 3/ });
  assert.deepEqual((await client.query(forced)).rows, [{ name: 'organisation', forced: true }]);
  const { rows } = await client.query('select name from organisation');
  assert.deepEqual(rows, [{ name: 'Quillbrook Homes' }]);
});

test('a login that is no superuser and may count no rows migrates as well, as it may become the owner', async (t) => {
  const client = await withALandlord(t);
  await closeCatalogue(client);
  await client.query('drop role if exists lintel_test_migrates; create role lintel_test_migrates');
  await client.query('grant lintel_owner to lintel_test_migrates');
  await client.query('set session authorization lintel_test_migrates');
  try {
    await migrate(client, [standing, migration(2, "update organisation set name = 'Wrenfold Living'")]);
  } finally {
    await client.query('reset session authorization; drop role lintel_test_migrates');
  }
  const { rows } = await client.query('select name from organisation');
  assert.deepEqual(rows, [{ name: 'Wrenfold Living' }]);
});
