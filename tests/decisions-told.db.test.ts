import assert from 'node:assert/strict';
import { test } from 'node:test';
import { noticeTopic } from '#modules/account/notices.ts';
import { waitingNotices } from '#modules/account/store/notifications.ts';
import { waitingGroups } from '#modules/account/waiting.ts';
import { type Team, teamOf } from '#modules/cases/testing.ts';
import type { StaffId } from '#rules/facts.ts';
import { decides, found, kindsTried } from './proposed-kinds.ts';

/** How many things wait for somebody's decision, as the list has them, and as every page counts them. */
async function toldOf(team: Team, staff: StaffId) {
  const listed = await team.as(staff, (tx, office) =>
    waitingNotices(tx, team.organisation, staff, office.commitmentOf),
  );
  const as = `set_config('lintel.organisation', '${team.organisation}', true),
    set_config('lintel.staff', '${staff}', true), set_config('lintel.roles', 'da_manager', true)`;
  const counted: unknown = await team.behind.pool.query(`begin; select ${as};
    select lintel.things_waiting('${team.organisation}', '${staff}', '{da_manager}') as things; commit`);
  const results = counted as readonly { readonly rows: readonly { readonly things?: number | bigint }[] }[];
  const others = waitingGroups(listed.filter(({ kind }) => noticeTopic(kind) !== 'decision'));
  const total = Number(results[2]?.rows[0]?.things);
  return {
    listed: listed.filter(({ kind }) => noticeTopic(kind) === 'decision').length,
    counted: total - others.flatMap(({ things }) => things).length,
  };
}

for (const [what, { proposals, propose }] of Object.entries(kindsTried))
  for (const decision of ['the approval', 'declined'] as const)
    test(`${what}: ${decision} by one, the other manager is told of it no more, in list and count`, async (t) => {
      const team = await teamOf(t);
      const id = await propose(team);
      assert.deepEqual(await toldOf(team, team.otherManager), { listed: 1, counted: 1 });
      const seen = await team.as(team.manager, (tx) => found(tx, team, proposals, id));
      const more = decision === 'declined' ? { decision } : {};
      await decides(team, team.manager, proposals, seen, more);
      assert.deepEqual(await toldOf(team, team.otherManager), { listed: 0, counted: 0 });
    });
