import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { type Sql, sql } from '#kit/sql.ts';
import { teamOf } from '#modules/cases/testing.ts';
import { aRegister, aSystem } from './testing.ts';

const counted = z.object({ count: z.number() });
const all = {
  hold: sql`hold`,
  hold_review: sql`hold_review`,
  hold_system: sql`hold_system`,
  hold_token: sql`hold_token`,
  hold_asked: sql`hold_asked`,
  hold_silence: sql`hold_silence`,
} as const;

test('managers read the holds that were set, administrators the systems, nobody what was drawn or told', async (t) => {
  const team = await teamOf(t);
  const { organisation, behind } = team;
  const now = Temporal.Instant.from('2026-07-01T08:00:00Z');
  const idOf = await aRegister(behind, organisation, { T1: ['P1'] });
  const { id } = await aSystem(behind, organisation, now);
  const hold = newId<string>();
  const arrange = (statement: Sql) => behind.pool.query(statement.text, statement.values as unknown[]);
  for (const [each, cause] of [
    [hold, 'complaint'],
    [newId(), 'drawn'],
  ])
    await arrange(sql`insert into hold (organisation_id, id, tenancy_id, cause, held, why, starts_at, look_on, set_at)
      values (${organisation}, ${each}, ${idOf('T1')}, ${cause}, '{}', 'A reason', ${now.toString()}, '2026-12-01',
        ${now.toString()})`);
  await arrange(sql`insert into hold_review (organisation_id, id, hold_id, decision, why, decided_at)
    values (${organisation}, ${newId()}, ${hold}, 'kept', 'It goes on', ${now.toString()})`);
  await arrange(sql`insert into hold_asked (organisation_id, id, system_id, asked_at, question, contacts, asked, told)
    values (${organisation}, ${newId()}, ${id}, ${now.toString()}, 'tenancy', '{letter}', '{T1}', 'C')`);
  await arrange(sql`insert into hold_silence (organisation_id, system_id, since, told_at)
    values (${organisation}, ${id}, ${now.toString()}, ${now.toString()})`);
  const read = async (
    who: keyof typeof all extends string ? 'manager' | 'worker' | 'administrator' : never,
  ) =>
    Object.fromEntries(
      await team.as(team[who], (tx) =>
        Promise.all(
          Object.entries(all).map(async ([name, table]) => [
            name,
            (await tx.one(counted, sql`select count(*) from ${table}`)).count,
          ]),
        ),
      ),
    );
  const nothing = { hold: 0, hold_review: 0, hold_system: 0, hold_token: 0, hold_asked: 0, hold_silence: 0 };
  assert.deepEqual(await read('worker'), nothing);
  assert.deepEqual(await read('manager'), { ...nothing, hold: 1, hold_review: 1 });
  assert.deepEqual(await read('administrator'), { ...nothing, hold_system: 1, hold_token: 1 });
});

test('no manager sets a hold as if drawn, and no administrator makes a token that nobody agreed to', async (t) => {
  const team = await teamOf(t);
  const { organisation, behind, manager, administrator } = team;
  const idOf = await aRegister(behind, organisation, { T1: [] });
  await assert.rejects(
    team.as(manager, (tx, { now }) =>
      tx.run(sql`insert into hold (organisation_id, id, tenancy_id, cause, held, starts_at, look_on, set_at, set_by)
        values (${organisation}, ${newId()}, ${idOf('T1')}, 'drawn', '{}', ${now}, '2026-12-01', ${now}, ${manager})`),
    ),
    /row-level security/,
  );
  const system = newId<string>();
  await assert.rejects(
    team.as(administrator, async (tx, { now }) => {
      await tx.run(sql`insert into hold_system (organisation_id, id, name, questions, contacts, asks_within, token_days,
          reason, proposed_by, proposed_at)
        values (${organisation}, ${system}, 'Rents', '{tenancy}', '{letter}', 1, 90, 'Rents', ${administrator},
          ${now})`);
      await tx.run(sql`insert into hold_token (organisation_id, system_id, hash, made_at, made_by, expires_at)
        values (${organisation}, ${system}, ${Buffer.alloc(32)}, ${now}, ${administrator}, ${now.add({ hours: 1 })})`);
    }),
    /row-level security/,
  );
});
