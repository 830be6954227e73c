import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { Failure } from '../failure.ts';
import { shownBy, textOf } from './cells.ts';
import { sheetsOf } from './index.ts';
import { workbook, zipped } from './testing.ts';

async function written(t: TestContext, bytes: Uint8Array): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lintel-test-'));
  t.after(() => rm(folder, { recursive: true }));
  const path = join(folder, 'register.xlsx');
  await writeFile(path, bytes);
  return path;
}

async function read(t: TestContext, bytes: Uint8Array) {
  const sheets = await sheetsOf(await written(t, bytes), 'register.xlsx');
  const rows: Record<string, (readonly string[])[]> = {};
  for (const sheet of sheets) rows[sheet.name] = await Array.fromAsync(sheet.rows());
  return rows;
}

test('a number is read as it is shown: noughts before it, days, and large ones written out', () => {
  const number = (value: string, id: number, code?: string) =>
    textOf({ type: 'n', value, shown: shownBy(id, code) }, [], false);
  assert.equal(number('123', 164, '000000'), '000123');
  assert.equal(number('123', 0), '123');
  assert.equal(number('1.00023E+11', 0), '100023000000');
  assert.equal(number('44927', 14), '2023-01-01');
  assert.equal(number('44927.75', 164, 'dd/mm/yyyy hh:mm'), '2023-01-01');
  assert.equal(number('44927', 165, '[$-809]d mmmm yyyy;@'), '2023-01-01');
  assert.equal(number('29281', 14), '1980-03-01');
  assert.equal(number('61', 14), '1900-03-01');
  assert.equal(number('59', 14), '1900-02-28');
  assert.equal(number('12.5', 166, '"day "0.0'), '12.5', 'words in a format are no format');
  assert.equal(number('not one', 0), 'not one');
  assert.equal(textOf({ type: 'n', value: '43465', shown: 'date' }, [], true), '2023-01-01');
});

test('sheets are read with shared and rich texts, empty cells in between, and rows that are not written', async (t) => {
  const rows = await read(
    t,
    workbook(
      {
        Homes: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>
          <row r="4"><c r="A4" s="1"><v>42</v></c><c r="B4" s="2"><v>44927</v></c>
          <c r="C4" t="inlineStr"><is><t>1 Mill Lane &amp; Co</t></is></c><c r="D4" t="b"><v>1</v></c>
          <c r="E4" t="e"><v>#N/A</v></c><c r="F4" t="str"><f>A1</f><v>from a formula</v></c></row>`,
        Notes: '',
      },
      {
        shared: `<si><t>reference</t></si><si><r><t>post</t></r><r><t>code</t></r><rPh><t>no</t></rPh></si>`,
        formats: '<numFmt numFmtId="164" formatCode="00000"/>',
        styles: '<xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/>',
      },
    ),
  );
  assert.deepEqual(rows, {
    Homes: [
      ['reference', '', 'postcode'],
      [],
      [],
      ['00042', '2023-01-01', '1 Mill Lane & Co', 'yes', '', 'from a formula'],
    ],
    Notes: [],
  });
});

test('what is no workbook is said to be none, in plain words', async (t) => {
  const whole = workbook({ Homes: '<row><c t="str"><v>x</v></c></row>' });
  for (const bytes of [
    Buffer.from('PK\x03\x04 nothing else', 'latin1'),
    whole.subarray(0, whole.length - 30),
    zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }),
    workbook({ Homes: '<row><c t="str"><v>x</row>' }),
    workbook({ Homes: '<row><c t="str"><v>&boom;</v></c></row>' }),
  ])
    await assert.rejects(read(t, bytes), (error) => {
      assert.ok(error instanceof Failure);
      assert.match(error.message, /register\.xlsx cannot be read as a spreadsheet/);
      return true;
    });
});

test('an entity that would grow is never expanded, and a file that would is given up', async (t) => {
  const entities = `<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;&a;">`;
  const laughs = `<!DOCTYPE x [${entities}]><row><c t="str"><v>&b;</v></c></row>`;
  await assert.rejects(read(t, zipped({ 'xl/workbook.xml': laughs })), /cannot be read as a spreadsheet/);
  const rows = '<row><c t="str"><v>x</v></c></row>'.repeat(60_000);
  const path = await written(t, workbook({ Homes: rows }));
  const [sheet] = await sheetsOf(path, 'register.xlsx', 1024 * 1024);
  assert.ok(sheet);
  await assert.rejects(Array.fromAsync(sheet.rows()), /holds more than a spreadsheet can be read for/);
  const cell = workbook({ Homes: `<row><c t="str"><v>${' '.repeat(5 * 1024 * 1024)}</v></c></row>` });
  await assert.rejects(read(t, cell), /cannot be read as a spreadsheet/);
});
