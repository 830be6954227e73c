import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '#kit/sql.ts';
import { aHoldingLandlord as aLandlord } from '../../../tests/holding-landlord.ts';
import { aSystem } from './testing.ts';

test('a token that never was, has ended or was revoked gets one answer', async (t) => {
  const { get, behind, organisation, clock, arrange, system } = await aLandlord(t);
  const ended = await aSystem(behind, organisation, clock.now(), { expiresAt: clock.now() });
  await arrange(sql`update hold_token set revoked_at = now() where system_id = ${system.id}`);
  const answers = await Promise.all(
    [system.token, ended.token, system.token.replace(/.{3}$/, 'xxx'), 'x'.repeat(43), 'short', ''].map(
      async (token) => {
        const { statusCode, headers, body } = await get('/api/v1/holds?tenancy=T1', token);
        const { date, ...rest } = headers;
        return { statusCode, body, headers: rest };
      },
    ),
  );
  assert.equal(answers[0]?.statusCode, 401);
  assert.equal(answers[0]?.headers['content-type'], 'application/problem+json; charset=utf-8');
  for (const each of answers) assert.deepEqual(each, answers[0]);
});

test('a token answers only what it is for', async (t) => {
  const { get, post, behind, organisation, clock } = await aLandlord(t);
  const { token } = await aSystem(behind, organisation, clock.now(), {
    questions: ['tenancy'],
    contacts: ['letter'],
  });
  assert.equal((await get('/api/v1/holds?tenancy=T1', token)).statusCode, 200);
  assert.equal((await get('/api/v1/holds?tenancy=T1&contact=visit', token)).statusCode, 403);
  assert.equal((await get('/api/v1/holds?person=P1', token)).statusCode, 403);
  assert.equal((await get('/api/v1/holds/list', token)).statusCode, 403);
  assert.equal((await post({ by: 'person', references: ['P1'] }, token)).statusCode, 403);
});

test('a token of one landlord learns nothing of another', async (t) => {
  const { get, behind, clock, opening, addLandlord } = await aLandlord(t);
  await opening({ person: 'P1' });
  const other = await addLandlord('livv-2024');
  const { token } = await aSystem(behind, other.organisation, clock.now());
  assert.equal((await get('/api/v1/holds?tenancy=T1', token)).json().answer, 'call_first');
  assert.deepEqual((await get('/api/v1/holds/list', token)).body, '{"end":true,"tenancies":0}\n');
});

test('whatever is sent, the answer is a problem that says what is wrong, and never a fault', async (t) => {
  const { get, post, database } = await aLandlord(t);
  const long = 'x'.repeat(201);
  const wrong = [
    () => get('/api/v1/holds'),
    () => get('/api/v1/holds?tenancy='),
    () => get(`/api/v1/holds?tenancy=${long}`),
    () => get('/api/v1/holds?tenancy=T1&tenancy=T2'),
    () => get('/api/v1/holds?tenancy=T1&person=P1'),
    () => get('/api/v1/holds?tenancy[a]=1'),
    () => get('/api/v1/holds?tenancy=%00'),
    () => get('/api/v1/holds?tenancy=T1&contact=pigeon'),
    () => get('/api/v1/holds?tenancy=T1&why=1'),
    () => get('/api/v1/holds/list?tenancy=T1'),
    () => post('{'),
    () => post(''),
    () => post('[]'),
    () => post('null'),
    () => post('"T1"'),
    () => post('{"__proto__":{"by":"tenancy"}}'),
    () => post({ by: 'list', references: ['T1'] }),
    () => post({ by: 'tenancy', references: [] }),
    () => post({ by: 'tenancy', references: 'T1' }),
    () => post({ by: 'tenancy', references: [['T1']] }),
    () => post({ by: 'tenancy', references: [null, 1, {}] }),
    () => post({ by: 'tenancy', references: ['T1\u0000'] }),
    () => post({ by: 'tenancy', references: ['\ud800'] }),
    () => post({ by: 'tenancy', references: Array.from({ length: 10_000 }, (_, nth) => `T1-${nth}`) }),
    () => post({ by: 'tenancy', references: ['T1'], extra: 1 }),
  ];
  for (const send of wrong) {
    const { statusCode, headers, body } = await send();
    assert.equal(statusCode, 400, `${send} ${body}`);
    assert.equal(headers['content-type'], 'application/problem+json; charset=utf-8');
    assert.ok(JSON.parse(body).errors.length > 0, `${send} ${body}`);
    assert.ok(!body.includes('T1') && !body.includes(long), 'what was sent is not said again');
  }
  const large = await post({
    by: 'tenancy',
    references: Array.from({ length: 10_000 }, () => 'x'.repeat(100)),
  });
  assert.equal(large.statusCode, 413);
  assert.equal((await get('/api/v1/nothing')).json().type, 'urn:lintel:problem:not-found');
  const { rows } = await database.owner.query('select count(*)::int as count from hold_asked');
  assert.equal(rows[0].count, 0, 'and nothing is kept of it');
});

test('the same asked twice in a request is refused: many times one question measure what it takes', async (t) => {
  const { post, database } = await aLandlord(t);
  const twice = [
    { by: 'tenancy', references: ['T1', 'T2', 'T1'] },
    { by: 'person', references: ['P1', 'P1'] },
    { by: 'uprn', references: ['1000', '1000'] },
    { by: 'address', references: ['1 Mill Lane, Exeter, EX1 2AB', '1 MILL LANE  Exeter ex12ab'] },
  ];
  for (const asked of twice) {
    const { statusCode, body } = await post(asked);
    assert.equal(statusCode, 422, body);
    assert.equal(JSON.parse(body).type, 'urn:lintel:problem:asked-twice');
  }
  const { rows } = await database.owner.query('select count(*)::int as count from hold_asked');
  assert.equal(rows[0].count, 0);
  assert.equal((await post({ by: 'tenancy', references: ['T1', 'T2', 'T-1'] })).statusCode, 200);
});

test('a system that asks too much is refused before anything is looked up, its token too', async (t) => {
  const { post, arrange, system } = await aLandlord(t);
  for (let asked = 0; asked < 120; asked++)
    assert.equal((await post({ by: 'tenancy', references: ['T1'] })).statusCode, 200);
  await arrange(sql`update hold_token set revoked_at = now() where system_id = ${system.id}`);
  assert.equal((await post({ by: 'tenancy', references: ['T1'] })).statusCode, 429);
});

test('strange references are no more than unknown ones', async (t) => {
  const { post } = await aLandlord(t);
  const references = ["' or true --", '%', '_', '{}', '💡', 'a\u202eb', '../..', 'İ', ' '];
  for (const by of ['tenancy', 'person', 'address', 'uprn']) {
    const answered = await post({ by, references });
    assert.equal(answered.statusCode, 200, answered.body);
    const answers = answered.json().answers as { answer: string; reference: string }[];
    assert.deepEqual(
      answers.map(({ reference }) => reference),
      references,
    );
    assert.ok(answers.every(({ answer }) => answer === 'call_first'));
  }
});
