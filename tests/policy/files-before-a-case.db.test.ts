import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { clamd } from '#kit/files/clamd.ts';
import { clamdMissing, runClamd } from '../clamd.ts';
import { filesFolder } from '../files-folder.ts';
import { pictureOfAPhone } from '../files-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { openOffice, words } from './office.ts';
import { aCase, findsOnBoard, opensCase, recordsContact, writesDown } from './steps.ts';

const picture = await pictureOfAPhone();
const photo = (name: string) => ({ field: 'files', name, bytes: picture });
const linkTo = (body: string, end = '') =>
  new RegExp(`href="([^"]+/files/[0-9a-f-]{36}${end})"`).exec(body)?.[1] ?? '';

for (const { id } of triedPacks)
  test(`pictures that come with what was told go along when it becomes a case (${id})`, async (t) => {
    const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'), id);
    const { worker, manager, lintel } = office;
    const { reference } = await writesDown(worker);
    const told = await findsOnBoard(worker, reference);
    const led = await worker.finishes(
      `${told}/files/new`,
      { shows: 'The door as she found it', source: 'person' },
      [photo('IMG_1.jpg'), photo('IMG_2.jpg')],
    );
    assert.equal(led, told);
    assert.match(
      await worker.reads(told),
      /1\. IMG_1\.jpg.*2\. IMG_2\.jpg.*A picture to look at is being made/,
    );
    await office.at('2026-11-18T10:05');
    const shown = linkTo((await manager.get(told)).body, '/picture');
    const around = await manager.get(shown);
    assert.match(around.body, /action="\/hidden\/session"/, 'with the way to hide');
    assert.match(words(around.body), /Added, sealed.*A picture to look at made/);
    const looked = await manager.get(`${shown}/bytes`);
    assert.equal(looked.statusCode, 200);
    assert.ok(!looked.rawPayload.includes('Kestrel'));
    const file = await opensCase(worker, told, worker);
    const list = await worker.get(`${file}/files`);
    assert.match(words(list.body), /1\. IMG_1\.jpg.*2\. IMG_2\.jpg/);
    const path = linkTo(list.body);
    assert.equal((await worker.get(`${path}/picture/bytes`)).statusCode, 200);
    assert.match(
      await worker.reads(`${file}/entries`),
      /Files 1 \(picture\), 2 \(picture\) were added: it came with what was told\. What is shown: The door as she/,
    );
    assert.match(
      await worker.reads(`${path}/custody`),
      /Added, sealed.*picture to look at made.*Ada Keel Looked at.*Came into the case, with what was told/,
    );
    const taken = await worker.fills(`${path}/taking`, { why: 'The solicitor asks for the original' });
    assert.deepEqual(new Uint8Array(taken.rawPayload), picture);
    assert.equal((await worker.get(shown)).statusCode, 404, 'it stands behind the case’s wall now');
    assert.match(await worker.reads(told), /Files of the case/);
    const { rows } = await lintel.database.owner.query('select count(*)::int n from kept_file');
    assert.equal(rows[0].n, 2, 'the same files, not copies');
  });

test('whoever may not read what was told sees no file of it, nor that there is one', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker, landlord, lintel } = office;
  const involved = await office.colleague('da_worker');
  const { reference } = await writesDown(worker, {
    staff_involved: 'yes',
    colleague_1: involved.staff,
    relation_1: 'relative',
  });
  const told = await findsOnBoard(worker, reference);
  await worker.finishes(`${told}/files/new`, { source: 'person' }, [photo('a.jpg')]);
  await office.at('2026-11-18T10:05');
  const shown = linkTo((await worker.get(told)).body, '/picture');
  const outside = await office.colleague('colleague');
  for (const asks of [involved, outside])
    for (const path of [told, `${told}/files/new`, shown, `${shown}/bytes`])
      assert.ok([403, 404].includes((await asks.get(path)).statusCode), path);
  const { rows } = await lintel.database.app.connect().then(async (client) => {
    await client.query('begin');
    await client.query(
      `select set_config('lintel.organisation', $1, true), set_config('lintel.staff', $2, true),
          set_config('lintel.roles', 'da_worker', true), lintel.keep_apart()`,
      [landlord.organisation, involved.staff],
    );
    const read = await client.query(
      'select (select count(*) from kept_file) + (select count(*) from shown_file) n',
    );
    await client.query('rollback');
    client.release();
    return read;
  });
  assert.equal(Number(rows[0].n), 0, 'not from the tables either');
});

test('whoever tells of a concern adds pictures from a phone for a day, and sees nothing of them again', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker } = office;
  const caretaker = await office.colleague('contractor');
  const thanks = await caretaker.finishes('/concerns/new', {
    ...{ immediate_danger: 'no', where_known: 'not_known', indicators: ['damage'] },
    verbatim: 'The door of the flat is broken again.',
  });
  const form =
    /href="(\/concerns\/receipts\/[^"]+\/files)"/.exec((await caretaker.get(thanks)).body)?.[1] ?? '';
  const page = (await caretaker.get(form)).body;
  assert.match(page, /<input[^>]+type="file"[^>]+accept="image\/\*"[^>]+capture="environment"/);
  assert.match(page, /<input[^>]+type="file"[^>]+multiple/);
  const said = { shows: 'The lock is broken out', source: 'contractor' };
  assert.equal(await caretaker.finishes(form, said, [photo('a.jpg'), photo('b.jpg')]), thanks);
  const wrong = await caretaker.fills(form, said, [{ field: 'files', name: 'x.svg', bytes: svg }]);
  assert.equal(wrong.statusCode, 422);
  assert.match(words(wrong.body), /“x\.svg” is a web page or a drawing that can run a program/);
  for (const path of [thanks, form, '/', '/notifications'])
    assert.doesNotMatch((await caretaker.get(path)).body, /a\.jpg|The lock is broken out/, path);
  const reference = /D-[A-Z2-9]{4}-[A-Z2-9]{4}/.exec((await caretaker.get(thanks)).body)?.[0] ?? '';
  const told = await findsOnBoard(worker, reference);
  assert.match(await worker.reads(told), /1\. a\.jpg.*The lock is broken out.*2\. b\.jpg/);
  const other = await office.colleague('contractor');
  assert.equal((await other.get(form)).statusCode, 404, 'nobody adds to what another told');
  // It has become a case meanwhile, which they may know nothing of: what they add still arrives.
  const file = await opensCase(worker, told, worker, { connection: 'married' });
  await caretaker.finishes(form, { source: 'contractor' }, [photo('c.jpg')]);
  assert.match(await worker.reads(`${file}/files`), /1\. a\.jpg.*2\. b\.jpg.*3\. c\.jpg/);
  await office.at('2026-11-19T10:30');
  assert.equal((await caretaker.get(form)).statusCode, 404);
});

const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>x</script></svg>');

test('a picture that came in a contact is added there, and found there and in the chronology', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker } = office;
  const file = await aCase(worker);
  await office.at('2026-11-18T10:20');
  await recordsContact(worker, file, 'spoke_safely', '2026-11-18T10:15');
  const contact = await worker.get(`${file}/contact`);
  const add = /href="([^"]+\/files\/new\?contact=[0-9a-f-]{36})"/.exec(contact.body)?.[1] ?? '';
  const led = await worker.finishes(add, { source: 'person', shows: 'The lock' }, [photo('a.jpg')]);
  assert.equal(led, `${file}/contact`);
  assert.match(await worker.reads(led), /File 1 Add files/);
  assert.match(
    await worker.reads(`${file}/entries`),
    /File 1 \(picture\) was added: in the contact of Wednesday 18 November 2026 at 10:15, Phone call\. What is shown: The lock/,
  );
  const elsewhere = await aCase(
    worker,
    { person_name: 'Ines Marlow' },
    { given_name: 'Ines', family_name: 'Marlow' },
  );
  const crossed = await worker.post(
    `${elsewhere}/files/new`,
    { source: 'person', contactId: add.split('=')[1] ?? '' },
    [photo('b.jpg')],
  );
  assert.equal(crossed.statusCode, 422);
});

test('what comes before there is a case is held and looked through just the same', {
  skip: clamdMissing,
}, async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  Object.assign(lintel.services.files, { scanner: clamd((await runClamd(t)).address) });
  const office = await openOffice(lintel);
  const { worker } = office;
  const { reference } = await writesDown(worker);
  const told = await findsOnBoard(worker, reference);
  await worker.finishes(`${told}/files/new`, { source: 'person' }, [photo('a.jpg')]);
  assert.match(await worker.reads(told), /Waiting.*Until then nobody can open it/);
  assert.equal(linkTo((await worker.get(told)).body, '/picture'), '');
  await office.at('2026-11-18T10:05');
  assert.notEqual(linkTo((await worker.get(told)).body, '/picture'), '');
});

test('a file of what was told that is changed is told to the managers, who find it', async (t) => {
  const office = await openOffice(await lintelSite(t, '2026-11-18T10:00'));
  const { worker, manager, lintel } = office;
  const { reference } = await writesDown(worker);
  const told = await findsOnBoard(worker, reference);
  await worker.finishes(`${told}/files/new`, { source: 'person' }, [photo('a.jpg')]);
  const { rows } = await lintel.database.owner.query('select stored_as from kept_file');
  const path = join(filesFolder(), rows[0].stored_as);
  assert.ok(!readFileSync(path).includes('Kestrel'), 'sealed from the first byte');
  await lintel.database.owner.query("update kept_file set sha256 = decode(repeat('00', 32), 'hex')");
  await office.at('2026-12-28T10:00');
  assert.match(await manager.reads('/notifications'), /is not as it was put away, or is gone/);
  assert.match(await worker.reads(told), /Changed or gone/);
});
