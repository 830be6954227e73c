import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packs } from '#packs/index.ts';
import { testDatabase } from '../../tests/database.ts';
import { addColleague, addLandlord, testClock, testServices } from '../../tests/site.ts';
import { newId } from './ids.ts';
import { policiesMissing } from './policies.ts';
import { sql, transact } from './sql.ts';

test('a policy that holds, or is to hold, and is not on the shelf is named before anything is served', async (t) => {
  const services = testServices(await testDatabase(t), testClock('2026-11-18T10:00'));
  const landlord = await addLandlord(services, 'vivid-2023');
  const { organisation } = landlord;
  const missing = (all: typeof packs) =>
    transact(services.db, { organisation: null }, (tx) => policiesMissing(tx, { all }, services.now()));
  assert.deepEqual(await missing(packs), []);
  const without = (id: string) => packs.filter((pack) => pack.id !== id);
  assert.deepEqual(await missing(without('vivid-2023')), [
    { slug: landlord.slug, packId: 'vivid-2023', from: null },
  ]);
  const decider = await addColleague(services, landlord, ['administrator']);
  const from = services.now().add({ hours: 24 });
  const id = newId();
  await transact(services.db, { organisation, system: true }, (tx) =>
    tx.run(sql`insert into policy_change (organisation_id, id, pack_id, pack_version, from_day, begins_at, reason,
        proposed_at) values (${organisation}, ${id}, 'livv-2024', '1', '2026-11-19', ${from}, '', ${services.now()})`),
  );
  assert.deepEqual(await missing(without('livv-2024')), [], 'it waits, and may never hold');
  await transact(services.db, { organisation, staff: decider, roles: ['administrator'] }, (tx) =>
    tx.run(sql`update policy_change set decision = 'approved', decided_at = ${services.now()},
        decided_by = ${decider} where organisation_id = ${organisation} and id = ${id}`),
  );
  const [found] = await missing(without('livv-2024'));
  assert.deepEqual([found?.packId, found?.from?.toString()], ['livv-2024', from.toString()]);
});
