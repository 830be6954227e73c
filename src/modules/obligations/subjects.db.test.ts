import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { transact } from '#kit/sql.ts';
import type { CaseId } from '#rules/facts.ts';
import { happened, obligationsOf } from './index.ts';
import { type PromiseWorld, promiseWorld } from './testing.ts';

function asSystem<T>(world: PromiseWorld, work: Parameters<typeof transact<T>>[2]): Promise<T> {
  return transact(world.services.db, { organisation: world.landlord.organisation, system: true }, work);
}

/** How the promises of a case stand that follow one commitment. */
async function standing(world: PromiseWorld, caseId: CaseId, commitment: string) {
  const promises = await asSystem(world, (tx) => obligationsOf(tx, world.landlord.organisation, { caseId }));
  return promises.filter((each) => each.commitment === commitment).map(({ outcome }) => outcome ?? 'runs');
}

test('a review of one emergency access keeps the promise about that one, and no other’s', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const caseId = await world.caseFile();
  const [one, other] = [newId(), newId()];
  await asSystem(world, async (tx) => {
    for (const subjectId of [one, other])
      await happened(tx, world.author(), { name: 'break-glass.used', caseId, subjectId, recurs: true });
    const reviewed = { name: 'break-glass.reviewed', caseId, keepsOnly: 'its subject' } as const;
    await happened(tx, world.author(), { ...reviewed, subjectId: one });
  });
  assert.deepEqual((await standing(world, caseId, 'emergency-reviewed')).sort(), ['met', 'runs']);
});

test('a supervision keeps the promise of one, and begins the next', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const caseId = await world.caseFile();
  await asSystem(world, async (tx) => {
    await happened(tx, world.author(), { name: 'case.allocated', caseId });
    const beginsAnew = 'case.allocated';
    const recorded = { name: 'supervision.recorded', caseId, subjectId: newId(), beginsAnew } as const;
    await happened(tx, world.author(), recorded);
  });
  assert.deepEqual((await standing(world, caseId, 'supervision')).sort(), ['met', 'runs']);
});

test('what no promise names begins one anew all the same, where it says so', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const caseId = await world.caseFile();
  const viewed = { name: 'case.viewed', caseId, subjectId: newId(), beginsAnew: 'case.allocated' } as const;
  assert.ok(!world.author().promised.has(viewed.name), 'no promise names it');
  await asSystem(world, (tx) => happened(tx, world.author(), viewed));
  assert.deepEqual(await standing(world, caseId, 'supervision'), ['runs']);
});
