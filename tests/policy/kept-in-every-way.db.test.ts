import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { packs } from '#packs/index.ts';
import { lintelSite } from '../lintel-site.ts';
import { readPdf, run } from '../pdf.ts';
import { unzip } from '../zip.ts';
import { fillIn } from './form.ts';
import { type Office, openOffice, words } from './office.ts';
import { aLink, asZip, decidesAllOf, post, theirDomain, toldByThePolice } from './sharing-steps.ts';

configure({ useWebWorkers: false });

const kept = /arrestedonFriday/i;
const free = /maynotseemysister/i;
const ofWord = (file: Buffer) =>
  run(
    Object.values(unzip(file))
      .join('')
      .replaceAll(/<[^>]+>/g, ''),
  );
const ofPdf = (file: Buffer) => run(readPdf(file).pages.join(''));
const readers = { pdf: ofPdf, word: ofWord, csv: (file: Buffer) => run(file.toString()) } as const;

test('what the police asked us to keep is in nothing that leaves, in whatever form, until they allow it', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const sent = post(lintel);
  for (const { id: packId } of packs)
    await t.test(`under ${packId}`, async (t) => {
      const office = await openOffice(lintel, packId);
      await office.at('2026-11-18T10:00');
      const { worker, manager } = office;
      const { file, entry } = await toldByThePolice(office);
      await manager.finishes('/agencies', { ...theirDomain, agency: 'The refuge' });
      const before = await decidesAllOf(office, file, 'specialist');
      const zip = await worker.fills(`${file}/shares/${before}/file`, asZip);
      const [, container = ''] = /href="([^"]+\/sent\/[^"]+)"/.exec(zip.body) ?? [];
      const link = async (share: string) => {
        const { body } = await worker.fills(`${file}/shares/${share}/link`, aLink);
        const [, code = ''] = /<strong>(\d{8})<\/strong>/.exec(body) ?? [];
        const url = new URL(sent.at(-1)?.link ?? '').pathname;
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        const payload = new URLSearchParams({ reader: 'Jo Bright', code, step: 'purpose', confirmed: 'yes' });
        return () => lintel.partners.inject({ method: 'POST', url, headers, payload: payload.toString() });
      };
      const reads = await link(before);
      assert.match(run(words((await reads()).body)), kept, 'it was allowed then');

      await worker.finishes(`${entry}/condition/new`, {
        ...{ saidBy: 'Exampleshire Police', words: 'Do not disclose before Friday' },
      });
      await t.test('what was made with it before goes no further', async () => {
        assert.equal((await reads()).statusCode, 422);
        assert.equal((await worker.get(container)).statusCode, 403);
        assert.equal((await worker.fills(`${file}/shares/${before}/file`, asZip)).statusCode, 403);
        const asked = { purpose: 'partner', recipient: before, from: '', to: '' };
        assert.equal((await worker.post(`${file}/exports/new`, asked)).statusCode, 422);
      });

      const court = await decidesAllOf(office, file, 'court');
      const agency = await decidesAllOf(office, file, 'specialist', '2026-11-18T09:55');
      for (const [purpose, recipient] of [
        ['court', court],
        ['partner', agency],
      ] as const)
        await t.test(`taken away (${purpose}): PDF, Word, spreadsheet and paper`, async () => {
          const preview = await worker.fills(`${file}/exports/new`, { purpose, recipient });
          assert.doesNotMatch(run(words(preview.body)), kept);
          for (const [format, read] of Object.entries(readers)) {
            const { action, fields } = fillIn(preview.body, `${file}/exports`, { format });
            const said = read((await worker.post(action, fields)).rawPayload);
            assert.match(said, free, format);
            assert.doesNotMatch(said, kept, format);
          }
          const { action, fields } = fillIn(preview.body, `${file}/exports`, { format: 'paper' });
          const sheet = run(words((await worker.post(action, fields)).body));
          assert.match(sheet, free);
          assert.doesNotMatch(sheet, kept);
        });

      await t.test('sent: an encrypted PDF and Word, and the page that a link opens', async () => {
        for (const [format, read] of [
          ['pdf', ofPdf],
          ['word', ofWord],
        ] as const) {
          const said = read(await unlocked(office, `${file}/shares/${agency}`, format));
          assert.match(said, free, format);
          assert.doesNotMatch(said, kept, format);
        }
        const page = run(words((await (await link(agency))()).body));
        assert.match(page, free);
        assert.doesNotMatch(page, kept);
      });

      await t.test('the team’s own file has it; once they allow it, it may be decided on again', async () => {
        const preview = await worker.fills(`${file}/exports/new`, { purpose: 'file' });
        const { action, fields } = fillIn(preview.body, `${file}/exports`, { format: 'csv' });
        assert.match(run((await worker.post(action, fields)).body), kept);
        await worker.finishes(`${entry}/condition/lifting`, {
          because: 'allowed',
          why: 'The sergeant allowed it on the phone',
        });
        const allowed = await decidesAllOf(office, file, 'specialist', '2026-11-18T09:58');
        assert.match(ofPdf(await unlocked(office, `${file}/shares/${allowed}`, 'pdf')), kept);
      });
    });
});

/** An encrypted file as it leaves, opened with its passphrase. */
async function unlocked({ worker }: Office, share: string, format: string): Promise<Buffer> {
  const { body } = await worker.fills(`${share}/file`, { ...asZip, format });
  const [, password = ''] = /<strong>((?:\w{4}-){5}\w{4})<\/strong>/.exec(body) ?? [];
  const [, path = ''] = /href="([^"]+\/sent\/[^"]+)"/.exec(body) ?? [];
  const bytes = (await worker.get(path)).rawPayload;
  const [entry] = await new ZipReader(new Uint8ArrayReader(new Uint8Array(bytes)), { password }).getEntries();
  assert.ok(entry && 'getData' in entry, words(body));
  return Buffer.from(await entry.getData(new Uint8ArrayWriter()));
}
