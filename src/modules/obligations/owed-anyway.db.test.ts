import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeEvent } from '#kit/event.ts';
import { transact } from '#kit/sql.ts';
import type { CaseEventName } from '#rules/event.ts';
import type { CaseId } from '#rules/facts.ts';
import { triedPacks } from '../../../tests/packs.ts';
import { london } from '../../../tests/site.ts';
import { oweAnyway } from './store/owed-anyway.ts';
import { sweep } from './store/sweep.ts';
import { type PromiseWorld, promiseWorld } from './testing.ts';

/** A case as an earlier version left it: on record as opened, with no promise by a later bound. */
async function fromBefore(world: PromiseWorld, ...events: readonly CaseEventName[]): Promise<CaseId> {
  const caseId = await world.caseFile();
  const { organisation } = world.landlord;
  await transact(world.services.db, { organisation, system: true }, async (tx) => {
    for (const name of ['case.opened', ...events] as const)
      await writeEvent(tx, world.author(), { name, caseId });
  });
  return caseId;
}

async function promisesOf(world: PromiseWorld, caseId: CaseId) {
  const { rows } = await world.database.owner.query(
    `select commitment, started_at, due_at, waiting, outcome from obligation where case_id = $1 order by commitment`,
    [caseId],
  );
  const at = (instant: Temporal.Instant) =>
    Temporal.Instant.from(new Date(String(instant)).toISOString())
      .toZonedDateTimeISO('Europe/London')
      .toPlainDateTime()
      .toString({ smallestUnit: 'minute' });
  return rows.map((each) => [each.commitment, at(each.started_at), at(each.due_at), each.outcome]);
}

for (const pack of triedPacks) {
  const bounded = pack.commitments.filter(({ measure }) => measure.kind === 'clock' && measure.atLatest);

  test(`${pack.publisher}: a case from before the upgrade owes risk and plan from the upgrade on`, async (t) => {
    const world = await promiseWorld(t, '2026-06-01T10:00', pack.id);
    const { organisation } = world.landlord;
    const old = await fromBefore(world);
    assert.deepEqual(await promisesOf(world, old), []);
    world.clock.set(london('2026-11-18T10:00'));
    assert.equal(await oweAnyway(world.services, organisation), bounded.length);
    assert.ok(bounded.length >= 2, 'risk and plan');
    const owed = await promisesOf(world, old);
    assert.deepEqual(
      owed.map(([commitment, began]) => [commitment, began]),
      bounded.map(({ id }) => [id, '2026-11-18T10:00']).toSorted(),
    );
    await sweep(world.services, organisation);
    assert.deepEqual(
      (await promisesOf(world, old)).map(([, , , outcome]) => outcome),
      owed.map(() => null),
      'nothing is broken by an upgrade',
    );
    world.clock.set(london('2026-11-19T10:00'));
    assert.equal(await oweAnyway(world.services, organisation), 0, 'once');
    assert.deepEqual(await promisesOf(world, old), owed);

    await world.contact(old, 'contact.made', '2026-11-19T09:30');
    for (const [commitment, began] of await promisesOf(world, old))
      if (commitment === 'risk-assessed') assert.equal(began, '2026-11-19T09:30', 'counted from the contact');
    world.clock.set(london('2026-12-18T10:00'));
    await sweep(world.services, organisation);
    for (const [commitment, , , outcome] of await promisesOf(world, old))
      if (commitment === 'risk-assessed') assert.equal(outcome, 'breached', 'and broken where nobody acts');
  });
}

test('a case that rests, is closed, has it already or did what keeps it owes nothing by it', async (t) => {
  const world = await promiseWorld(t, '2026-06-01T10:00');
  const { organisation } = world.landlord;
  const [resting, closed, assessed, stopped] = [
    await fromBefore(world),
    await fromBefore(world),
    await fromBefore(world, 'risk.assessment-finished'),
    await fromBefore(world, 'risk.stopped-at-their-wish'),
  ];
  const { owner } = world.database;
  await owner.query('update case_file set paused_at = opened_at where id = $1', [resting]);
  await owner.query(`update case_file set closed_at = opened_at, state = 'closed' where id = $1`, [closed]);
  await oweAnyway(world.services, organisation);
  assert.deepEqual(await promisesOf(world, resting), []);
  assert.deepEqual(await promisesOf(world, closed), []);
  for (const each of [assessed, stopped])
    assert.deepEqual(
      (await promisesOf(world, each)).map(([commitment]) => commitment),
      ['plan-agreed'],
      'the plan alone',
    );
  await owner.query('update case_file set paused_at = null where id = $1', [resting]);
  assert.equal(await oweAnyway(world.services, organisation), 2, 'once it goes on');
});
