import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sessionCookie } from '#kit/http/begin.ts';
import { aFile, aToldFile } from '../files-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { addSession } from '../site.ts';
import { openOffice } from './office.ts';
import { aCase, findsOnBoard, writesDown } from './steps.ts';

test('no picture stands alone on a screen: opened by itself it leads to a page with a way to hide', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, landlord } = office;
  const file = await aCase(worker);
  const kept = `${file}/files/${await aFile(worker, file)}`;
  const { reference } = await writesDown(worker);
  const told = await findsOnBoard(worker, reference);
  const { toldFile } = await aToldFile(worker, told);
  await office.at('2026-11-18T10:05');
  const session = await addSession(lintel.services, landlord.organisation, worker.staff);
  const cookies = { [sessionCookie]: session };
  const asks = (url: string, dest?: string) =>
    lintel.app.inject({ url, cookies, headers: dest === undefined ? {} : { 'sec-fetch-dest': dest } });

  for (const [picture, bytes] of [
    [`${kept}/picture`, `${kept}/picture/bytes`],
    [`${kept}/picture`, `${kept}/small-picture`],
    [`${told}/files/${toldFile}/picture`, `${told}/files/${toldFile}/picture/bytes`],
  ] as const) {
    const page = await asks(picture, 'document');
    assert.equal(page.statusCode, 200, picture);
    assert.equal(page.headers['cache-control'], 'no-store');
    assert.match(page.body, /action="\/hidden\/session"/, 'Hide stands on the page');
    assert.match(page.body, /<img[^>]+src="[^"]+\/picture\/bytes"[^>]+alt="The picture of file \d+: [^"]+"/);
    assert.match(page.body, /Everything that happened to it, from the sealed record/);
    for (const dest of ['document', 'iframe', 'object', 'embed', 'empty']) {
      const alone = await asks(bytes, dest);
      assert.equal(alone.statusCode, 303, `${bytes} as ${dest}`);
      assert.equal(alone.headers.location, picture);
    }
    for (const dest of ['image', undefined]) {
      const shown = await asks(bytes, dest);
      assert.equal(shown.statusCode, 200, `${bytes} as ${dest}`);
      assert.equal(shown.headers['cache-control'], 'no-store');
    }
  }
});

test('a file that may not be opened has no page to look at either', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker } = office;
  const file = await aCase(worker);
  const id = await aFile(worker, file);
  const asks = () => worker.get(`${file}/files/${id}/picture`);
  assert.equal((await asks()).statusCode, 404, 'no picture was made yet');
  await office.at('2026-11-18T10:05');
  assert.equal((await asks()).statusCode, 200);
  await lintel.database.owner.query("update kept_file set scan = 'infected'");
  assert.equal((await asks()).statusCode, 404);
});
