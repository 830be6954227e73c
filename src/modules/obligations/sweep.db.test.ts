import assert from 'node:assert/strict';
import { test } from 'node:test';
import { transact } from '#kit/sql.ts';
import { recordAbsence } from '#modules/rota/index.ts';
import type { StaffId } from '#rules/facts.ts';
import { london } from '../../../tests/site.ts';
import { attachToCase, sweep } from './index.ts';
import { type PromiseWorld, promiseWorld } from './testing.ts';

async function firstContact({ database }: PromiseWorld) {
  const { rows } = await database.owner.query(
    `select outcome, escalated, next_look_at, ended_at, fulfilled_at, due_at from obligation
     where commitment = 'first-contact' order by started_at`,
  );
  return rows;
}

async function told({ database }: PromiseWorld, commitment = 'first-contact') {
  const { rows } = await database.owner.query(
    `select n.staff_id, n.kind from notification n join obligation o on o.id = n.obligation_id
     where o.commitment = $1 order by n.at, n.id`,
    [commitment],
  );
  return rows.map(({ staff_id, kind }) => [staff_id, kind]);
}

async function recorded({ database }: PromiseWorld, name: string) {
  const { rows } = await database.owner.query(
    `select count(*)::int as times from event where name = $1 and data->>'commitment' = 'first-contact'`,
    [name],
  );
  return rows[0].times;
}

async function sweepAt(world: PromiseWorld, time: string) {
  world.clock.set(london(time));
  return sweep(world.services, world.landlord.organisation);
}

async function attached(world: PromiseWorld, disclosureId: string, caseId: string) {
  const { organisation } = world.landlord;
  await transact(world.services.db, { organisation, system: true }, (tx) =>
    attachToCase(tx, world.author(), disclosureId as never, caseId as never),
  );
}

test('the worker is told at half, the manager near the end, the deputy when it is broken; once each', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const manager = await world.colleague(['da_manager']);
  const deputy = await world.colleague(['da_worker']);
  const lead = await world.colleague(['da_worker'], { manager, deputy });
  const disclosure = await world.disclosure('2026-11-18T09:00');
  await attached(world, disclosure, await world.caseFile({ lead }));

  await sweepAt(world, '2026-11-18T12:00');
  assert.deepEqual(await told(world), []);
  await sweepAt(world, '2026-11-18T13:01');
  assert.deepEqual(await told(world), [[lead, 'due_half']]);
  await sweepAt(world, '2026-11-18T13:02');
  assert.equal((await told(world)).length, 1, 'nobody is told of the same step again');
  await sweepAt(world, '2026-11-18T15:01');
  assert.deepEqual(
    (await told(world)).slice(1).sort(),
    [
      [lead, 'due_soon'],
      [manager, 'due_soon'],
    ].sort(),
  );
  await sweepAt(world, '2026-11-18T17:00');
  assert.equal((await firstContact(world))[0].outcome, null, 'it can still be met at the very moment');
  await sweepAt(world, '2026-11-18T17:00:15');
  const [promise] = await firstContact(world);
  assert.equal(promise.outcome, 'breached');
  assert.equal(promise.next_look_at, null);
  assert.ok(promise.ended_at.equals(promise.due_at));
  assert.equal((await told(world)).filter(([, kind]) => kind === 'overdue').length, 3);
  assert.equal(await recorded(world, 'obligation.breached'), 1);
  assert.equal(await recorded(world, 'obligation.escalated'), 3);
});

test('switched off from Wednesday to Monday, it says once that the promise is broken', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const worker = await world.colleague(['da_worker']);
  await world.disclosure('2026-11-18T09:00');
  await sweepAt(world, '2026-11-23T08:00');
  assert.deepEqual(await told(world), [[worker, 'overdue']]);
  const [promise] = await firstContact(world);
  assert.ok(promise.ended_at.equals(london('2026-11-18T17:00')), 'it was broken on Wednesday');
});

test('two programs sweeping at once escalate once', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  await world.colleague(['da_worker']);
  for (let number = 0; number < 130; number += 1) await world.disclosure('2026-11-18T09:00');
  world.clock.set(london('2026-11-18T18:00'));
  const { organisation } = world.landlord;
  const looked = await Promise.all([1, 2, 3].map(() => sweep(world.services, organisation)));
  assert.equal(
    looked.reduce((sum, each) => sum + each, 0),
    260,
    'first contact and triage of each disclosure, each looked at once',
  );
  assert.equal((await told(world)).length, 130);
  assert.equal(await recorded(world, 'obligation.breached'), 130);
});

test('a hundred promises whose moment is now are left until it has passed: the sweep ends', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  await world.colleague(['da_worker']);
  for (let number = 0; number < 100; number += 1) await world.disclosure('2026-11-18T09:00');
  // What was due earlier is looked at first.
  await sweepAt(world, '2026-11-18T12:59:59');
  world.clock.set(london('2026-11-18T13:00'));
  const { rows } = await world.database.owner.query(
    'select count(*)::int as waiting from obligation where next_look_at = $1',
    [world.clock.now().toString()],
  );
  assert.ok(rows[0].waiting >= 100, `${rows[0].waiting} wait for this moment`);
  let asked = 0;
  const now = () => {
    asked += 1;
    assert.ok(asked < 10, 'it looks at the same promises again and again');
    return world.clock.now();
  };
  assert.equal(await sweep({ ...world.services, now }, world.landlord.organisation), 0);
  assert.deepEqual(await told(world), []);
});

test('a colleague with a conflict is never told, not even by the sweep', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const neighbour = await world.colleague(['da_worker']);
  const manager = await world.colleague(['da_manager']);
  const lead = await world.colleague(['da_worker'], { manager: neighbour });
  await world.disclosure('2026-11-18T09:00', { blocked: [neighbour] });
  const disclosure = await world.disclosure('2026-11-18T09:00');
  await attached(world, disclosure, await world.caseFile({ lead, blocked: [neighbour, lead] }));
  await sweepAt(world, '2026-11-18T18:00');
  const everyone = (await told(world)).map(([who]) => who);
  assert.ok(!everyone.includes(neighbour));
  assert.equal(everyone.filter((who) => who === manager).length, 2, 'told rather than nobody');
  assert.equal(everyone.filter((who) => who === lead).length, 1, 'of the disclosure, not of the case');
});

test('a director who manages the lead is told nothing of a case that the wall keeps from directors', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const director = await world.colleague(['director']);
  const lead = await world.colleague(['da_worker'], { manager: director });
  const disclosure = await world.disclosure('2026-11-18T09:00');
  await attached(world, disclosure, await world.caseFile({ lead }));
  await sweepAt(world, '2026-11-18T18:00');
  assert.deepEqual(await told(world), [[lead, 'overdue']]);
});

async function isAway(world: PromiseWorld, staffId: StaffId, deputyId: StaffId | null) {
  const { organisation } = world.landlord;
  await transact(world.services.db, { organisation, system: true }, (tx) =>
    recordAbsence(
      tx,
      { ...world.author(), staff: staffId },
      { staffId, deputyId, from: world.clock.now(), until: null },
    ),
  );
}

test('while the lead is away, whoever was named to cover is told from the first step', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const cover = await world.colleague(['da_worker']);
  const lead = await world.colleague(['da_worker']);
  await isAway(world, lead, cover);
  await attached(world, await world.disclosure('2026-11-18T09:00'), await world.caseFile({ lead }));

  await sweepAt(world, '2026-11-18T13:01');
  assert.deepEqual(
    (await told(world)).sort(),
    [
      [lead, 'due_half'],
      [cover, 'due_half'],
    ].sort(),
  );
});

test('whoever covers and has a conflict is told of nothing; the manager is told instead', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const manager = await world.colleague(['da_manager']);
  const cover = await world.colleague(['da_worker']);
  const lead = await world.colleague(['da_worker'], { manager });
  await isAway(world, lead, cover);
  const file = await world.caseFile({ lead, blocked: [cover] });
  await attached(world, await world.disclosure('2026-11-18T09:00'), file);

  await sweepAt(world, '2026-11-18T13:01');
  assert.deepEqual((await told(world)).map(([staff]) => staff).sort(), [lead, manager].sort());
});

test('where the lead is away and nobody covers, the team is told, rather than nobody', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const lead = await world.colleague(['da_worker']);
  const other = await world.colleague(['da_worker']);
  const stranger = await world.colleague(['colleague']);
  await isAway(world, lead, null);
  await attached(world, await world.disclosure('2026-11-18T09:00'), await world.caseFile({ lead }));

  await sweepAt(world, '2026-11-18T13:01');
  const people = (await told(world)).map(([staff]) => staff);
  assert.deepEqual(people.sort(), [lead, other].sort());
  assert.ok(!people.includes(stranger));
});
