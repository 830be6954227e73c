import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { readPdf, run } from '../pdf.ts';
import { openOffice } from '../policy/office.ts';
import { aCase, moment } from '../policy/steps.ts';
import { unzip } from '../zip.ts';

/** The words of a file, without spaces. */
const readers = {
  pdf: (file: Buffer) => readPdf(file).pages.join(''),
  word: (file: Buffer) => Object.values(unzip(file)).join(''),
  csv: (file: Buffer) => file.toString(),
} as const;

test('what is typed into an entry is in the file that leaves Lintel, of each kind', async (t) => {
  const { worker } = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const file = await aCase(worker);
  const typed = {
    words: 'Kestrel told us of Saturday',
    observed: 'Kestrel held her arm',
    decision: 'Kestrel is rung on Monday',
    decisionWhy: 'Kestrel asked for it',
    present: 'Kestrel’s sister',
  };
  await worker.finishes(`${file}/entries/new`, {
    ...{ kind: 'incident', source: 'person', ...typed },
    ...moment('happened', '2026-11-14T22:00'),
    ...moment('known', '2026-11-18T09:50'),
  });
  const preview = await worker.fills(`${file}/exports/new`, { purpose: 'file' });
  const _version = /name="_version" value="([^"]+)"/.exec(preview.body)?.[1] ?? '';
  for (const [format, read] of Object.entries(readers)) {
    const made = await worker.post(`${file}/exports`, { purpose: 'file', format, _version });
    assert.equal(made.statusCode, 200, format);
    const said = run(read(made.rawPayload));
    for (const [field, text] of Object.entries(typed))
      assert.ok(said.includes(run(text)), `${format}: ${field}`);
  }
});
