import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { atMillLane, savesHome as save, toMother } from './home-steps.ts';
import { openOffice, words } from './office.ts';
import { findsOnBoard, opensCase, writesDown } from './steps.ts';

test('a conflict reaches the new home from the moment on which it stands in the case', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, file, H1, H2 } = await atMillLane(office);
  const neighbour = await office.colleague('da_worker');
  const conflict = { staffId: neighbour.staff, relation: 'neighbour', reason: 'Lives next door' };
  await office.manager.finishes(`${file}/conflicts/new`, conflict);
  assert.equal((await neighbour.get(`/homes/${H2}`)).statusCode, 200);
  await save(worker, file, { kind: 'register', property_id: H2, source: 'person', change: 'moved' });
  for (const [path, home] of [
    [`/homes/${H2}`, H2],
    [`/homes/${H1}`, H1],
  ] as const)
    assert.equal((await neighbour.get(path)).statusCode, 404, home);
  assert.doesNotMatch((await neighbour.post('/people', { q: 'Weaving Shed' })).body, /Flat 12/);
  assert.equal((await neighbour.get(`${file}/home`)).statusCode, 404);

  // Nor is a home that is kept from them found, chosen or written by them in a case of their own.
  const { reference } = await writesDown(neighbour, { person_name: 'Ada Moss' });
  const own = await opensCase(neighbour, await findsOnBoard(neighbour, reference));
  assert.doesNotMatch(
    (await neighbour.post(`${own}/home/search`, { search: 'Weaving Shed' })).body,
    /Flat 12/,
  );
  const written = await neighbour.post(`${own}/home/new`, {
    ...{ kind: 'register', property_id: H2, source: 'person', change: 'learnt' },
    _version: '0',
  });
  assert.equal(written.statusCode, 422);
  assert.match(words(written.body), /Find the home and choose it/);
});

test('what is told of where she went is kept from whoever is in conflict with her before it is linked', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, file } = await atMillLane(office);
  const cousin = await office.colleague('da_worker');
  const conflict = { staffId: cousin.staff, relation: 'relative', reason: 'His cousin' };
  await office.manager.finishes(`${file}/conflicts/new`, conflict);
  const tells = async () =>
    writesDown(await office.colleague('colleague'), { person_name: '', address: '9 Quay Row, Otherton' });
  const before = await tells();
  assert.match(
    (await cousin.get('/disclosures')).body,
    new RegExp(before.reference),
    'nobody knew of it yet',
  );
  await worker.finishes(`${file}/home/new`, toMother);
  const after = await tells();
  const { body } = await cousin.get('/disclosures');
  for (const { reference } of [before, after]) assert.doesNotMatch(body, new RegExp(reference));
  assert.match((await worker.get('/disclosures')).body, new RegExp(after.reference));
});
