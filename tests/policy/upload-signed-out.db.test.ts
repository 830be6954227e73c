import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { test } from 'node:test';
import { pictureOfAPhone } from '../files-lived-in.ts';
import { lintelSite } from '../lintel-site.ts';
import { addSession, browser } from '../site.ts';
import { openOffice } from './office.ts';
import { aCase } from './steps.ts';

const shows = 'The door of the flat, and what he wrote on it.';
const folders = () => readdirSync(tmpdir()).filter((name) => name.startsWith('lintel-upload-')).length;

test('whoever signed out while they added files finds their words again, and is told of the files', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const { worker, manager, landlord } = await openOffice(lintel);
  const { services } = lintel;
  const file = await aCase(worker);
  const path = `${file}/files/new`;
  const files = [{ field: 'files', name: 'door.jpg', bytes: await pictureOfAPhone() }];
  const signedIn = async (staff: typeof worker.staff) =>
    browser(lintel.app, staff, await addSession(services, landlord.organisation, staff));
  const proofIn = (body: string) => /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';

  await t.test('by a form without a script, in a browser that has no session any more', async () => {
    const desk = await signedIn(worker.staff);
    const _csrf = proofIn((await desk.get(path)).body);
    await desk.post('/sign-out');
    const before = folders();
    const sent = await desk.post(path, { _csrf, shows, source: 'person' }, files);
    assert.match(String(sent.headers.location), /^\/sign-in\?next=/);
    assert.equal(folders(), before, 'nothing of the file lies anywhere');
    const page = (await desk.get(String(sent.headers.location))).body;
    assert.match(page, /What you typed is kept for you/);
    assert.match(page, /Files have to be chosen again/);
    assert.doesNotMatch(page, /what he wrote/);
    const anew = await signedIn(worker.staff);
    const offered = /href="([^"]+\?draft=[^"]+)"/.exec((await anew.get(path)).body)?.[1] ?? '';
    const again = (await anew.get(offered)).body;
    assert.match(again, /The door of the flat, and what he wrote on it\./);
    assert.match(again, /A draft does not keep them/);
    assert.doesNotMatch((await (await signedIn(manager.staff)).get(path)).body, /what he wrote/);
  });

  await t.test('of a stranger nothing is read and nothing kept', async () => {
    const desk = await signedIn(manager.staff);
    await desk.post('/sign-out');
    for (const _csrf of ['', 'invented', 'invented~AAAA']) {
      const sent = await desk.post(path, { _csrf, shows: 'Planted by a stranger', source: 'person' }, files);
      assert.equal(sent.statusCode, 401);
    }
    const { rows } = await lintel.database.owner.query('select count(*)::int as drafts from draft');
    assert.deepEqual(rows, [{ drafts: 1 }]);
  });
});
