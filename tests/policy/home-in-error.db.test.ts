import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lintelSite } from '../lintel-site.ts';
import { triedPacks } from '../packs.ts';
import { importRegisterOf, registerId } from '../register-lived-in.ts';
import { agreed, atMillLane, savesHome, toMother } from './home-steps.ts';
import { openOffice } from './office.ts';
import { threshold } from './risk-steps.ts';
import { findsOnBoard, opensCase, writesDown } from './steps.ts';

const error = { change: 'wrong', why: 'Whoever took the call misheard the street' };
const told = /A risk is weighed by the threshold of another area/;

for (const { id: packId } of triedPacks)
  test(`after an error put right in the home the risk is looked at again (${packId}, V4.1c, L2.1d)`, async (t) => {
    const lintel = await lintelSite(t, '2026-11-18T10:00');
    const office = await openOffice(lintel, packId);
    const { worker, manager, deputy, file } = { ...office, ...(await atMillLane(office)) };
    await manager.finishes('/risk/areas/new', { name: 'North', authorities: 'Exampleshire' });
    const { body } = await manager.get('/risk/thresholds');
    const north = /\/risk\/areas\/([0-9a-f-]{36})/.exec(body)?.[1] ?? '';
    assert.equal((await threshold(manager, north, { highFrom: '8', mediumFrom: '4' })).statusCode, 303);
    assert.doesNotMatch(await worker.reads(`${file}/risk`), /A move/);

    const sent = await savesHome(worker, file, { ...toMother, ...error });
    assert.equal(sent.statusCode, 303);
    assert.match(await worker.reads(`${file}/home`), /Ask again about every address.*The risk weighs less/s);
    assert.match(await worker.reads(`${file}/risk`), /14 and more high.*A move|A move.*14 and more high/s);
    for (const each of [manager, deputy]) assert.match(await each.reads('/notifications'), told);
  });

test('where the risk weighs as much as before, nobody is told of another area', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  const { worker, file } = await atMillLane(office);
  await savesHome(worker, file, { ...toMother, ...error });
  assert.doesNotMatch(await worker.reads(`${file}/home`), /weighs less/);
  assert.doesNotMatch(await office.manager.reads('/notifications'), told);
});

test('a home that is only learnt asks for no address anew', async (t) => {
  const lintel = await lintelSite(t, '2026-11-18T10:00');
  const office = await openOffice(lintel);
  await importRegisterOf(office);
  const { worker } = office;
  const { reference } = await writesDown(worker, { person_name: 'Zelda Quince' });
  const at = `?person=${await registerId(office, 'person', 'P1')}`;
  const file = await opensCase(worker, await findsOnBoard(worker, reference), worker, {}, at);
  await worker.finishes(`${file}/contact/new`, agreed);
  const sent = await savesHome(worker, file, { ...toMother, change: 'learnt', _version: '0' });
  assert.equal(sent.statusCode, 303);
  const page = await worker.reads(`${file}/home`);
  assert.match(page, /Saved/);
  assert.doesNotMatch(page, /Ask again about every address/);
  assert.doesNotMatch(await worker.reads(`${file}/risk`), /A move/);
});
