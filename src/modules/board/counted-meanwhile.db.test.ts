import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import fc from 'fast-check';
import type pg from 'pg';
import { createPool } from '#kit/sql.ts';
import { runs } from '../../../tests/property.ts';
import { type CountingWorld, countingWorld, hours, subjects, type Wall, walls } from './counting.fixture.ts';

const cases = subjects.flatMap(({ kind }, at) => (kind === 'case' ? [at] : []));
const told = subjects.flatMap(({ kind }, at) => (kind === 'disclosure' ? [at] : []));
/** Few, so that what is under way meets. */
const ofCase = fc.constantFrom(...cases.slice(0, 2));

/** One person changes walls, another moves promises, and the program counts: each step in any order. */
const steps = fc.oneof(
  fc.record({ who: fc.constant('wall'), does: fc.constantFrom(...walls), at: ofCase }),
  fc.record({ who: fc.constant('wall'), does: fc.constantFrom('commit', 'commit', 'rollback') }),
  fc.record({
    who: fc.constant('promises'),
    does: fc.constant('begin'),
    at: fc.oneof(ofCase, fc.constantFrom(...told)),
  }),
  fc.record({ who: fc.constant('promises'), does: fc.constantFrom('keep', 'break', 'fulfil'), at: ofCase }),
  fc.record({ who: fc.constant('promises'), does: fc.constant('attach'), at: ofCase }),
  fc.record({ who: fc.constant('promises'), does: fc.constantFrom('commit', 'commit', 'rollback') }),
  fc.record({ who: fc.constant('program'), does: fc.constant('count anew') }),
);
type Step = typeof steps extends fc.Arbitrary<infer S> ? S : never;

test('whatever is under way at once, the board counts what the asker would count row by row', async (t) => {
  const world = await countingWorld(t);
  const { wall, promises } = await bothAtWork(t, world);
  await fc.assert(
    fc.asyncProperty(fc.array(steps, { minLength: 8, maxLength: 30 }), async (taken) => {
      await asTheyWere(world);
      await Promise.all([wall.query('begin'), promises.query('begin')]);
      for (const step of taken) {
        await take(world, step, step.who === 'wall' ? wall : promises);
        for (const scope of world.asks.slice(0, 2))
          assert.deepEqual(...(await world.bothWays(scope, hours(12))));
      }
      assert.deepEqual(...(await world.ofEverything(hours(12))));
      await Promise.all([wall.query('rollback'), promises.query('rollback')]);
    }),
    runs(200, 3_000),
  );
});

for (const [first, second] of [
  ['the wall', 'the promise'],
  ['the promise', 'the wall'],
] as const)
  for (const over of ['first', 'last'] as const)
    test(`${first} begins to change before ${second}, and is over ${over}: nobody is told of the case`, async (t) => {
      const world = await countingWorld(t);
      await asTheyWere(world);
      const { wall, promises } = await bothAtWork(t, world);
      const open = cases[0] ?? 0;
      const change = {
        'the wall': () => take(world, { who: 'wall', does: 'only the other', at: open }, wall),
        'the promise': () => take(world, { who: 'promises', does: 'begin', at: open }, promises),
      };
      const at = { 'the wall': wall, 'the promise': promises };
      for (const client of [wall, promises]) await client.query('begin');
      await change[first]();
      await change[second]();
      const [sooner, later] = over === 'first' ? [first, second] : [second, first];
      await at[sooner].query('commit');
      await at[later].query('commit');
      const [asker, other] = await Promise.all(
        world.asks.slice(0, 2).map(async (scope) => {
          const [board, rows] = await world.bothWays(scope, hours(12));
          assert.deepEqual(board, rows);
          return board;
        }),
      );
      assert.deepEqual(asker, []);
      assert.deepEqual(other, ['risk running 1']);
    });

test('what is promised goes with its wall to and fro, whether or not it was counted since it began', async (t) => {
  const world = await countingWorld(t);
  await asTheyWere(world);
  const { wall, promises } = await bothAtWork(t, world);
  const at = cases[0] ?? 0;
  const agree = async () => {
    for (const scope of world.asks) assert.deepEqual(...(await world.bothWays(scope, hours(12))));
  };
  for (const does of ['begin', 'break', 'begin', 'fulfil', 'begin', 'keep'] as const) {
    await take(world, { who: 'promises', does, at } as Step, promises);
    for (const put of ['only the other', 'only managers', 'blocked', 'only whoever asks', 'open'] as const) {
      await take(world, { who: 'wall', does: put, at }, wall);
      await agree();
    }
    if (does !== 'begin') await world.countAnew();
    await agree();
  }
});

test('a wall waits for a count that is under way, and a count comes back another time for a wall', async (t) => {
  const world = await countingWorld(t);
  await asTheyWere(world);
  const { wall, promises } = await bothAtWork(t, world);
  const moves = async () =>
    Number((await world.database.owner.query('select count(*) from promise_move')).rows[0].count);
  const open = cases[0] ?? 0;
  await take(world, { who: 'promises', does: 'begin', at: open }, promises);
  assert.ok((await moves()) > 0);

  await promises.query('begin');
  await promises.query(`select lintel.count_promises_anew($1, '2026-11-17', false)`, [
    world.landlord.organisation,
  ]);
  let over = false;
  const changed = take(world, { who: 'wall', does: 'only the other', at: open }, wall).then(() => {
    over = true;
  });
  await pause(150);
  assert.equal(over, false);
  await promises.query('commit');
  await changed;
  assert.deepEqual((await world.bothWays(world.asks[0] as never, hours(12)))[0], []);

  await wall.query('begin');
  await take(world, { who: 'wall', does: 'open', at: open }, wall);
  const waiting = await moves();
  await world.countAnew();
  assert.equal(await moves(), waiting);
  await wall.query('commit');
  await world.countAnew();
  assert.equal(await moves(), 0);
  for (const scope of world.asks) assert.deepEqual(...(await world.bothWays(scope, hours(12))));
});

test('nobody who moves a promise waits for somebody who does, for a wall, or for a count', async (t) => {
  const world = await countingWorld(t);
  await asTheyWere(world);
  const { wall, promises } = await bothAtWork(t, world);
  for (const client of [wall, promises]) {
    await client.query('begin');
    await client.query(`set local lock_timeout = '100ms'`);
  }
  await take(world, { who: 'wall', does: 'only the other', at: cases[0] ?? 0 }, wall);
  await take(world, { who: 'promises', does: 'begin', at: cases[0] ?? 0 }, promises);
  await take(world, { who: 'promises', does: 'begin', at: cases[0] ?? 0 }, wall);
  await world.countAnew();
  await take(world, { who: 'promises', does: 'keep', at: cases[0] ?? 0 }, promises);
  for (const client of [wall, promises]) await client.query('commit');
});

/** Nothing is promised, and each wall is its own. */
async function asTheyWere(world: CountingWorld) {
  await world.database.owner.query('delete from obligation');
  for (const [at, { kind, wall }] of subjects.entries())
    if (kind === 'case') await putUp(world.database.owner, world, at, wall);
}

async function putUp(client: pg.Pool | pg.PoolClient, world: CountingWorld, at: number, wall: Wall) {
  const { roles, staff, blocked } = world.wallOf(wall);
  await client.query(
    'update case_file set granted_roles = $2, granted_staff = $3, blocked_staff = $4 where id = $1',
    [world.ids[at], roles, staff, blocked],
  );
}

async function take(world: CountingWorld, step: Step, client: pg.PoolClient): Promise<void> {
  const { does } = step;
  if (does === 'count anew') return world.countAnew();
  if (does === 'commit' || does === 'rollback') {
    await client.query(does);
    await client.query('begin');
    return;
  }
  const at = 'at' in step ? step.at : 0;
  if (step.who === 'wall') return putUp(client, world, at, does as Wall);
  const id = world.ids[at];
  const statements = {
    begin: `insert into obligation (organisation_id, id, commitment, pack_id, pack_version, case_id, disclosure_id,
        started_at, due_at, escalate_at, subject_id)
      select organisation_id, gen_random_uuid(), 'risk', 'vivid-2023', '1',
        $1::uuid, $2::uuid, '2026-11-18T08:00Z', '2026-11-18T16:00Z', '{}', gen_random_uuid() from organisation`,
    keep: `update obligation set outcome = 'met', ended_at = '2026-11-18T10:00Z', fulfilled_at = '2026-11-18T10:00Z'
      where case_id = $1 and outcome is null and $2::uuid is null`,
    break: `update obligation set outcome = 'breached', ended_at = '2026-11-18T09:00Z'
      where case_id = $1 and outcome is null and $2::uuid is null`,
    fulfil: `update obligation set fulfilled_at = '2026-11-18T10:00Z'
      where case_id = $1 and outcome = 'breached' and $2::uuid is null`,
    attach: `update obligation set case_id = $1 where case_id is null and $2::uuid is null`,
  };
  const isCase = subjects[at]?.kind === 'case';
  await client.query(statements[does as keyof typeof statements], [isCase ? id : null, isCase ? null : id]);
}

/** Two people at work at once, each on a connection of their own. */
async function bothAtWork(t: TestContext, { database }: CountingWorld) {
  const pool = createPool(database.urls.owner, 2);
  const [wall, promises] = [await pool.connect(), await pool.connect()];
  t.after(async () => {
    wall.release(true);
    promises.release(true);
    await pool.end();
  });
  return { wall, promises };
}
