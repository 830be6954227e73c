import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { sql, transact } from '#kit/sql.ts';
import { london, testSite } from '../../../../tests/site.ts';
import { addHelplines, routes, startingHelplines } from '../index.ts';

const typed = {
  name: 'Local line',
  phone: '01632 960001',
  says: 'Free. For anybody in the county.',
  hours: 'Weekdays, 9 to 5',
  'checkedOn-day': '18',
  'checkedOn-month': '11',
  'checkedOn-year': '2026',
  place: '2',
};

async function desk(t: TestContext) {
  const site = await testSite(t, routes);
  const landlord = await site.landlord('vivid-2023');
  const { organisation } = landlord;
  await transact(site.services.db, { organisation, system: true }, (tx) =>
    addHelplines(tx, { organisation, staff: null, now: site.clock.now() }, startingHelplines),
  );
  const rows = async (query: string) => (await site.database.owner.query(query)).rows;
  const lineOf = async (name: string) =>
    String((await rows(`select line_id from helpline where name = '${name}'`))[0]?.line_id);
  const inOrder = async () =>
    (await rows('select name from helpline where ended_at is null order by place')).map(({ name }) => name);
  const administrator = await site.colleague(landlord, ['administrator'], 'Ada Keel');
  return { site, landlord, administrator, rows, lineOf, inOrder };
}

test('an administrator adds a helpline in its place, and everybody may read it', async (t) => {
  const { administrator, inOrder, rows } = await desk(t);
  const added = await administrator.post('/helplines/new', typed);
  assert.equal(added.headers.location, '/helplines');
  assert.deepEqual((await inOrder()).slice(0, 3), [
    'National Domestic Abuse Helpline',
    'Local line',
    'Men’s Advice Line',
  ]);
  assert.match((await administrator.get('/helplines')).body, /01632 960001/);
  assert.equal((await rows("select 1 from event where name = 'helpline.added'")).length, 1);
});

test('a changed number is a new row: what was said before stays, with who said it and until when', async (t) => {
  const { site, administrator, rows, lineOf } = await desk(t);
  const line = await lineOf('Galop');
  site.clock.set(london('2026-11-18T10:20'));
  const changed = await administrator.post(`/helplines/${line}`, {
    ...typed,
    name: 'Galop',
    _version: '1',
    place: '5',
  });
  assert.equal(changed.statusCode, 303);
  const versions = await rows(`select version, phone, ended_at is null as current, made_by from helpline
    where line_id = '${line}' order by version`);
  assert.deepEqual(
    versions.map(({ version, phone, current }) => ({ version, phone, current })),
    [
      { version: 1, phone: '0800 999 5428', current: false },
      { version: 2, phone: '01632 960001', current: true },
    ],
  );
  assert.deepEqual(
    versions.map(({ made_by }) => made_by),
    [null, administrator.staff],
  );
  const { body } = await administrator.get(`/helplines/${line}`);
  assert.match(body, /0800 999 5428/);
  assert.match(body, /Ada Keel/);
  const [event] = await rows("select data from event where name = 'helpline.changed'");
  assert.deepEqual(event?.data, { fields: ['phone', 'says', 'hours'], checked: '2026-11-18' });
});

test('of two who change one helpline, the second sees what the first one saved', async (t) => {
  const { administrator, lineOf, rows } = await desk(t);
  const line = await lineOf('Galop');
  const first = { ...typed, _version: '1' };
  assert.equal((await administrator.post(`/helplines/${line}`, first)).statusCode, 303);
  const second = await administrator.post(`/helplines/${line}`, { ...first, phone: '01632 960002' });
  assert.equal(second.statusCode, 409);
  assert.match(second.body, /Somebody else changed this/);
  assert.match(second.body, /01632 960001/);
  assert.match(second.body, /value="01632 960002"/);
  assert.match(second.body, /name="_version" value="2"/);
  assert.equal((await rows(`select 1 from helpline where line_id = '${line}'`)).length, 2);
});

test('what is wrong is said beside the field, and nothing is changed', async (t) => {
  const { administrator, lineOf, rows } = await desk(t);
  const line = await lineOf('Galop');
  const wrong = await administrator.post(`/helplines/${line}`, { ...typed, phone: '0808', _version: '1' });
  assert.equal(wrong.statusCode, 422);
  assert.match(wrong.body, /id="phone-error"[^>]*>[\s\S]*?no UK telephone number/);
  const taken = await administrator.post('/helplines/new', { ...typed, phone: '08009995428' });
  assert.match(taken.body, /on the list already/);
  assert.equal((await rows('select 1 from helpline')).length, 5);
});

test('a helpline is taken off the list with a reason, is remembered, and is never the last', async (t) => {
  const { administrator, lineOf, inOrder } = await desk(t);
  const line = await lineOf('Galop');
  const silent = await administrator.post(`/helplines/${line}/ending`, { why: '', _version: '1' });
  assert.match(silent.body, /Say why/);
  for (const name of await inOrder()) {
    const each = await lineOf(name);
    const sent = await administrator.post(`/helplines/${each}/ending`, {
      why: 'The line has closed',
      _version: '1',
    });
    assert.equal(sent.statusCode, name === 'Respect Phoneline' ? 422 : 303, name);
  }
  assert.deepEqual(await inOrder(), ['Respect Phoneline']);
  assert.match((await administrator.get('/helplines')).body, /The line has closed/);
  const { body } = await administrator.get(`/helplines/${line}`);
  assert.match(body, /taken off the list/);
  assert.doesNotMatch(body, /<form method="post" action="\/helplines/);
  assert.equal((await administrator.post(`/helplines/${line}`, { ...typed, _version: '1' })).statusCode, 404);
});

test('a helpline that nobody has checked for a year is warned of where an administrator’s work begins', async (t) => {
  const { site, landlord } = await desk(t);
  const later = async (time: string) => {
    site.clock.set(london(time));
    const administrator = await site.colleague(landlord, ['administrator'], 'Bram Oduya');
    return [(await administrator.get('/staff')).body, (await administrator.get('/helplines')).body] as const;
  };
  const [calm, list] = await later('2027-11-02T10:00');
  assert.doesNotMatch(calm, /been checked for 12 months/);
  assert.match(list, /Check it again/);
  for (const body of await later('2027-11-03T10:00'))
    assert.match(body, /5 helplines have not been checked for 12 months/);
});

test('an administrator is warned when the known bank holidays end within 90 days', async (t) => {
  const { site, landlord } = await desk(t);
  const home = async (time: string) => {
    site.clock.set(london(time));
    const administrator = await site.colleague(landlord, ['administrator'], 'Bram Oduya');
    return (await administrator.get('/staff')).body;
  };
  assert.doesNotMatch(await home('2028-09-27T10:00'), /Bank holidays are known/);
  assert.match(await home('2028-09-28T10:00'), /known until 26 December 2028 \(89 days from now\)/);
  assert.match(await home('2029-02-01T10:00'), /known until 26 December 2028\. After that/);
});

test('only administrators keep the list, and not even they can rewrite or delete what was on it', async (t) => {
  const { site, landlord, administrator, lineOf } = await desk(t);
  const line = await lineOf('Galop');
  const worker = await site.colleague(landlord, ['da_manager', 'director'], 'Carys Webb');
  for (const path of ['/helplines', '/helplines/new', `/helplines/${line}`])
    assert.equal((await worker.get(path)).statusCode, 403, path);
  assert.equal((await worker.post('/helplines/new', typed)).statusCode, 403);
  const { organisation } = landlord;
  const attempt = (roles: readonly ('administrator' | 'da_manager')[], text: string) =>
    transact(site.services.db, { organisation, staff: administrator.staff, roles }, (tx) =>
      tx.run(sql([text])),
    );
  await assert.rejects(attempt(['administrator'], "update helpline set phone = '1'"), /permission denied/);
  await assert.rejects(attempt(['administrator'], 'delete from helpline'), /permission denied/);
  assert.equal(await attempt(['da_manager'], 'update helpline set place = 9'), 0);
  assert.equal((await administrator.get('/helplines/00000000-0000-4000-8000-000000000000')).statusCode, 404);
});
