import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { filesFolder } from '../files-folder.ts';
import { aFile, aPack, pictureOfAPhone, yesToThePolice } from '../files-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { readPdf, run } from '../pdf.ts';
import { type Office, openOffice, words } from './office.ts';
import { aCase, moment, weekdaysBetween } from './steps.ts';

configure({ useWebWorkers: false });

const reached = {
  channel: 'phone',
  value: '07700 900123',
  agreed: 'yes',
  ...weekdaysBetween('10:00', '14:00'),
};

/** What is in the archive, opened as its reader opens it. */
async function unpacked(bytes: Buffer, password: string): Promise<Readonly<Record<string, Buffer>>> {
  const zip = new ZipReader(new Uint8ArrayReader(new Uint8Array(bytes)), { password });
  const entries = await zip.getEntries();
  const read = entries.map(async (entry) => {
    if (entry.directory) throw new Error('A folder in a pack');
    return [entry.filename, Buffer.from(await entry.getData(new Uint8ArrayWriter()))] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function withAFile(office: Office): Promise<string> {
  const file = await aCase(office.worker);
  await aFile(office.worker, file);
  await office.at('2026-11-18T10:05');
  return file;
}

for (const { id } of triedPacks)
  test(`police get the originals, an index with exhibit numbers, and who had each of them (${id})`, async (t) => {
    const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'), id);
    const { worker } = office;
    const file = await withAFile(office);
    const { share, made, pack, passphrase } = await aPack(worker, file);
    assert.equal(made.statusCode, 200, words(made.body));
    assert.match(await worker.reads(share), /What left.*evidence pack/i, 'known where all is that left');
    const sent = await worker.get(`${pack}/archive`);
    assert.equal(sent.statusCode, 200);
    assert.match(String(sent.headers['content-disposition']), /filename="C-[^"]+\.zip"/);
    const held = await unpacked(sent.rawPayload, passphrase);
    assert.deepEqual(Object.keys(held).toSorted(), ['AK-1.jpg', 'index.pdf', 'manifest.txt']);
    const original = await pictureOfAPhone();
    assert.deepEqual(new Uint8Array(held['AK-1.jpg'] ?? []), original);
    const manifest = String(held['manifest.txt']);
    assert.ok(manifest.includes(`${sha256(original)}  AK-1.jpg`));
    assert.ok(manifest.includes(`${sha256(held['index.pdf'] ?? Buffer.alloc(0))}  index.pdf`));
    const index = run(readPdf(held['index.pdf'] ?? Buffer.alloc(0)).pages.join(''));
    for (const said of ['Otherton Police', 'Carys Webb', 'The front door on Monday', 'who had it', 'AK/1'])
      assert.ok(index.includes(run(said)), said);
    const shown = await worker.reads(pack);
    assert.ok(shown.includes(sha256(sent.rawPayload)), 'kept exactly as it was sent');
    const again = await worker.get(`${pack}/archive`);
    assert.equal(sha256(again.rawPayload), sha256(sent.rawPayload));
  });

test('the index says no more than was decided: no agreed number, and not what a file was called', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker } = office;
  const file = await aCase(worker);
  await worker.finishes(`${file}/contact/new`, reached);
  const shows = 'His messages to 07700 900123, all of that night';
  await aFile(worker, file, { shows, name: 'her flat at 9 Quay Court.jpg' });
  await office.at('2026-11-18T10:05');
  const { pack, passphrase, made } = await aPack(worker, file);
  assert.equal(made.statusCode, 200, words(made.body));
  const held = await unpacked((await worker.get(`${pack}/archive`)).rawPayload, passphrase);
  const index = run(readPdf(held['index.pdf'] ?? Buffer.alloc(0)).pages.join(''));
  assert.ok(index.includes(run('His messages to [left out], all of that night')), index);
  assert.doesNotMatch(index, /900123/);
  assert.doesNotMatch(index, /QuayCourt/i, 'nobody decided on a name that somebody gave a file');
});

test('pictures can go without the place at which they were taken', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const file = await withAFile(office);
  const { pack, passphrase } = await aPack(office.worker, file, 'shown');
  const held = await unpacked((await office.worker.get(`${pack}/archive`)).rawPayload, passphrase);
  assert.ok(!held['AK-1.jpg']?.includes('Kestrel'));
  assert.match(String(held['manifest.txt']), new RegExp(sha256(held['AK-1.jpg'] ?? Buffer.alloc(0))));
});

test('a pack without the passphrase gives nothing away but the numbers of the exhibits', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { pack } = await aPack(office.worker, await withAFile(office));
  const { rawPayload } = await office.worker.get(`${pack}/archive`);
  await assert.rejects(unpacked(rawPayload, 'guessed'));
  assert.ok(!rawPayload.includes('Kestrel') && !rawPayload.includes('%PDF'));
});

test('nothing leaves once they have taken back their agreement, not even a pack that was made', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker } = office;
  const file = await withAFile(office);
  const { share, pack } = await aPack(worker, file);
  const consent = /href="([^"]+\/consents\/[0-9a-f-]{36})"/.exec(
    (await worker.get(`${file}/sharing`)).body,
  )?.[1];
  await worker.finishes(`${consent}/change`, {
    ...{ change: 'withdrawn', way: 'phone', words: 'I do not want it any more' },
    ...moment('said', '2026-11-18T10:04'),
  });
  assert.equal((await worker.get(`${pack}/archive`)).statusCode, 403);
  assert.equal((await worker.get(`${share}/evidence/new`)).statusCode, 403);
});

test('no pack is made of a file whose bytes are gone, and that it was found is on record', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker, lintel, landlord } = office;
  const file = await withAFile(office);
  const { rows } = await lintel.database.owner.query(
    'select stored_as from kept_file where organisation_id = $1',
    [landlord.organisation],
  );
  rmSync(join(filesFolder(), rows[0].stored_as));
  const { made } = await aPack(worker, file);
  assert.equal(made.statusCode, 422);
  assert.match(words(made.body), /File 1 is not as it came, or is gone\. No pack was made/);
  assert.match(await worker.reads(`${file}/files`), /Changed or gone/);
  assert.match(await worker.reads(`${file}/evidence`), /None yet/);
});

test('what the police asked us not to pass on does not go into a pack, whoever is asked', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker } = office;
  const file = await aCase(worker);
  const bytes = await pictureOfAPhone();
  await worker.finishes(`${file}/files/new`, { source: 'police', shows: 'From their camera' }, [
    { field: 'files', name: 'a.jpg', bytes },
  ]);
  await worker.finishes(`${file}/consents/new`, yesToThePolice);
  const offered = (await worker.get(`${file}/shares/new`)).body;
  assert.ok(!/From their camera/.test(offered), 'nobody can decide on it');
});
