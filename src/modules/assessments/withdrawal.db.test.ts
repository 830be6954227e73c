import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { sql } from '#kit/sql.ts';
import { addTeam, teamOf } from '../cases/testing.ts';
import { withdrawInstrument } from './store/withdraw.ts';

const count = z.object({ n: z.number() });
const withdrawn = {
  instrument: 'own-1',
  from: Temporal.PlainDate.from('2026-12-01'),
  reason: 'Our licence ends',
} as const;

test('a withdrawal is one landlord’s, a manager’s, in their own name, and stays as it was written', async (t) => {
  const team = await teamOf(t);
  const stranger = await addTeam(team.db, team.behind);
  const { manager, worker } = team;
  await assert.rejects(
    team.as(worker, (tx, office) => withdrawInstrument(tx, office, withdrawn)),
    /row-level security/,
  );
  await assert.rejects(
    team.as(manager, (tx, office) =>
      tx.run(sql`insert into risk_instrument_withdrawal (organisation_id, id, instrument, from_day, reason,
          withdrawn_at, withdrawn_by)
        values (${office.organisation}, ${newId<string>()}, 'own-1', ${withdrawn.from}, 'No', ${office.now},
          ${worker})`),
    ),
    /row-level security/,
    'in somebody else’s name',
  );
  await team.as(manager, (tx, office) => withdrawInstrument(tx, office, withdrawn));
  const seen = (who: typeof team) =>
    who.as(
      who.manager,
      async (tx) => (await tx.one(count, sql`select count(*) as n from risk_instrument_withdrawal`)).n,
    );
  assert.deepEqual([await seen(team), await seen(stranger)], [1, 0]);
  for (const change of [
    sql`update risk_instrument_withdrawal set reason = ''`,
    sql`delete from risk_instrument_withdrawal`,
  ])
    await assert.rejects(
      team.as(manager, (tx) => tx.run(change)),
      /permission denied/,
    );
});
