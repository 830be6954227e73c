import assert from 'node:assert/strict';
import test, { type TestContext } from 'node:test';
import { Failure } from '#kit/failure.ts';
import { officeUnder } from '#kit/office.ts';
import { shelve } from '#kit/pack-shelf.ts';
import { packs } from '#packs/index.ts';
import { testDatabase } from '../../../tests/database.ts';
import { addLandlord, testClock, testServices } from '../../../tests/site.ts';
import { importRegister } from './jobs/import.ts';
import type { Source } from './jobs/source.ts';
import { importText } from './testing.ts';

async function landlord(t: TestContext) {
  const database = await testDatabase(t);
  const services = testServices(database, testClock('2026-11-18T10:00'));
  const { organisation } = await addLandlord(services, 'vivid-2023');
  const rows = async (text: string) => (await database.owner.query(text)).rows;
  const problems = async (id: string) =>
    (
      await rows(
        `select line, field, problem from register_import_error where import_id = '${id}' order by line`,
      )
    ).map(({ line, field, problem }) => `${line} ${field}: ${problem}`);
  return { db: services.db, organisation, rows, problems };
}

const numbers = Array.from({ length: 12 }, (_, at) => at + 1);
const street = (reference: (number: number) => string, { uprn = true } = {}) =>
  `reference,uprn,address_line_1,postcode\n${numbers
    .map((number) => `${reference(number)},${uprn ? 10_000 + number : ''},${number} Mill Lane,EX1 2AB`)
    .join('\n')}\n`;
const padded = (number: number) => String(number).padStart(6, '0');

test('references that a spreadsheet shortened stop the file, and nothing of it is taken', async (t) => {
  const { db, organisation, rows } = await landlord(t);
  await importText(db, organisation, { homes: street(padded) });
  for (const dryRun of [true, false])
    await assert.rejects(importText(db, organisation, { homes: street(String) }, { dryRun }), (error) => {
      assert.ok(error instanceof Failure);
      assert.match(error.message, /homes\.csv: 12 of 12 references are on the register with other noughts/);
      return true;
    });
  assert.equal((await rows('select from property')).length, 12);
});

test('a file whose references are all new is stopped where its homes are on the register', async (t) => {
  const { db, organisation, rows } = await landlord(t);
  await importText(db, organisation, { homes: street((number) => `OLD${number}`) });
  for (const uprn of [true, false])
    await assert.rejects(
      importText(db, organisation, { homes: street((number) => `NEW${number}`, { uprn }) }),
      /12 of 12 references are new, but most of those homes are on the register.*previous_reference/,
    );
  assert.equal((await rows('select from property')).length, 12);
});

test('people under new references are noticed by name and birthday', async (t) => {
  const { db, organisation } = await landlord(t);
  const people = (prefix: string) =>
    `reference,given_name,family_name,date_of_birth\n${numbers
      .map((number) => `${prefix}${number},Ada${number},Moss,1980-01-${String(number).padStart(2, '0')}`)
      .join('\n')}\n`;
  await importText(db, organisation, { people: people('A') });
  await assert.rejects(
    importText(db, organisation, { people: people('B') }),
    /the same name and date of birth/,
  );
});

test('a housing system that gives new references names the old ones, and each home stays itself', async (t) => {
  const { db, organisation, rows } = await landlord(t);
  await importText(db, organisation, { homes: street((number) => `OLD${number}`) });
  const before = await rows('select id, uprn from property order by uprn');
  const lines = street((number) => `NEW${number}`)
    .trim()
    .split('\n')
    .map((line, at) => (at === 0 ? `${line},previous_reference` : `${line},OLD${at}`));
  const homes = `${lines.join('\n')}\n`;
  const dry = await importText(db, organisation, { homes }, { dryRun: true });
  assert.deepEqual([dry.counts.changed, dry.counts.added, dry.counts.refused], [12, 0, 0]);
  const run = await importText(db, organisation, { homes });
  assert.deepEqual([run.counts.changed, run.counts.added, run.counts.refused], [12, 0, 0]);
  assert.deepEqual(await rows('select id, uprn from property order by uprn'), before);
  assert.equal((await rows("select from property where reference like 'NEW%'")).length, 12);
  assert.equal((await importText(db, organisation, { homes })).counts.same, 12);
});

test('a second record of a home, by its UPRN or its address, is refused row by row with what to do', async (t) => {
  const { db, organisation, rows, problems } = await landlord(t);
  await importText(db, organisation, { homes: street((number) => `H${number}`) });
  const homes = `reference,uprn,address_line_1,address_line_2,postcode
A1,10001,The Old Mill,Exampleton,EX1 2AB
A2,,"2, Mill Ln",Exampleton,EX1 2AB
A3,90003,3 Oak Road,,EX1 2AC
A4,90003,Another Name,,EX1 2AC
A5,,3 Oak Rd.,,EX1 2AC
A6,,6 Oak Road,,EX1 2AC
A7,,Garage 1,Oak Road,EX1 2AC
A8,,Garage 1,Elm Road,EX1 2AC
`;
  for (const dryRun of [true, false]) {
    const run = await importText(db, organisation, { homes }, { dryRun });
    assert.deepEqual([run.counts.added, run.counts.refused], [4, 4], `${dryRun}`);
    const [uprn, address, sameUprn, sameAddress] = await problems(run.id);
    assert.match(
      uprn ?? '',
      /^2 uprn: A home with this UPRN stands under another reference.*previous_reference/,
    );
    assert.match(address ?? '', /^3 address_line_1: This address stands under another reference/);
    assert.match(sameUprn ?? '', /^5 row: The same home, by its UPRN or its address, is on line 4/);
    assert.match(sameAddress ?? '', /^6 row: The same home.* line 4/);
  }
  assert.equal((await rows('select from property')).length, 16);
  assert.equal((await importText(db, organisation, { homes })).counts.same, 4);
});

test('a UPRN that is missing or spoilt in a later file is not taken away', async (t) => {
  const { db, organisation, rows } = await landlord(t);
  await importText(db, organisation, { homes: street((number) => `H${number}`) });
  const spoilt = street((number) => `H${number}`).replace('10001', '1.0001E+4');
  assert.equal((await importText(db, organisation, { homes: spoilt })).counts.same, 12);
  const none = street((number) => `H${number}`, { uprn: false });
  assert.equal((await importText(db, organisation, { homes: none })).counts.same, 12);
  assert.equal((await rows('select from property where uprn is not null')).length, 12);
});

test('a reference that a spreadsheet wrote as a power of ten is refused, also where it refers', async (t) => {
  const { db, organisation, problems } = await landlord(t);
  const run = await importText(db, organisation, {
    homes: 'reference,address_line_1,postcode\n1.00023E+11,1 Mill Lane,EX1 2AB\nH2,2 Mill Lane,EX1 2AB\n',
    people: 'reference,given_name,family_name\nP1,Ada,Moss\n',
    tenancies: 'reference,home_reference,tenure,tenant_references\nT1,H2,rented,1E5;P1\nT2,1e+5,rented,P1\n',
  });
  assert.equal(run.counts.refused, 3);
  for (const problem of await problems(run.id)) assert.match(problem, /power of ten/);
});

test('one whose references point to what stands with other noughts is told so', async (t) => {
  const { db, organisation, problems } = await landlord(t);
  await importText(db, organisation, {
    homes: 'reference,address_line_1,postcode\n0017,1 Mill Lane,EX1 2AB\n',
    people: 'reference,given_name,family_name\n0042,Ada,Moss\n',
    tenancies: 'reference,home_reference,tenure,tenant_references\n0001,0017,rented,0042\n',
  });
  const run = await importText(db, organisation, {
    people: 'reference,given_name,family_name\n42,Ada,Moss\n',
    tenancies:
      'reference,home_reference,tenure,tenant_references\n1,0017,rented,0042\n2,17,rented,0042\n3,0017,rented,42\n',
    residents: 'home_reference,person_reference,from\n17,0042,\n',
  });
  assert.equal(run.counts.refused, 5);
  const found = await problems(run.id);
  assert.equal(found.length, 5);
  for (const problem of found) assert.match(problem, /other noughts before it/);
});

test('headings below a title, sep=, rows of separators and a total at the end are taken rightly', async (t) => {
  const { db, organisation, rows, problems } = await landlord(t);
  const people = `sep=;
Tenants, as of 17 November 2026;;;

Reference;Given name;Family name;Born in
;;;
P1;Ada;Moss;Exampleton
; ; ;
P2;Ben;Moss, the younger;Exampleton;;
Total: 2
`;
  const run = await importText(db, organisation, { people });
  assert.deepEqual([run.counts.added, run.counts.refused], [2, 1]);
  assert.deepEqual(await rows('select family_name from person order by reference'), [
    { family_name: 'Moss' },
    { family_name: 'Moss, the younger' },
  ]);
  assert.match((await problems(run.id))[0] ?? '', /^9 row: The row has 1 fields where the header has 4/);
  assert.deepEqual(
    run.findings.map(({ text }) => text),
    ['Its headings are on line 4; the lines above are left out.', 'These columns are not read: “Born in”.'],
  );
});

test('UTF-16 is read, with and without its mark, whichever byte comes first', async (t) => {
  const { db, organisation, rows } = await landlord(t);
  const office = officeUnder(shelve(packs), 'vivid-2023', {
    organisation,
    staff: null,
    now: Temporal.Instant.from('2026-11-18T10:00:00Z'),
  });
  const text = (mark: string, reference: string) =>
    `${mark}reference\tgiven_name\tfamily_name\r\n${reference}\tZoë\tŁukasz\r\n`;
  const little = (mark: string, reference: string) => Buffer.from(text(mark, reference), 'utf16le');
  const files = [
    little('\uFEFF', 'P1'),
    little('', 'P2'),
    little('\uFEFF', 'P3').swap16(),
    little('', 'P4').swap16(),
  ];
  const sources = files.map(
    (bytes, at): Source => ({
      name: `people-${at}.csv`,
      async *open() {
        for (let from = 0; from < bytes.length; from += 3) yield bytes.subarray(from, from + 3);
      },
    }),
  );
  await importRegister(db, office, { files: sources, dryRun: false });
  const found = await rows('select given_name, family_name from person');
  assert.deepEqual(found, Array(4).fill({ given_name: 'Zoë', family_name: 'Łukasz' }));
});

test('two columns of one name are named, and nothing is taken', async (t) => {
  const { db, organisation, rows } = await landlord(t);
  await assert.rejects(
    importText(db, organisation, { people: 'reference,Surname,given_name,Last Name\nP1,Moss,Ada,Elm\n' }),
    /Two columns would both be family_name: column 2 \(“Surname”\) and column 4 \(“Last Name”\)/,
  );
  assert.equal((await rows('select from person')).length, 0);
});

test('dates of which none shows its order are asked about at the command line, and read as answered', async (t) => {
  const { db, organisation, rows } = await landlord(t);
  const people = 'reference,given_name,family_name,date_of_birth\nP1,Ada,Moss,01/02/1980\n';
  await assert.rejects(importText(db, organisation, { people }), /No date in date_of_birth shows/);
  assert.equal((await rows('select from person')).length, 0);
  const born = async () => (await rows('select date_of_birth::text as born from person'))[0].born;
  await importText(db, organisation, { people }, { dates: 'month-first' });
  assert.equal(await born(), '1980-01-02');
  const shown = `${people}P2,Ben,Moss,31/01/1980\n`;
  await importText(db, organisation, { people: shown }, { dates: 'month-first' });
  assert.equal(await born(), '1980-02-01', 'what the column shows stands');
});
