import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { sql, transact } from '#kit/sql.ts';
import type { StaffId } from '#rules/facts.ts';
import { testSite } from './site.ts';

/** A change of policy that waits, and who decides it in whose name: asked of the database itself. */
async function waiting(t: TestContext) {
  const { services, clock, ...site } = await testSite(t, []);
  const { organisation } = await site.landlord('vivid-2023');
  const landlord = { organisation, slug: 'vivid-2023', packId: 'vivid-2023' };
  const [proposer, other] = [
    (await site.colleague(landlord, ['administrator'])).staff,
    (await site.colleague(landlord, ['administrator'])).staff,
  ];
  const id = newId<string>();
  const as = (staff: StaffId) => ({ organisation, staff, roles: ['administrator'] as const });
  await transact(services.db, as(proposer), (tx) =>
    tx.run(sql`insert into policy_change (organisation_id, id, pack_id, pack_version, from_day, begins_at, reason,
        proposed_at, proposed_by)
      values (${organisation}, ${id}, 'livv-2024', '1', '2027-01-01', '2027-01-01T00:00:00Z', 'A merger',
        ${clock.now()}, ${proposer})`),
  );
  const approve = (by: StaffId, inTheNameOf = by) =>
    transact(services.db, as(by), (tx) =>
      tx.run(sql`update policy_change set decision = 'approved', decided_at = ${clock.now()},
          decided_by = ${inTheNameOf}
        where organisation_id = ${organisation} and id = ${id}`),
    );
  return { proposer, other, approve };
}

test('whoever proposed a change of policy does not approve it, whatever the program says', async (t) => {
  const { proposer, approve } = await waiting(t);
  await assert.rejects(approve(proposer), { code: '23514' });
});

test('nobody approves a change of policy in the name of another', async (t) => {
  const { proposer, other, approve } = await waiting(t);
  await assert.rejects(approve(proposer, other), { code: '42501' });
});

test('somebody else approves it, once', async (t) => {
  const { other, approve } = await waiting(t);
  assert.equal(await approve(other), 1);
  await assert.rejects(approve(other), { code: '23514' });
});
