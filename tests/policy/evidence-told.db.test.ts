import assert from 'node:assert/strict';
import { test } from 'node:test';
import { configure, Uint8ArrayReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { aPack, pictureOfAPhone } from '../files-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Colleague, type Office, openOffice, words } from './office.ts';
import { findsOnBoard, opensCase, writesDown } from './steps.ts';

configure({ useWebWorkers: false });

const picture = await pictureOfAPhone();
const photo = (name: string) => ({ field: 'files', name, bytes: picture });

async function inPack(bytes: Buffer, password: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const zip = new ZipReader(new Uint8ArrayReader(new Uint8Array(bytes)), { password });
  const held = new Map<string, Uint8Array>();
  for (const entry of await zip.getEntries())
    if (!entry.directory) held.set(entry.filename, await entry.getData(new Uint8ArrayWriter()));
  return held;
}

/** What came before there was a case: from the person, or from a caretaker who told of a concern. */
const comes: Readonly<Record<string, (office: Office) => Promise<string>>> = {
  'with what they told': async ({ worker }) => {
    const { reference } = await writesDown(worker);
    const told = await findsOnBoard(worker, reference);
    await worker.finishes(`${told}/files/new`, { shows: 'The door that night', source: 'person' }, [
      photo('IMG_1.jpg'),
    ]);
    return opensCase(worker, told, worker);
  },
  'with a concern': async (office) => {
    const { worker } = office;
    const caretaker = await office.colleague('contractor');
    const thanks = await caretaker.finishes('/concerns/new', {
      ...{ immediate_danger: 'no', where_known: 'not_known', indicators: ['damage'] },
      verbatim: 'The door of the flat is broken again.',
    });
    const receipt = (await caretaker.get(thanks)).body;
    const form = /href="(\/concerns\/receipts\/[^"]+\/files)"/.exec(receipt)?.[1] ?? '';
    await caretaker.finishes(form, { shows: 'The door that night', source: 'contractor' }, [
      photo('IMG_1.jpg'),
    ]);
    const reference = /D-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec(receipt)?.[0] ?? '';
    return opensCase(worker, await findsOnBoard(worker, reference), worker, { connection: 'married' });
  },
};

/** It came from somebody else: whether agencies may see it is decided, as of everything that others tell. */
async function letsAgenciesSee(worker: Colleague, file: string): Promise<void> {
  const { body } = await worker.get(`${file}/entries`);
  for (const [, path = ''] of body.matchAll(/href="(\/cases\/[^"]+\/entries\/[0-9a-f-]{36})"/g))
    if (/File 1 \(picture\) was added/.test(await worker.reads(path)))
      return void (await worker.finishes(`${path}/audience`, {
        ...{ audience: ['person', 'agencies'], reason: 'The caretaker was asked, and agrees' },
      }));
  throw new Error('Nothing tells of the file');
}

for (const { id } of triedPacks)
  for (const [how, comesIn] of Object.entries(comes))
    test(`the original that came ${how} goes into a pack by the same decisions (${id})`, async (t) => {
      const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'), id);
      const { worker, manager } = office;
      await office.at('2026-11-18T10:01');
      const file = await comesIn(office);
      await office.at('2026-11-18T10:05');
      if (how === 'with a concern') {
        const { body } = await worker.get(`${file}/shares/new`);
        assert.doesNotMatch(body, /File 1 \(picture\)/, 'nobody has decided that agencies may see it');
        await letsAgenciesSee(worker, file);
      }
      const { made, pack, passphrase, share } = await aPack(worker, file);
      assert.equal(made.statusCode, 200, words(made.body));
      const archive = await worker.get(`${pack}/archive`);
      const held = await inPack(archive.rawPayload, passphrase);
      assert.deepEqual(held.get('AK-1.jpg'), picture, 'the original, byte for byte');
      assert.ok(held.has('index.pdf'));
      await worker.finishes(`${share}/dropping`, { why: 'The police have what they need' });
      assert.equal((await manager.get(`${pack}/archive`)).statusCode, 403);
    });
