import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aHoldingLandlord } from '../../../tests/holding-landlord.ts';
import { london } from '../../../tests/site.ts';
import { aSystem } from './testing.ts';

const proposed = {
  name: 'Rents',
  questions: ['tenancy'],
  contacts: ['letter'],
  asksWithin: '1',
  tokenDays: '90',
  reason: 'Arrears letters',
};
const look = { 'lookOn-day': '1', 'lookOn-month': '3', 'lookOn-year': '2027' };

test('one administrator proposes a system, another agrees, and its token is shown once', async (t) => {
  const { landlord, colleague, get, database } = await aHoldingLandlord(t);
  const [ada, bram] = [
    await colleague(landlord, ['administrator']),
    await colleague(landlord, ['administrator']),
  ];
  const system = (await ada.post('/systems/new', proposed)).headers.location as string;
  assert.equal(
    (await ada.post(`${system}/decision`, { decision: 'approved', _version: '1' })).statusCode,
    403,
  );
  assert.equal((await ada.post(`${system}/token`)).statusCode, 409, 'nobody agreed yet');
  assert.equal(
    (await bram.post(`${system}/decision`, { decision: 'approved', _version: '1' })).statusCode,
    303,
  );
  const shown = await ada.post(`${system}/token`);
  const token = /<code[^>]*>([^<]+)</.exec(shown.body)?.[1] ?? '';
  assert.equal((await get('/api/v1/holds?tenancy=T1', token)).json().answer, 'no');
  assert.equal((await bram.post(`${system}/token`)).statusCode, 409, 'there is no second one');
  assert.ok(!(await ada.get(system)).body.includes(token), 'and it is shown nowhere again');
  const { rows } = await database.owner.query(`select (t.*)::text as kept from hold_token t`);
  assert.ok(
    rows.every(({ kept }) => !kept.includes(token.split('.')[2] ?? '')),
    'its hash alone is kept',
  );
  assert.equal((await bram.post(`${system}/revocation`)).statusCode, 303, 'one alone may end it');
  assert.equal((await get('/api/v1/holds?tenancy=T1', token)).statusCode, 401);
});

test('nobody but administrators sees which systems ask, and nobody but managers sets a hold', async (t) => {
  const { landlord, colleague } = await aHoldingLandlord(t);
  const manager = await colleague(landlord, ['da_manager']);
  const administrator = await colleague(landlord, ['administrator']);
  assert.equal((await manager.get('/systems')).statusCode, 403);
  assert.equal((await administrator.get('/holds')).statusCode, 403);
  assert.equal((await manager.get('/holds')).statusCode, 200);
});

test('administrators are told once of a system that has stopped asking, until it asks again', async (t) => {
  const { landlord, colleague, clock, work, organisation, get, behind } = await aHoldingLandlord(t);
  const administrator = await colleague(landlord, ['administrator']);
  const quiet = await aSystem(behind, organisation, clock.now());
  await get('/api/v1/holds?tenancy=T1');
  await get('/api/v1/holds?tenancy=T1', quiet.token);
  clock.set(london('2026-12-02T09:00'));
  await get('/api/v1/holds?tenancy=T1');
  await work(organisation);
  await work(organisation);
  const again = await colleague(landlord, ['administrator']);
  const page = (await again.get('/systems')).body;
  assert.equal(page.match(/Has stopped asking/g)?.length, 1);
  const { rows } = await behind.pool.query(
    `select lintel.notice_waits(organisation_id, kind, case_id, disclosure_id, obligation_id, about_id) as waits
      from notification where kind = 'system_silent' and staff_id = $1`,
    [administrator.staff],
  );
  assert.deepEqual(rows, [{ waits: true }]);
  await get('/api/v1/holds?tenancy=T1', quiet.token);
  assert.ok(!(await again.get('/systems')).body.includes('Has stopped asking'));
});

test('a manager holds a tenancy for another reason: systems are told the same, and not why', async (t) => {
  const { landlord, colleague, get, answer, clock } = await aHoldingLandlord(t);
  const manager = await colleague(landlord, ['da_manager']);
  const hold = {
    tenancy: 'T3',
    cause: 'bereavement',
    held: ['letter'],
    why: 'Her father died on Sunday',
    ...look,
  };
  const unknown = await manager.post('/holds/new', { ...hold, tenancy: 'T99' });
  assert.equal(unknown.statusCode, 422);
  assert.match(unknown.body, /No tenancy has this reference/);
  assert.equal((await manager.post('/holds/new', hold)).statusCode, 303);
  const held = (await get('/api/v1/holds?tenancy=T3&contact=letter')).json();
  const words = 'There is a hold. Send nothing, and do not ring or visit.';
  assert.deepEqual(held, { answer: 'yes', code: 'C', means: words });
  assert.equal(await answer('tenancy=T3&contact=visit'), 'call_first');
  const review = /\/holds\/[0-9a-f-]{36}\/review/.exec((await manager.get('/holds')).body)?.[0] ?? '';
  const ends = await manager.post(review, {
    decision: 'ended',
    why: 'They wrote to us themselves',
    _version: '1',
  });
  assert.equal(ends.statusCode, 303);
  assert.equal(await answer('tenancy=T3&contact=letter'), 'call_first', 'as after a case, for half a year');
  clock.set(london('2027-06-03T09:00'));
  assert.equal(await answer('tenancy=T3&contact=letter'), 'no');
});

test('a hold whose day has come stands until somebody has looked', async (t) => {
  const { landlord, colleague, clock, answer, work, organisation } = await aHoldingLandlord(t);
  const manager = await colleague(landlord, ['da_manager']);
  const hold = { tenancy: 'T3', cause: 'legal', held: ['letter'], why: 'A solicitor acts for them', ...look };
  await manager.post('/holds/new', hold);
  clock.set(london('2027-03-02T09:00'));
  await work(organisation);
  assert.equal(await answer('tenancy=T3&contact=letter'), 'yes');
  const later = await colleague(landlord, ['da_manager']);
  assert.match((await later.get('/holds')).body, /Look at it<\/strong>/);
});

test('some tenancies are held by chance, and nobody sees which', async (t) => {
  const { landlord, colleague, work, organisation, database, get } = await aHoldingLandlord(t);
  const before = (await get('/api/v1/holds/list')).body;
  assert.ok(!before.includes('call_first') && !before.includes('yes'));
  await work(organisation);
  const { rows } = await database.owner.query(`select distinct cause, set_by from hold`);
  assert.deepEqual(rows, [{ cause: 'drawn', set_by: null }]);
  assert.match((await get('/api/v1/holds/list')).body, /call_first|yes/);
  const manager = await colleague(landlord, ['administrator', 'da_manager', 'da_worker']);
  assert.match((await manager.get('/holds')).body, /None is set/);
  await work(organisation);
  assert.equal(
    (await database.owner.query('select distinct tenancy_id from hold')).rowCount,
    1,
    'no more than one in fifty',
  );
});
