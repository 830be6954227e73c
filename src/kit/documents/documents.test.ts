import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseHTML } from 'linkedom';
import { readPdf, run } from '../../../tests/pdf.ts';
import { unzip } from '../../../tests/zip.ts';
import { Fault } from '../http/errors.ts';
import { csvBytes, csvText } from './csv.ts';
import { type DocumentModel, lengthOf, mostCharacters, printable } from './model.ts';
import { renderer, renderPdf, renderWord } from './render.ts';

const hostile = [
  '#read("/etc/passwd") #import "@preview/x:0.1.0"',
  '$x^2$ *bold* _slant_ @ref <label> `raw` \\ // gone /* gone */',
  '= Heading\n- list\n+ list\n/ term: x',
  '<w:t>&amp;</w:t> ]]> </w:p>',
  '" } ) ] #{ sys.inputs }',
];

const asked = (rows: number, text: string): DocumentModel => ({
  title: 'Chronology: case C-ABCD-EFGH',
  facts: [{ name: 'Case', value: 'C-ABCD-EFGH' }],
  watermark: 'Hanna Osei, 18 November 2026 at 10:00',
  footer: 'C-ABCD-EFGH, read by Hanna Osei on 18 November 2026 at 10:00',
  landscape: true,
  sections: [
    {
      heading: 'Entries',
      blocks: [
        { kind: 'paragraph', text },
        { kind: 'list', items: [text, 'Another'] },
        {
          kind: 'table',
          columns: [
            { heading: 'When', share: 1 },
            { heading: 'What happened', share: 4 },
          ],
          rows: Array.from({ length: rows }, (_, row) => [
            [{ text: `Row ${row + 1}` }],
            [{ text: 'Incident', weight: 'strong' }, { text }, { text: 'Recorded late', weight: 'quiet' }],
          ]),
        },
      ],
    },
  ],
});

test('a PDF can be listened to: title, language, structure, a table whose header is one, fonts inside', async () => {
  const { structure, pages } = readPdf(await renderPdf(asked(60, 'She slept in the car.')));
  assert.match(structure, /\/Type \/StructTreeRoot/);
  assert.match(structure, /\/MarkInfo <<\s+\/Marked true/);
  assert.match(structure, /\/Lang \(en-GB\)/);
  assert.match(structure, /\/DisplayDocTitle true/);
  assert.match(structure, /\/Title \(Chronology: case C-ABCD-EFGH\)/);
  for (const tag of ['H1', 'H2', 'P', 'L', 'LI', 'Table', 'THead', 'TH', 'TR', 'TD'])
    assert.match(structure, new RegExp(`/S /${tag}\\s`), tag);
  const fonts = structure.match(/\/Type \/FontDescriptor/g) ?? [];
  assert.equal(fonts.length > 0 && fonts.length === structure.match(/\/FontFile[23]? /g)?.length, true);
  assert.equal(pages.length > 2, true);
  for (const [index, page] of pages.entries()) {
    assert.match(run(page), /HannaOsei,18November2026at10:00/, 'the watermark is on every page');
    assert.ok(run(page).includes(`Page${index + 1}of${pages.length}`), 'and so is its number');
    assert.ok(run(page).includes('WhenWhathappened'), 'and the header of the table');
  }
});

test('nobody’s words are ever markup: they stand in a PDF and in a Word file as they were written', async () => {
  for (const text of hostile) {
    const { pages } = readPdf(await renderPdf(asked(1, text)));
    assert.ok(run(pages.join('')).includes(run(text)), text);
    assert.doesNotMatch(pages.join(''), /root:/);
  }
  const words = wordsIn(await renderWord(asked(1, hostile.join('\n'))));
  for (const text of hostile) assert.ok(run(words).includes(run(text)), text);
});

test('a name from right to left turns no number beside it, in a PDF and in a Word file', async () => {
  const text = 'Ring שרה כהן, 07700 900123';
  const { pages } = readPdf(await renderPdf(asked(1, text)));
  assert.match(run(pages.join('')), /07700900123/);
  assert.doesNotMatch(run(pages.join('')), /[\u2066-\u2069]/, 'what isolates is not drawn');
  const markup = unzip(await renderWord(asked(1, text)))['word/document.xml'] ?? '';
  assert.match(markup, /<w:rtl\/><\/w:rPr><w:t xml:space="preserve">שרה כהן<\/w:t>/);
  assert.match(markup, /שרה כהן<\/w:t><\/w:r><w:r>.{0,80}\u200e<\/w:t><\/w:r><w:r>.{0,80}, 07700 900123/);
});

test('letters that no font can draw become a box with a note, and the Word file keeps them', async () => {
  const text = 'Ŵythenshawe \u4f60\u597d \u{10ffff} Zoë';
  const { pages } = readPdf(await renderPdf(asked(1, text)));
  assert.match(run(pages.join('')), /Ŵythenshawe.*Zoë.*Aboutthisfile/);
  assert.ok(wordsIn(await renderWord(asked(1, text))).includes('\u4f60\u597d'));
});

test('a Word file has headings, a header row that repeats, its reader on every page, and its language', async () => {
  const files = unzip(await renderWord(asked(3, 'She slept in the car.')));
  const body = files['word/document.xml'] ?? '';
  assert.match(body, /w:pStyle w:val="Heading1"/);
  assert.match(body, /w:pStyle w:val="Heading2"/);
  assert.equal(body.match(/<w:tblHeader\/>/g)?.length, 1);
  assert.match(files['word/styles.xml'] ?? '', /w:lang w:val="en-GB"/);
  assert.match(files['docProps/core.xml'] ?? '', /<dc:title>Chronology: case C-ABCD-EFGH</);
  const around = Object.entries(files).flatMap(([name, text]) => (/header|footer/.test(name) ? [text] : []));
  assert.equal(around.filter((text) => text.includes('Hanna Osei')).length >= 2, true);
  assert.match(around.join(''), /NUMPAGES/);
});

test('five hundred long rows are a PDF and a Word file', async () => {
  const long = asked(500, 'He took her keys on Saturday night, and she slept in the car. '.repeat(8));
  const [pdf, word] = await Promise.all([renderPdf(long), renderWord(long)]);
  assert.equal(readPdf(pdf).pages.length > 50, true);
  assert.equal(wordsIn(word).match(/Row \d+/g)?.length, 500);
});

test('a file that takes too long is given up, one that is too long is not begun, and only so many wait', async () => {
  const fault = (code: string) => (error: unknown) => error instanceof Fault && error.code === code;
  const hasty = renderer({ time: 1, atOnce: 1, waiting: 1 });
  const small = { format: 'pdf', document: asked(1, 'x') } as const;
  const [first, second, third] = await Promise.allSettled([hasty(small), hasty(small), hasty(small)]);
  assert.ok(first.status === 'rejected' && fault('too-large')(first.reason));
  assert.ok(second.status === 'rejected' && fault('too-large')(second.reason), 'it came to its turn');
  assert.ok(third.status === 'rejected' && fault('too-many')(third.reason));
  await assert.rejects(renderPdf(asked(1, 'x'.repeat(mostCharacters))), fault('too-large'));
  assert.equal(lengthOf(asked(1, 'four')), 4 + 4 + 7 + 5 + 8 + 4 + 13);
});

test('a spreadsheet runs no cell, whoever wrote it', () => {
  const rows = ['=1+1', '+44', '-2', '@x', '\tx', 'plain', 'a "quote", a comma'].map((text) => [text]);
  assert.equal(
    csvText(['Words'], rows),
    `\ufeffWords\r\n'=1+1\r\n'+44\r\n'-2\r\n'@x\r\n'\tx\r\nplain\r\n"a ""quote"", a comma"\r\n`,
  );
});

test('a long table is one table: one mark at its beginning, one head, and every row in its place', () => {
  const rows = Array.from({ length: 120 }, (_, at) => [`row ${at}`, 'ö']);
  const text = csvText(['Row', 'Letter'], rows);
  assert.equal(text, `\ufeffRow,Letter\r\n${rows.map((row) => `${row.join(',')}\r\n`).join('')}`);
  assert.deepEqual(csvBytes(['Row', 'Letter'], rows), Buffer.from(text));
  assert.equal(csvText(['Row'], []), '\ufeffRow\r\n');
});

test('a formula behind spaces, line ends or invisible marks is no formula either', () => {
  for (const sign of ['=', '+', '-', '@', '＝', '＋', '－', '＠'])
    for (const before of [
      '',
      ' ',
      '\n',
      '\r\n',
      '\r',
      '\t',
      '\u00a0',
      '\u2003',
      '\u200b',
      '\ufeff',
      '\u202e',
      ' \n\t ',
    ])
      assert.match(csvText(['Words'], [[`${before}${sign}1+1`]]), /\r\n"?'/u, JSON.stringify(before + sign));
  for (const text of ['2024-03-31', 'a = b', 'O’Brien', '', ' spaced'])
    assert.doesNotMatch(csvText(['Words'], [[text]]), /'/);
});

test('what no file can hold is left out', () => {
  assert.equal(printable('a\u0000b\u0007c\r\nd\re\tf\ud800'), 'abc\nd\ne\tf\ufffd');
});

function wordsIn(word: Uint8Array): string {
  const xml = unzip(word)['word/document.xml'] ?? '';
  const { document } = parseHTML(`<html><body>${xml}</body></html>`) as unknown as {
    document: { body: { textContent: string } };
  };
  return document.body.textContent;
}
