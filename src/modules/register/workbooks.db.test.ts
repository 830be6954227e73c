import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { workbook } from '#kit/spreadsheets/testing.ts';
import { type TestLandlord, type TestSite, testSite } from '../../../tests/site.ts';
import { upload } from '../../../tests/upload.ts';
import { jobs, routes } from './index.ts';
import { tablesOf } from './jobs/sheets.ts';
import { tablesApart } from './jobs/sheets-apart.ts';

const job = (name: string) => jobs.find((each) => each.name === name) ?? assert.fail(name);

function reads({ services }: TestSite, { organisation }: TestLandlord): Promise<void> {
  return job('register.read-workbooks').run(services, organisation);
}

async function readAndWork(site: TestSite, landlord: TestLandlord): Promise<void> {
  await reads(site, landlord);
  await job('register.import').run(site.services, landlord.organisation);
}

const text = (value: string) => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
const row = (...cells: readonly string[]) => `<row>${cells.join('')}</row>`;
const heads = row(text('reference'), text('given_name'), text('family_name'));
const people = (count: number) =>
  workbook({
    People:
      heads +
      Array.from({ length: count }, (_, at) => row(text(`P${at}`), text('Zelda'), text('Quince'))).join(''),
  });

/** Sends a workbook as an administrator. @returns the page of its import, and how its rows stand */
async function sent(t: TestContext, bytes: Buffer) {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const { response } = await upload(site, landlord, { 'register.xlsx': new Uint8Array(bytes) });
  assert.equal(response.statusCode, 303);
  const path = String(response.headers.location);
  const administrator = await site.colleague(landlord, ['administrator']);
  const one = async (sql: string) => (await site.database.owner.query(sql)).rows[0];
  const parts = async () =>
    one(`select count(*) filter (where as_sent)::int as sent, count(*) filter (where not as_sent)::int as made
      from register_import_part`);
  const says = async () => (await administrator.get(path)).body;
  return { site, landlord, path, administrator, one, parts, says };
}

test('a workbook is read sheet by sheet, with noughts and days as they are shown', async (t) => {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const register = workbook(
    {
      Homes:
        row(text('Homes of Example Homes')) +
        row() +
        row(text('reference'), text('address'), text('postcode')) +
        row('<c s="1"><v>17</v></c>', text('1 Mill Lane'), text('EX1 2AB')),
      People:
        row(
          text('reference'),
          text('given_name'),
          text('family_name'),
          text('date_of_birth'),
          text('phones'),
        ) + row('<c s="1"><v>42</v></c>', text('Zelda'), text('Quince'), '<c s="2"><v>29281</v></c>'),
      Empty: '',
    },
    {
      formats: '<numFmt numFmtId="164" formatCode="0000"/>',
      styles: '<xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/>',
    },
  );
  const { response } = await upload(site, landlord, { 'register.xlsx': new Uint8Array(register) });
  const path = String(response.headers.location);
  await readAndWork(site, landlord);
  const administrator = await site.colleague(landlord, ['administrator']);
  assert.match(
    (await administrator.get(path)).body,
    /register\.xlsx, sheet Homes.*register\.xlsx, sheet People/s,
  );
  await administrator.post(`${path}/confirmation`);
  await readAndWork(site, landlord);
  const { rows } = await site.database.owner.query(
    'select p.reference, p.date_of_birth::text as born, h.reference as home from person p, property h',
  );
  assert.deepEqual(rows, [{ reference: '0042', born: '1980-03-01', home: '0017' }]);
  for (const bytes of [new Uint8Array(register.subarray(0, 400)), Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1)]) {
    const { response: refused } = await upload(site, landlord, { 'register.xlsx': bytes });
    assert.equal(refused.statusCode, 422);
    assert.match(refused.body, /cannot be read as a spreadsheet|old Excel workbook/);
  }
});

test('nobody’s request waits for a workbook: it is kept as it was sent, and a job reads it', async (t) => {
  const { site, landlord, path, parts, says } = await sent(t, people(5_000));
  assert.deepEqual(await parts(), { sent: 1, made: 0 });
  assert.match(await says(), /Being read.*Nothing changes before you.*Look again.*Stop/s);
  await job('register.import').run(site.services, landlord.organisation);
  assert.match(await says(), /Being read/, 'nothing is imported of what is not read');
  assert.match(
    (await (await site.colleague(landlord, ['administrator'])).get(`${path}/columns`)).body,
    /worked through/,
  );
  await reads(site, landlord);
  assert.deepEqual(await parts(), { sent: 0, made: 1 });
  assert.match(await says(), /Waiting to be checked/);
  await job('register.import').run(site.services, landlord.organisation);
  assert.match(await says(), /Checked, nothing changed.*5,000/s);
});

test('whoever is ended while it reads leaves nothing by halves, and another reads from the beginning', async (t) => {
  const { site, landlord, path, one, parts, says } = await sent(t, people(20));
  // As a program leaves it that was killed: it had begun, and had written some of it into its folder.
  await one('update register_import set read_tries = 1, rows_read = 4000, alive_at = now() returning id');
  const folder = join(tmpdir(), `lintel-${path.split('/').at(-1)}`);
  await mkdir(folder);
  t.after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, '0-0.csv'), 'reference,given_name,family_name\nP0,Zel');
  assert.deepEqual(await parts(), { sent: 1, made: 0 });
  await reads(site, landlord);
  assert.deepEqual(await parts(), { sent: 0, made: 1 });
  await job('register.import').run(site.services, landlord.organisation);
  assert.match(await says(), /Rows read.*>\s*20\s*</s);
  await assert.rejects(readdir(folder), 'nobody’s details stay in a folder');
});

test('a workbook that ends whoever reads it is given up after three tries, and not kept', async (t) => {
  const { site, landlord, one, parts, says } = await sent(t, people(3));
  await one('update register_import set read_tries = 3 returning id');
  await reads(site, landlord);
  assert.match(await says(), /Could not be read to its end.*more time or memory than there is.*CSV UTF-8/s);
  assert.deepEqual(await parts(), { sent: 0, made: 0 });
});

test('what turns out to be no workbook is said on the page, with what to do about it', async (t) => {
  const { site, landlord, parts, says } = await sent(t, workbook({ Homes: '<row><c t="str"><v>x</row>' }));
  await reads(site, landlord);
  const body = await says();
  assert.match(body, /register\.xlsx cannot be read as a spreadsheet\. Open it, save it as/);
  assert.match(body, /All imports/);
  assert.doesNotMatch(body, /Columns and\s+first rows/, 'there are none');
  assert.deepEqual(await parts(), { sent: 0, made: 0 });
});

test('a workbook that is stopped while it is read is not kept, and no table of it appears afterwards', async (t) => {
  const { site, landlord, path, administrator, parts, says } = await sent(t, people(30));
  assert.equal((await administrator.post(`${path}/stopping`)).statusCode, 303);
  assert.deepEqual(await parts(), { sent: 0, made: 0 });
  await reads(site, landlord);
  assert.deepEqual(await parts(), { sent: 0, made: 0 });
  assert.match(await says(), /Stopped/);
});

async function inFolder(t: TestContext, bytes: Buffer) {
  const folder = await mkdtemp(join(tmpdir(), 'lintel-test-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'register.xlsx');
  await writeFile(path, bytes);
  return { files: [{ path, name: 'register.xlsx' }], folder, path };
}

test('tables are made apart: out of time or memory, and when nobody wants them, that process ends alone', async (t) => {
  const making = await inFolder(t, people(40_000));
  let rows = 0;
  const all = async (so: number) => {
    rows = so;
    return true;
  };
  assert.deepEqual(
    (await tablesApart(making, all))?.map(({ name }) => name),
    ['register.xlsx'],
  );
  assert.equal(rows, 40_000);
  await assert.rejects(tablesApart(making, all, { time: 50 }), /more time or memory than there is/);
  await assert.rejects(tablesApart(making, all, { limit: '--max-old-space-size=1' }), /more time or memory/);
  assert.equal(await tablesApart(making, async () => false), null);
});

test('a small workbook that would fill the disk or the memory is refused', async (t) => {
  const tooMuch = /register\.xlsx holds more than a spreadsheet can be read for/;
  const wide = `<row><c r="SF1" t="str"><v>x</v></c></row>`;
  const apart = Array.from({ length: 3_000 }, (_, at) => `<row r="${(at + 1) * 1_000}"/>`).join('');
  const far = await inFolder(t, workbook({ Homes: wide + apart }));
  await assert.rejects(
    tablesOf(far.path, 'register.xlsx', { folder: far.folder, writtenAtMost: 1024 * 1024 }),
    tooMuch,
  );
  const shared = `<si><t>${'ha'.repeat(1_000_000)}</t></si>`;
  const repeated = await inFolder(
    t,
    workbook({ Homes: row('<c t="s"><v>0</v></c>'.repeat(400)).repeat(400) }, { shared }),
  );
  await assert.rejects(tablesOf(repeated.path, 'register.xlsx', { folder: repeated.folder }), tooMuch);
  const many = await inFolder(
    t,
    workbook(Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`S${at}`, heads]))),
  );
  await assert.rejects(tablesOf(many.path, 'register.xlsx', { folder: many.folder }), tooMuch);
});
