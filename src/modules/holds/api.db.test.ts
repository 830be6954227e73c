import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { sql } from '#kit/sql.ts';
import { aHoldingLandlord as aLandlord } from '../../../tests/holding-landlord.ts';

test('from the moment that a case opens, its tenancy is held for every tenant, by every reference', async (t) => {
  const { answer, opening } = await aLandlord(t);
  assert.equal(await answer('tenancy=T1&contact=letter'), 'no');
  await opening({ person: 'P1' });
  for (const query of ['tenancy=T1', 'person=P1', 'person=P2', 'address=H-T1', 'uprn=1000'])
    assert.equal(await answer(`${query}&contact=letter`), 'yes', query);
  assert.equal(await answer(`address=${encodeURIComponent('1 Mill Lane, Exeter, EX1 2AB')}`), 'yes');
  assert.equal(await answer('tenancy=T2'), 'no');
});

test('what was told holds already before anybody has looked at it', async (t) => {
  const { answer, arrange, organisation, idOf } = await aLandlord(t);
  await arrange(sql`insert into disclosure (organisation_id, id, reference, route, received_at, recorded_at, told_by,
      verbatim, immediate_danger, person_id)
    values (${organisation}, ${newId()}, 'D-1', 'phone', now(), now(), 'neighbour', 'Shouting', 'no', ${idOf('P1')})`);
  assert.equal(await answer('tenancy=T1'), 'yes');
});

test('a reference that is not on the register is asked about first', async (t) => {
  const { answer } = await aLandlord(t);
  for (const query of ['tenancy=T9', 'person=P9', 'address=nowhere', 'uprn=99'])
    assert.equal(await answer(query), 'call_first', query);
});

test('the whole list holds every tenancy with its answer, in the same order each time', async (t) => {
  const { get, opening } = await aLandlord(t);
  await opening({ home: 'H-T2' });
  const lines = async () =>
    (await get('/api/v1/holds/list')).body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
  const first = await lines();
  assert.deepEqual(
    first.map((line) => [line.tenancy, line.answer]),
    [
      ['T1', 'no'],
      ['T2', 'yes'],
      ['T3', 'no'],
      ['T4', 'no'],
      [undefined, undefined],
    ],
  );
  assert.deepEqual(first.at(-1), { end: true, tenancies: 4 });
  assert.deepEqual(await lines(), first);
});

test('many are asked at once, and answered in their order', async (t) => {
  const { post, opening } = await aLandlord(t);
  await opening({ person: 'P4' });
  const answered = await post({ by: 'tenancy', references: ['T4', 'T9', 'T1'], contact: 'letter' });
  assert.equal(answered.statusCode, 200);
  assert.deepEqual(
    answered
      .json()
      .answers.map((each: { reference: string; answer: string }) => [each.reference, each.answer]),
    [
      ['T4', 'yes'],
      ['T9', 'call_first'],
      ['T1', 'no'],
    ],
  );
});

test('who asked what, when and what they were told is kept before the answer leaves', async (t) => {
  const { get, database, system } = await aLandlord(t);
  await get('/api/v1/holds?tenancy=T1&contact=letter');
  const { rows } = await database.owner.query(
    'select system_id, question, contacts, asked, told from hold_asked',
  );
  assert.deepEqual(rows, [
    { system_id: system.id, question: 'tenancy', contacts: ['letter'], asked: ['T1'], told: 'A' },
  ]);
  await database.owner.query('alter table hold_asked add constraint never check (false) not valid');
  const failed = await get('/api/v1/holds?tenancy=T1&contact=letter');
  assert.equal(failed.statusCode, 500, 'what cannot be kept is not answered');
});

test('answers are alike to the byte but for the answer itself, whatever is on record', async (t) => {
  const { get, opening } = await aLandlord(t);
  await opening({ person: 'P1' });
  const seen = await Promise.all(
    ['T1', 'T2', 'T9'].map(async (reference) => {
      const { statusCode, headers, body } = await get(`/api/v1/holds?tenancy=${reference}&contact=letter`);
      const { date, ...rest } = headers;
      return { statusCode, headers: rest, length: body.length, fields: Object.keys(JSON.parse(body)) };
    }),
  );
  assert.deepEqual(seen[0]?.fields, ['answer', 'code', 'means']);
  assert.equal(seen[0]?.headers['cache-control'], 'no-store');
  assert.deepEqual(seen[1], seen[0]);
  assert.deepEqual(seen[2], seen[0]);
});

test('each answer costs the same statements: one looks it up, one keeps it, and none begins or ends', async (t) => {
  const { get, opening, services } = await aLandlord(t);
  await opening({ person: 'P1' });
  await Promise.all(['T1', 'T2', 'T9'].map((each) => get(`/api/v1/holds?tenancy=${each}`)));
  const asked: string[] = [];
  const { pool } = services.db;
  const client = await pool.connect();
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  Object.assign(client, {
    query: (...given: unknown[]) => {
      asked.push((given[0] as { text: string }).text);
      return query(...given);
    },
  });
  client.release();
  const told: string[][] = [];
  for (const reference of ['T1', 'T2', 'T9']) {
    asked.length = 0;
    await get(`/api/v1/holds?tenancy=${reference}`);
    told.push([...asked]);
  }
  assert.equal(told[0]?.length, 2);
  assert.deepEqual(told[1], told[0]);
  assert.deepEqual(told[2], told[0]);
});
