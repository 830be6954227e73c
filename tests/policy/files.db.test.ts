import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { storedName } from '#kit/files/store.ts';
import { filesFolder } from '../files-folder.ts';
import { aFile, aPack, pictureOfAPhone } from '../files-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { type Office, openOffice, words } from './office.ts';
import { aCase } from './steps.ts';

const picture = await pictureOfAPhone();
const fromPhone = (name: string, bytes: Uint8Array<ArrayBuffer> = picture) => ({
  field: 'files',
  name,
  bytes,
});

const linkTo = (body: string) => /href="([^"]+\/files\/[0-9a-f-]{36})"/.exec(body)?.[1] ?? '';

test('pictures from a phone are kept exactly as they came, and nobody reads them in the data folder', async (t) => {
  const { worker, landlord } = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const file = await aCase(worker);
  const led = await worker.finishes(
    `${file}/files/new`,
    { shows: 'The door as it is today', source: 'person' },
    [fromPhone('IMG_0001.jpg'), fromPhone('IMG_0002.jpg')],
  );
  assert.equal(led, `${file}/files`);
  const listed = await worker.get(led);
  assert.match(words(listed.body), /1\. IMG_0001\.jpg.*2\. IMG_0002\.jpg/);
  assert.match(words(listed.body), /No virus scanner is set up here/);
  const path = linkTo(listed.body);
  const shown = await worker.reads(path);
  assert.match(shown, new RegExp(createHash('sha256').update(picture).digest('hex')));
  const taken = await worker.fills(`${path}/taking`, { why: 'The solicitor asks for the original' });
  assert.deepEqual(new Uint8Array(taken.rawPayload), picture);
  assert.equal(taken.headers['cache-control'], 'no-store');
  assert.equal(taken.headers['x-content-type-options'], 'nosniff');
  assert.match(String(taken.headers['content-security-policy']), /sandbox/);
  assert.match(String(taken.headers['content-disposition']), /^attachment; filename="C-[^"]+-1\.jpg"$/);
  assert.match(await worker.reads(`${path}/custody`), /Added, sealed.*downloaded The solicitor asks/);
  const folder = join(filesFolder(), landlord.organisation);
  const sealed = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  assert.ok(sealed.length >= 2);
  for (const each of sealed) {
    const bytes = readFileSync(join(each.parentPath, each.name));
    assert.ok(!bytes.includes('Kestrel') && !bytes.includes(Buffer.from([0xff, 0xd8, 0xff])), each.name);
    assert.match(each.name, /^[0-9a-f]{32}$/);
  }
});

const wrong: readonly (readonly [string, Uint8Array<ArrayBuffer>, RegExp])[] = [
  ['nothing.jpg', new Uint8Array(), /“nothing\.jpg” is empty/],
  [
    'drawing.svg',
    text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    /run a program/,
  ],
  ['drawing.png', text('<?xml version="1.0"?><svg onload="x()"/>'), /run a program/],
  ['page.txt', text('Hello <!doctype html><script>x</script>'), /run a program/],
  ['things.zip', zipped(), /is an archive/],
  ['photo.jpg', new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), /of a type that is not taken/],
  ['noise', new Uint8Array([0, 1, 2, 3, 250, 251, 252]), /of a type that is not taken/],
];

function text(words: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(words);
}

function zipped(): Uint8Array<ArrayBuffer> {
  return new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 0, 0, ...new Array(40).fill(0)]);
}

test('what is not taken is said beside the field, in a sentence, and nothing is added', async (t) => {
  const { worker } = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const file = await aCase(worker);
  const said = { shows: 'What I typed stays', source: 'person' };
  for (const [name, bytes, sentence] of wrong) {
    const sent = await worker.fills(`${file}/files/new`, said, [
      fromPhone('fine.jpg'),
      fromPhone(name, bytes),
    ]);
    assert.equal(sent.statusCode, 422, name);
    assert.match(words(sent.body), sentence, name);
    assert.match(sent.body, /What I typed stays/);
  }
  const none = await worker.fills(`${file}/files/new`, said, []);
  assert.match(words(none.body), /Choose at least one file/);
  const eleven = Array.from({ length: 11 }, (_, at) => fromPhone(`IMG_${at}.jpg`));
  const many = await worker.fills(`${file}/files/new`, said, eleven);
  assert.equal(many.statusCode, 422);
  assert.match(words(many.body), /“IMG_10\.jpg” was not taken: choose 10 files at once or fewer/);
  const large = await worker.fills(`${file}/files/new`, said, [
    fromPhone('film.mp4', new Uint8Array(100 * 1024 * 1024 + 1)),
  ]);
  assert.equal(large.statusCode, 422);
  assert.match(words(large.body), /“film\.mp4” is larger than 100 MB/);
  assert.match(await worker.reads(`${file}/files`), /No files yet/);
});

test('a name that promises another type is told, and the bytes are believed', async (t) => {
  const { worker } = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const file = await aCase(worker);
  const led = await worker.finishes(`${file}/files/new`, { source: 'police' }, [fromPhone('statement.pdf')]);
  const path = linkTo((await worker.get(led)).body);
  assert.match(await worker.reads(path), /Picture.*Its name says another type; its bytes were believed/);
});

for (const { id } of triedPacks)
  test(`nobody outside the wall learns of a file, or that there is one (${id})`, async (t) => {
    const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'), id);
    const { worker, manager } = office;
    const file = await aCase(worker);
    const led = await worker.finishes(`${file}/files/new`, { source: 'person' }, [fromPhone('a.jpg')]);
    const path = linkTo((await worker.get(led)).body);
    const outsider = await office.colleague('da_worker');
    const across = { relation: 'neighbour', reason: 'Lives across the road from the home' };
    await manager.finishes(`${file}/conflicts/new`, { staffId: outsider.staff, ...across });
    const colleague = await office.colleague('colleague');
    for (const asks of [outsider, colleague])
      for (const end of ['', '/picture', '/picture/bytes', '/small-picture', '/custody', '/taking'])
        assert.ok([403, 404].includes((await asks.get(`${path}${end}`)).statusCode), end);
    const other = await aCase(manager);
    const moved = path.replace(file, other);
    assert.equal((await manager.get(moved)).statusCode, 404, 'in the address of another case');
  });

test('what was added in error goes from the list, and stays on the record with its reason', async (t) => {
  const { worker } = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const file = await aCase(worker);
  const led = await worker.finishes(`${file}/files/new`, { source: 'person' }, [fromPhone('a.jpg')]);
  const path = linkTo((await worker.get(led)).body);
  await worker.finishes(`${path}/error`, { why: 'It belongs to another case' });
  assert.match(await worker.reads(led), /No files yet.*Added in error: 1/);
  assert.match(await worker.reads(path), /It belongs to another case/);
  assert.equal((await worker.get(`${path}/error`)).statusCode, 404);
});

/** The one sealed file of this landlord that is not a picture to look at: the original. */
async function sealedOriginal({ lintel, landlord }: Office): Promise<string> {
  const { rows } = await lintel.database.owner.query(
    'select stored_as from kept_file where organisation_id = $1',
    [landlord.organisation],
  );
  return join(filesFolder(), rows[0].stored_as);
}

test('bytes that were changed or are gone are found, told to a manager and never handed out', async (t) => {
  const changes = {
    'a bit of it is changed': (path: string) => {
      const bytes = readFileSync(path);
      bytes[100] = (bytes[100] ?? 0) ^ 1;
      writeFileSync(path, bytes);
    },
    'it is gone': (path: string) => rmSync(path),
  };
  for (const [what, change] of Object.entries(changes)) {
    const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
    const { worker, manager } = office;
    const file = await aCase(worker);
    const led = await worker.finishes(`${file}/files/new`, { source: 'person' }, [fromPhone('a.jpg')]);
    const path = linkTo((await worker.get(led)).body);
    await office.at('2026-12-28T10:00');
    assert.match(await worker.reads(`${path}/custody`), /Hash reckoned again: the bytes are as they came/);
    change(await sealedOriginal(office));
    await office.at('2027-02-01T10:00');
    assert.match(await worker.reads(path), /Its bytes are not as they came, or are gone/, what);
    assert.match(await manager.reads('/notifications'), /is not as it was put away, or is gone/, what);
    assert.match(await worker.reads(`${path}/custody`), /the bytes are changed or gone/, what);
    const taken = await worker.fills(`${path}/taking`, { why: 'The solicitor asks for it' });
    assert.ok(taken.statusCode >= 400, what);
    assert.match(words(taken.body), /not as they came/, what);
  }
});

test('two who find at the same moment that a file is gone are both told, and it is on record once', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker, manager } = office;
  const file = await aCase(worker);
  const led = await worker.finishes(`${file}/files/new`, { source: 'person' }, [fromPhone('a.jpg')]);
  const path = linkTo((await worker.get(led)).body);
  rmSync(await sealedOriginal(office));
  const why = 'The solicitor asks for it';
  const both = await Promise.all([worker, manager].map((each) => each.fills(`${path}/taking`, { why })));
  for (const { statusCode, body } of both) {
    assert.equal(statusCode, 422);
    assert.match(words(body), /not as they came/);
  }
  const log = await worker.reads(`${path}/custody`);
  assert.equal(log.split('the bytes are changed or gone').length, 2);
});

test('a picture to look at tells nothing of the phone, is kept by no browser, and who looked is known', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker, manager } = office;
  const file = await aCase(worker);
  const led = await worker.finishes(`${file}/files/new`, { source: 'person' }, [fromPhone('a.jpg')]);
  const path = linkTo((await worker.get(led)).body);
  assert.match(await worker.reads(path), /A picture to look at is being made/);
  await office.at('2026-11-18T10:05');
  const shown = await manager.get(`${path}/picture/bytes`);
  assert.equal(shown.statusCode, 200);
  assert.equal(shown.headers['content-type'], 'image/jpeg');
  assert.equal(shown.headers['cache-control'], 'no-store');
  assert.match(String(shown.headers['content-security-policy']), /sandbox/);
  assert.ok(
    !shown.rawPayload.includes('Kestrel') && shown.rawPayload.subarray(0, 2).toString('hex') === 'ffd8',
  );
  assert.match(await worker.reads(`${path}/custody`), /Ada Keel Looked at, as a picture/);
  assert.ok(!(await worker.get(led)).body.includes('<img'), 'nobody meets a picture unprepared');
  assert.match((await worker.get(`${led}?pictures=yes`)).body, /<img[^>]+small-picture/);
});

test('a picture of an iPhone is shown without the place, and its original stays as it came', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker } = office;
  const file = await aCase(worker);
  const photo = new Uint8Array(readFileSync(new URL('../photo-of-a-phone.heic', import.meta.url)));
  const led = await worker.finishes(`${file}/files/new`, { source: 'person' }, [
    fromPhone('IMG_0413.HEIC', photo),
  ]);
  const path = linkTo((await worker.get(led)).body);
  await office.at('2026-11-18T10:05');
  assert.match(await worker.reads(path), /Picture, 1 KB/);
  const { rawPayload } = await worker.get(`${path}/picture/bytes`);
  assert.equal(rawPayload.subarray(0, 2).toString('hex'), 'ffd8');
  const { exif, width, height } = await sharp(rawPayload).metadata();
  assert.deepEqual([exif, width, height], [undefined, 256, 192]);
  const taken = await worker.fills(`${path}/taking`, { why: 'The solicitor asks for the original' });
  assert.deepEqual(new Uint8Array(taken.rawPayload), photo);
  assert.match(String(taken.headers['content-disposition']), /-1\.heic"$/);
});

test('what lies in the data folder without a row is taken away after a month, and nothing else is', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker, lintel, landlord } = office;
  const file = await aCase(worker);
  await aFile(worker, file);
  await office.at('2026-11-18T10:05');
  const { pack } = await aPack(worker, file);
  const { organisation } = landlord;
  const stray = storedName(organisation);
  const path = join(filesFolder(), 'bytes-to-put');
  writeFileSync(path, 'left by an upload that broke off');
  await lintel.services.files.store.put(stray, path);
  rmSync(path);
  const lying = async () => (await Array.fromAsync(lintel.services.files.store.list(organisation))).length;
  const before = await lying();
  lintel.clock.set(Temporal.Now.instant().add({ hours: 24 * 10 }));
  await lintel.work(organisation);
  assert.ok((await lying()) >= before, 'a database put back from a backup gets its files back');
  lintel.clock.set(Temporal.Now.instant().add({ hours: 24 * 40 }));
  const now = await lying();
  await lintel.work(organisation);
  assert.equal(await lying(), now - 1);
  lintel.clock.set(Temporal.Instant.from('2026-11-18T10:10Z'));
  const sent = await worker.get(`${pack}/archive`);
  assert.equal(sent.statusCode, 200, 'what was made for police and courts is there for good');
});
