import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Services } from '#kit/services.ts';
import { london } from '../../../tests/site.ts';
import { sweep } from './index.ts';
import { jobs } from './jobs.ts';
import { promiseWorld } from './testing.ts';

const mailNotices = jobs.find(({ name }) => name === 'mail-notices');

test('however much waits, a colleague gets one e-mail, and none for what they have read', async (t) => {
  const world = await promiseWorld(t, '2026-11-18T09:00');
  const { organisation } = world.landlord;
  const [reader, absent] = [await world.colleague(['da_worker']), await world.colleague(['da_worker'])];
  const sent: string[] = [];
  const mail: Services['mail'] = { send: async (_, { to, kind }) => void sent.push(`${to} ${kind}`) };
  for (let number = 0; number < 3; number += 1) await world.disclosure('2026-11-18T09:00');
  world.clock.set(london('2026-11-18T18:00'));
  await sweep(world.services, organisation);
  await world.database.owner.query('update notification set read_at = now() where staff_id = $1', [reader]);
  await mailNotices?.run({ ...world.services, mail }, organisation);
  await mailNotices?.run({ ...world.services, mail }, organisation);
  assert.deepEqual(sent, [`${absent}@example.test task`]);
});
