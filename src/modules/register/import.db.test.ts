import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { Failure } from '#kit/failure.ts';
import { officeUnder } from '#kit/office.ts';
import { shelve } from '#kit/pack-shelf.ts';
import { transact } from '#kit/sql.ts';
import { packs } from '#packs/index.ts';
import type { PropertyId } from '#rules/facts.ts';
import { testDatabase } from '../../../tests/database.ts';
import { addLandlord, testClock, testServices } from '../../../tests/site.ts';
import { importRegister } from './jobs/import.ts';
import { type Source, textSource } from './jobs/source.ts';
import { tenanciesOf } from './store/tenancies.ts';
import { estate, importText } from './testing.ts';

async function landlord(t: TestContext) {
  const database = await testDatabase(t);
  const services = testServices(database, testClock('2026-11-18T10:00'));
  const { organisation } = await addLandlord(services, 'vivid-2023');
  const count = async (table: string) => {
    const { rows } = await database.owner.query(`select count(*)::int as n from ${table}`);
    return rows[0].n as number;
  };
  return { database, services, db: services.db, organisation, count };
}

test('an estate is imported whole, whatever order its files are named in', async (t) => {
  const { db, organisation, count } = await landlord(t);
  const run = await importText(db, organisation);
  assert.equal(run.state, 'finished');
  assert.deepEqual(run.counts, { read: 8, added: 8, changed: 0, same: 0, refused: 0 });
  assert.equal(await count('tenant'), 2);
  assert.equal(await count("event where name = 'register.imported'"), 1);
});

test('importing the same files again changes nothing', async (t) => {
  const { db, organisation, count } = await landlord(t);
  await importText(db, organisation);
  const tokens = await count('search_token');
  const again = await importText(db, organisation, estate, { now: '2026-11-19T10:00:00Z' });
  assert.deepEqual(again.counts, { read: 8, added: 0, changed: 0, same: 8, refused: 0 });
  assert.equal(await count('search_token'), tokens);
  assert.equal(await count('person where version > 1'), 0);
});

test('a dry run counts what the import will do, and changes nothing', async (t) => {
  const { db, organisation, count } = await landlord(t);
  const run = await importText(db, organisation, estate, { dryRun: true });
  assert.deepEqual(run.counts, { read: 8, added: 8, changed: 0, same: 0, refused: 0 });
  for (const table of ['property', 'person', 'tenancy', 'tenant', 'resident', 'search_token', 'search_word'])
    assert.equal(await count(table), 0, table);
});

test('two people who look alike stay two', async (t) => {
  const { db, organisation, count } = await landlord(t);
  await importText(db, organisation);
  assert.equal(await count('person'), 3);
});

test('somebody who is no longer listed ceases to be a tenant, and the tenancy becomes sole', async (t) => {
  const { db, organisation, database } = await landlord(t);
  await importText(db, organisation);
  const home = (await database.owner.query("select id from property where reference = 'H1'")).rows[0].id;
  const tenancies = () =>
    transact(db, { organisation, system: true }, (tx) =>
      tenanciesOf(tx, organisation, { propertyId: home as PropertyId }),
    );
  assert.equal((await tenancies())[0]?.joint, true);
  const sole = { tenancies: estate.tenancies.replace('P001;P002', 'P001') };
  assert.equal((await importText(db, organisation, sole)).counts.changed, 1);
  const [tenancy] = await tenancies();
  assert.equal(tenancy?.joint, false);
  assert.deepEqual(
    tenancy?.tenants.map((tenant) => tenant.name),
    ["Zoë O'Brien"],
  );
  assert.equal((await importText(db, organisation, estate)).counts.changed, 1);
  assert.equal((await tenancies())[0]?.joint, true);
});

test('a tenancy with an unknown tenant is refused, for it would look like a sole one', async (t) => {
  const { db, organisation, count } = await landlord(t);
  const files = { ...estate, tenancies: estate.tenancies.replace('P001;P002', 'P001;P009') };
  assert.equal((await importText(db, organisation, files, { dryRun: true })).counts.refused, 1);
  const run = await importText(db, organisation, files);
  assert.equal(run.counts.refused, 1);
  assert.equal(await count('tenancy'), 0);
  assert.equal(await count("register_import_error where field = 'tenant_references' and line = 2"), 2);
});

test('a byte order mark, semicolons and the encoding of Windows are read', async (t) => {
  const { db, organisation, database } = await landlord(t);
  const windows = Buffer.from('reference;given_name;family_name\r\nP1;Zo\xeb;M\xf6ss\r\n', 'latin1');
  const source: Source = {
    name: 'people.csv',
    async *open() {
      // A letter of several bytes may be cut in two.
      for (const byte of windows) yield Uint8Array.of(byte);
    },
  };
  const office = officeUnder(shelve(packs), 'vivid-2023', {
    organisation,
    staff: null,
    now: Temporal.Instant.from('2026-11-18T10:00:00Z'),
  });
  const marked = textSource('more.csv', '\uFEFFreference,given_name,family_name\nP2,Łukasz,Moss\n');
  await importRegister(db, office, { files: [source, marked], dryRun: false });
  const { rows } = await database.owner.query('select given_name from person order by reference');
  assert.deepEqual(rows, [{ given_name: 'Zoë' }, { given_name: 'Łukasz' }]);
});

test('an import that was stopped goes on where it ended, and counts every row once', async (t) => {
  const { db, organisation, count } = await landlord(t);
  const many = Array.from({ length: 5_000 }, (_, at) => `P${at},Ada,Moss${at}`).join('\n');
  const files = [textSource('people.csv', `reference,given_name,family_name\n${many}\n`)];
  const office = officeUnder(shelve(packs), 'vivid-2023', {
    organisation,
    staff: null,
    now: Temporal.Instant.from('2026-11-18T10:00:00Z'),
  });
  const stopping = new AbortController();
  const onProgress = () => stopping.abort();
  const first = await importRegister(db, office, {
    files,
    dryRun: false,
    signal: stopping.signal,
    onProgress,
  });
  assert.equal(first.state, 'stopped');
  assert.equal(await count('person'), 2_000);
  const second = await importRegister(db, office, { files, dryRun: false });
  assert.equal(second.id, first.id);
  assert.equal(second.state, 'finished');
  assert.deepEqual(second.counts, { read: 5_000, added: 5_000, changed: 0, same: 0, refused: 0 });
});

test('a quotation mark that is never closed is reported with its line, and nothing is lost', async (t) => {
  const { db, organisation, count } = await landlord(t);
  const torn = `reference,given_name,family_name\nP1,Ada,Moss\nP2,"Ben,Moss\n${'P3,Cy,Moss\n'.repeat(20_000)}`;
  await assert.rejects(importText(db, organisation, { people: torn }), (error) => {
    assert.ok(error instanceof Failure);
    assert.match(error.message, /people\.csv cannot be read beyond line/);
    return true;
  });
  assert.equal(await count("register_import where state = 'failed' and problem is not null"), 1);
});

test('a file that is none of the four is refused before anything changes', async (t) => {
  const { db, organisation, count } = await landlord(t);
  await assert.rejects(
    importText(db, organisation, { ...estate, colours: 'colour,size\nred,9\n' }),
    /No row .* names the columns/,
  );
  assert.equal(await count('person'), 0);
});
