import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from '#kit/sql.ts';
import { aHoldingLandlord as aLandlord } from '../../../tests/holding-landlord.ts';

const home = { address: '9 Harbour Walk', postcode: 'PL4 8AA' };

test('a system of lettings is told safe or ask, each as long, as late and as plain as the other', async (t) => {
  const { arrange, opening, organisation, system, send, database } = await aLandlord(t);
  const asks = (household: string) => send('/api/v1/move-checks', { household, ...home });
  await opening({ person: 'P1' });
  await asks('P3');
  await arrange(sql`update move_draw set asks = false where organisation_id = ${organisation}`);
  const [safe, ask, nobody] = [await asks('P3'), await asks('P1'), await asks('P-nobody')];
  assert.deepEqual(
    [safe, ask, nobody].map(({ body }) => JSON.parse(body).answer),
    ['safe', 'ask', 'ask'],
  );
  assert.equal(ask.body, nobody.body);
  assert.equal(safe.body.length, ask.body.length);
  assert.deepEqual(Object.keys(JSON.parse(safe.body)), Object.keys(JSON.parse(ask.body)));
  const varies = ['date', 'x-request-id'];
  const headers = (answer: typeof safe) =>
    Object.entries(answer.headers).filter(([name]) => !varies.includes(name));
  assert.deepEqual(headers(safe), headers(ask));
  for (const household of ['P1', 'P3', 'P-nobody']) {
    const begun = performance.now();
    await asks(household);
    assert.ok(performance.now() - begun >= 249, household);
  }
  const { rows } = await database.owner.query('select system_id from move_check');
  assert.equal(rows.length, 7);
  assert.ok(rows.every((each) => each.system_id === system.id));
});

test('a token that is not for moves is told nothing, and a question that is not whole is none', async (t) => {
  const { arrange, organisation, send } = await aLandlord(t);
  await arrange(sql`update hold_system set questions = '{tenancy}' where organisation_id = ${organisation}`);
  assert.equal((await send('/api/v1/move-checks', { household: 'P3', ...home })).statusCode, 403);
  await arrange(sql`update hold_system set questions = '{move}' where organisation_id = ${organisation}`);
  assert.equal((await send('/api/v1/move-checks', { household: 'P3' })).statusCode, 400);
  const extra = { household: 'P3', ...home, why: 'x' };
  assert.equal((await send('/api/v1/move-checks', extra)).statusCode, 400);
});
