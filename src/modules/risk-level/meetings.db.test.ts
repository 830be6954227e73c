import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql, transact } from '#kit/sql.ts';
import { addTeam, teamOf } from '#modules/cases/testing.ts';
import { pathways } from './pathways.ts';
import { meetingsOf, meetingsOn } from './store/meetings.ts';
import { takePathway } from './store/pathways.ts';
import { areasOf } from './store/thresholds.ts';

const day = Temporal.PlainDate.from('2026-11-18');
const [merseyside] = pathways;

test('how a high risk is heard is each landlord’s own, and nothing that was set is changed or lost', async (t) => {
  const team = await teamOf(t);
  const { organisation, manager } = team;
  assert.ok(merseyside);
  await team.as(manager, (tx, office) => takePathway(tx, office, merseyside));
  const [area, held] = await team.as(manager, async (tx) => {
    const [first] = await areasOf(tx, organisation);
    return [first?.id ?? '', await meetingsOn(tx, organisation, day)] as const;
  });
  assert.equal(held.length, 4);
  const elsewhere = await addTeam(team.db, team.behind);
  const there = {
    organisation: elsewhere.organisation,
    staff: elsewhere.manager,
    roles: ['da_manager'] as const,
  };
  const seen = await transact(team.db, there, async (tx) => [
    ...(await meetingsOn(tx, organisation, day)),
    ...(await meetingsOf(tx, organisation, area)),
  ]);
  assert.deepEqual(seen, [], 'another landlord reads none of it');
  await assert.rejects(
    transact(team.db, there, (tx) =>
      tx.run(sql`insert into area_meeting (organisation_id, id, area_id, kind, source, set_at)
        values (${organisation}, gen_random_uuid(), ${area}, 'marac', 'Words', now())`),
    ),
    /row-level security/,
    'nor writes into it',
  );
  for (const change of [sql`update area_meeting set held = false`, sql`delete from area_meeting`])
    await assert.rejects(
      team.as(manager, (tx) => tx.run(change)),
      /permission denied/,
    );
});
