import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { z } from 'zod';
import { type Scope, sql, transact } from '#kit/sql.ts';
import type { OrganisationId, StaffId } from '#rules/facts.ts';
import { testDatabase } from '../../../tests/database.ts';
import { addLandlord, testClock, testServices } from '../../../tests/site.ts';
import { addressWords } from './address-words.ts';
import { makeFindableAnew } from './jobs/findable-anew.ts';
import { searchRegister } from './store/find.ts';
import { recordPerson } from './store/record-person.ts';
import { importText } from './testing.ts';

const somebody = '01990000-0000-7000-8000-000000000009' as StaffId;

async function imported(t: TestContext) {
  const database = await testDatabase(t);
  const services = testServices(database, testClock('2026-11-18T10:00'));
  const { organisation } = await addLandlord(services, 'vivid-2023');
  const other = (await addLandlord(services, 'livv-2024')).organisation;
  await importText(services.db, organisation);
  const worker = (of: OrganisationId): Scope => ({ organisation: of, staff: somebody, roles: ['da_worker'] });
  const search = (typed: string, of = organisation) =>
    transact(services.db, worker(of), (tx) => searchRegister(tx, of, typed));
  const names = async (typed: string) =>
    (await search(typed)).people.found.map((person) => person.name).sort();
  const addresses = async (typed: string) => (await search(typed)).homes.found.map((home) => home.address);
  return { database, services, db: services.db, organisation, other, worker, search, names, addresses };
}

test('somebody is found by any part of the name, in any order, with or without accents', async (t) => {
  const { names } = await imported(t);
  for (const typed of ['zoe obr', 'OBRIEN Zoë', 'brien', 'o’brien'])
    assert.deepEqual(
      await names(typed),
      ["Zoë O'Brien", 'Zoe OBrien'].filter((name) => typed !== 'brien' || name !== 'Zoe OBrien').sort(),
      typed,
    );
});

test('somebody is found by another name, a phone in any spacing, or a reference', async (t) => {
  const { names } = await imported(t);
  for (const typed of ['zoe field', '07700900123', '07700 900 123', '+44 7700 900123', 'p-001'])
    assert.ok((await names(typed)).includes("Zoë O'Brien"), typed);
  assert.deepEqual(await names('07700 900124'), ['Sam Okafor']);
});

const named = `reference,given_name,family_name,also_known_as,date_of_birth,phones,emails
N1,Wei,Ng,,,07700 900777,
N2,Anh,Nguyen,,,,
N3,小明,王,,,,
N4,Suharto,,,,,
N5,Sean,O Brien,,,,
N6,Ħelen,OʼBrien,,,,
N7,محـــمد‏,علی,,,,
`;

test('every name is found as a whole word, in any script and any way of writing it together', async (t) => {
  const { db, organisation, names } = await imported(t);
  await importText(db, organisation, { people: named });
  assert.deepEqual(await names('Ng'), ['Wei Ng'], 'whole, not Nguyen');
  for (const typed of ['王', '小明', '王小明', '王 小明'])
    assert.deepEqual(await names(typed), ['小明 王'], typed);
  assert.deepEqual(await names('suharto'), ['Suharto']);
  const everyBrien = ['Sean O Brien', 'Zoe OBrien', "Zoë O'Brien", 'Ħelen OʼBrien'];
  for (const typed of ['O’Brien', 'o brien', 'OBRIEN', 'o`brien', 'O´Brien', 'O‑Brien'])
    assert.deepEqual(await names(typed), everyBrien, typed);
  assert.deepEqual(await names('helen'), ['Ħelen OʼBrien']);
  assert.deepEqual(await names('محمد علي'), ['محـــمد علی'], 'kept without the direction mark');
});

test('somebody is found by the last digits of a phone, by an index', async (t) => {
  const { db, organisation, worker, names } = await imported(t);
  for (const typed of ['0123', '900123', '900 123', 'zoe 0123'])
    assert.deepEqual(await names(typed), ["Zoë O'Brien"]);
  assert.deepEqual(await names('123'), []);
  const plan = await transact(db, worker(organisation), async (tx) => {
    await tx.run(sql`set local enable_seqscan = off`);
    return tx.rows(
      z.object({ 'QUERY PLAN': z.string() }),
      sql`explain select from search_token where organisation_id = ${organisation} and subject = 'person'
        and token >= '~3210' and token < ${'~3210\u{10FFFF}'}`,
    );
  });
  assert.match(plan.map((row) => row['QUERY PLAN']).join('\n'), /Index Cond: .*token >= '~3210'/);
});

test('who stood on the register before is found anew too, a batch at a time, once', async (t) => {
  const { database, db, organisation, other, names } = await imported(t);
  await importText(db, organisation, { people: named });
  await database.owner.query(`delete from search_token where token in ('ng', 'ngwei') or token like '~%'`);
  await database.owner.query('delete from findable_anew');
  assert.deepEqual([await names('ng'), await names('0777')], [[], []]);
  const now = Temporal.Instant.from('2026-11-18T11:00:00Z');
  await makeFindableAnew(db, organisation, now, AbortSignal.abort());
  assert.deepEqual(await names('ng'), [], 'nothing beyond its turn');
  await makeFindableAnew(db, organisation, now);
  assert.deepEqual([await names('ng'), await names('0777')], [['Wei Ng'], ['Wei Ng']]);
  await database.owner.query(`delete from search_token where token = 'ng'`);
  await makeFindableAnew(db, organisation, now);
  assert.deepEqual(await names('ng'), [], 'done once');
  const reached = sql`select subject from findable_anew`;
  const seenBy = (scope: Scope) => transact(db, scope, (tx) => tx.run(reached));
  assert.equal(await seenBy({ organisation, system: true }), 2);
  assert.equal(await seenBy({ organisation, staff: somebody, roles: ['administrator'] }), 0);
  assert.equal(await seenBy({ organisation: other, system: true }), 0);
});

test('a misspelt name still finds somebody', async (t) => {
  const { search } = await imported(t);
  for (const typed of ['Okafro', 'Okkafor', 'Okafar', 'Sma Okafor']) {
    const { people, how } = await search(typed);
    assert.deepEqual(
      people.found.map((person) => person.name),
      ['Sam Okafor'],
      typed,
    );
    assert.equal(how, 'similar');
  }
});

test('a name together with the street where they live finds them', async (t) => {
  const { names } = await imported(t);
  assert.deepEqual(await names('okafor mill lane'), ['Sam Okafor']);
});

test('a home is found by its address, postcode, UPRN or reference', async (t) => {
  const { addresses } = await imported(t);
  assert.deepEqual(await addresses('1 mill lane'), ['1 Mill Lane, EX1 2AB']);
  assert.deepEqual(await addresses('100000000002'), ['2 Mill Lane, EX1 2AB']);
  assert.equal((await addresses('ex1 2ab')).length, 2);
  assert.equal((await addresses('EX12AB')).length, 2);
  assert.equal((await addresses('mill exampleton')).length, 2);
});

test('an address is found with Rd or Road, without commas, run together, or with one wrong letter', async (t) => {
  const { db, organisation, search } = await imported(t);
  const homes = `reference,address_line_1,address_line_2,address_line_3,postcode
S1,"Flat 2, Orchard House",12A Station Road,Exampleton,EX2 1AA
S2,7 St Mary’s Street,Exampleton,,EX2 1AB
S3,9 Cherry Gdns,Exampleton,,EX2 1AC
`;
  await importText(db, organisation, { homes });
  const S1 = ['Flat 2, Orchard House, EX2 1AA'];
  for (const [typed, expected] of [
    ['12a station rd', S1],
    ['Flat 2 Orchard House 12A Station Rd Exampleton EX2 1AA', S1],
    ['apartment 2 orchard hse', S1],
    ['flat2 orchard house', S1],
    ['12 a station road', S1],
    ['12a statoin road', S1],
    ['12a staton road', S1],
    ['12a stationn rd', S1],
    ['12a ztation road', S1],
    ['ochard house', S1],
    ['7 saint marys st', ['7 St Mary’s Street, EX2 1AB']],
    ['9cherry gardens', ['9 Cherry Gdns, EX2 1AC']],
    ['9 chery gardens', ['9 Cherry Gdns, EX2 1AC']],
  ] as const) {
    const found = (await search(typed)).homes.found.map((home) => home.address);
    assert.deepEqual(found, expected, typed);
  }
  for (const typed of ['13a station road', '7 cherry gardens', 'ex2 1ad'])
    assert.deepEqual((await search(typed)).homes.found, [], `${typed} is another home`);
});

test('homes stand in the order in which one walks past them, over the pages, however many there are', async (t) => {
  const { db, organisation, worker } = await imported(t);
  const numbers = Array.from({ length: 260 }, (_, at) => at + 1);
  const shuffled = numbers.toSorted((one, other) => ((one * 17) % 261) - ((other * 17) % 261));
  const write = (rows: readonly string[]) =>
    importText(db, organisation, { homes: `reference,address_line_1,postcode\n${rows.join('\n')}\n` });
  const found = async (typed: string, pages: readonly number[]) => {
    const asked = pages.map((page) =>
      transact(db, worker(organisation), (tx) => searchRegister(tx, organisation, typed, page)),
    );
    return (await Promise.all(asked)).flatMap(({ homes }) => homes.found.map(({ reference }) => reference));
  };
  await write(shuffled.map((number) => `N${number},"Flat ${number}, Long House",EX3 1AA`));
  const inOrder = numbers.map((number) => `N${number}`);
  assert.deepEqual(await found('long house', [1, 2, 3]), inOrder.slice(0, 60));
  assert.deepEqual(await found('lon', [1, 10]), [...inOrder.slice(0, 20), ...inOrder.slice(180, 200)]);
  await write(['N1,"Flat 999, Long House",EX3 1AA']);
  assert.deepEqual(await found('long house', [1]), inOrder.slice(1, 21), 'and by its new address');
});

test('which home an address means does not depend on who wrote it', async (t) => {
  const { database } = await imported(t);
  const key = async (...lines: string[]) =>
    (await database.owner.query('select lintel.home_key($1, $2) as key', [lines, 'EX1 2AB'])).rows[0].key;
  const flat = await key('Flat 2', 'Mill House', '5 Mill Road', 'Exampleton');
  assert.equal(await key('Flat 2, Mill House, 5 Mill Rd.'), flat);
  assert.equal(await key('Apartment 2 Mill Hse', '5 Mill Road', 'Exampleshire'), flat);
  assert.notEqual(await key('Flat 3', 'Mill House', '5 Mill Road', 'Exampleton'), flat);
  assert.equal(await key('1 Mill Lane'), await key('1', 'Mill Ln', 'Exampleton'));
  assert.notEqual(await key('1 Mill Lane'), await key('11 Mill Lane'));
  assert.notEqual(await key('1A Mill Lane'), await key('1 Mill Lane'));
  assert.notEqual(
    await key('Flat 2', 'Oak House', 'Exampleton'),
    await key('Flat 2', 'Elm House', 'Exampleton'),
  );
  assert.equal(await key('Rose Cottage', 'Mill Lane', 'Exampleton'), await key('Rose Cottage', 'Mill Ln'));
  for (const group of addressWords)
    for (const word of group)
      assert.equal(await key(`3 Old ${word}`), await key(`3 OLD ${group[0].toUpperCase()}`), word);
  const order = async (text: string) =>
    (await database.owner.query('select lintel.counted($1) as counted', [text])).rows[0].counted as string;
  const flats = ['Flat 10', 'Flat 2', 'Flat 100', 'Flat 2a'];
  const ordered = await Promise.all(flats.map(async (text) => ({ text, by: await order(text) })));
  assert.deepEqual(
    ordered.toSorted((one, other) => (one.by < other.by ? -1 : 1)).map(({ text }) => text),
    ['Flat 2', 'Flat 2a', 'Flat 10', 'Flat 100'],
  );
});

test('results tell people apart by birth, home and reference, and carry no way to reach them', async (t) => {
  const { search } = await imported(t);
  const found = (await search('sam okafor')).people.found[0];
  assert.equal(found?.dateOfBirth?.toString(), '1979-07-08');
  assert.equal(found?.address, '1 Mill Lane, EX1 2AB');
  assert.doesNotMatch(JSON.stringify(found), /900124/);
});

test('another landlord’s people and homes are never found, nor their names guessed', async (t) => {
  const { db, search, other, worker } = await imported(t);
  for (const typed of ['zoe', 'okafor', 'Okafro', 'mill lane', '07700 900123', 'P001', '100000000001']) {
    const { people, homes } = await search(typed, other);
    assert.deepEqual([people.found, homes.found], [[], []], typed);
  }
  const similar = await transact(db, worker(other), (tx) =>
    tx.rows(z.object({ token: z.string() }), sql`select token from lintel.similar_names('okafro', 20)`),
  );
  assert.deepEqual(similar, []);
});

test('no table of the register shows a row to another landlord, and the help site sees none at all', async (t) => {
  const { database, db, organisation, other, worker } = await imported(t);
  const tables = [
    'property',
    'person',
    'tenancy',
    'tenant',
    'resident',
    'search_token',
    'search_word',
    'register_import',
  ];
  for (const table of tables) {
    const count = (of: OrganisationId) =>
      transact(db, worker(of), (tx) =>
        tx.one(z.object({ n: z.number() }), sql`select count(*) as n from ${sql([table])}`),
      );
    assert.ok((await count(organisation)).n > 0, table);
    assert.equal((await count(other)).n, 0, table);
    await assert.rejects(database.public.query(`select from ${table}`), /permission denied/);
  }
});

test('uploaded files, and headings that were matched, are seen by administrators and the program alone', async (t) => {
  const { database, db, organisation, worker } = await imported(t);
  await database.owner.query(`insert into register_import_part
    select organisation_id, id, 0, 0, '\\x00' from register_import`);
  await database.owner.query(`insert into register_mapping (organisation_id, headings, names, columns, set_at)
    select organisation_id, 'of a file', '{Kennung}', '{null}', now() from register_import`);
  const count = (scope: Scope) =>
    transact(db, scope, (tx) =>
      tx.one(
        z.object({ n: z.number() }),
        sql`select (select count(*) from register_import_part) + (select count(*) from register_mapping) as n`,
      ),
    );
  assert.equal((await count(worker(organisation))).n, 0);
  assert.equal((await count({ organisation, staff: somebody, roles: ['administrator'] })).n, 2);
});

test('somebody whom the housing system does not know is found as soon as they are recorded', async (t) => {
  const { db, organisation, names } = await imported(t);
  const author = { organisation, staff: null, now: Temporal.Instant.from('2026-11-18T10:00:00Z') };
  await transact(db, { organisation, system: true }, (tx) =>
    recordPerson(tx, author, { givenName: 'Noor', familyName: 'Haddad', phones: ['07700 900199'] }),
  );
  assert.deepEqual(await names('haddad'), ['Noor Haddad']);
  assert.deepEqual(await names('07700 900199'), ['Noor Haddad']);
});
