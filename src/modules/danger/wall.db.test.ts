import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { Office } from '#kit/office.ts';
import { sql, type Tx } from '#kit/sql.ts';
import { addTeam, teamOf } from '../cases/testing.ts';
import { recordConflict } from '../wall/index.ts';
import { answerDanger, dangersOfCase, dealWithDanger, raiseDanger } from './index.ts';

const count = z.object({ n: z.number() });

test('row by row, danger is behind the wall of its case, and is dealt with once', async (t) => {
  const team = await teamOf(t);
  const { manager, worker, otherWorker, administrator, organisation } = team;
  const caseId = await team.open(manager);
  await team.as(worker, (tx, office) =>
    raiseDanger(tx, office, { caseId, how: 'contact', said: 'He is outside' }),
  );
  const seen = (by: typeof worker) =>
    team.as(by, async (tx) => (await tx.one(count, sql`select count(*) as n from danger`)).n);
  assert.equal(await seen(otherWorker), 1);
  assert.equal(await seen(administrator), 0);
  await team.as(manager, (tx, office) =>
    recordConflict(tx, office, { caseId, staffId: otherWorker, relation: 'relative', reason: 'A cousin' }),
  );
  assert.equal(await seen(otherWorker), 0);
  const [danger] = await team.as(worker, (tx) => dangersOfCase(tx, organisation, caseId));
  assert.ok(danger);
  const dealing = (done: string) => (tx: Tx, office: Office) =>
    dealWithDanger(tx, office, danger, { at: danger.raisedAt, done, doneBy: 'Ada Keel' });
  assert.equal(await team.as(worker, dealing('The police came and took him away')), true);
  assert.equal(await team.as(manager, dealing('Somebody else was first here')), false);
  await assert.rejects(
    team.as(worker, (tx) =>
      tx.run(sql`update danger set done = 'It was nothing at all' where id = ${danger.id}`),
    ),
    /dealt with already/,
  );
});

test('who is on call is known to everybody of one landlord and to nobody of another', async (t) => {
  const team = await teamOf(t);
  const other = await addTeam(team.db, team.behind);
  await team.as(team.manager, (tx, { organisation, now }) =>
    tx.run(sql`insert into on_call (organisation_id, id, staff_id, from_at, until_at, reach, recorded_at, recorded_by)
      values (${organisation}, gen_random_uuid(), ${team.worker}, ${now}, ${now.add({ hours: 9 })}, '07700 900123',
        ${now}, ${team.manager})`),
  );
  const seen = (who: typeof team, by: typeof team.worker) =>
    who.as(by, async (tx) => (await tx.one(count, sql`select count(*) as n from on_call`)).n);
  assert.equal(await seen(team, team.administrator), 1);
  assert.equal(await seen(other, other.manager), 0);
});

test('row by row, whether they were asked about danger is behind the wall, and stays as it was written', async (t) => {
  const team = await teamOf(t);
  const { manager, worker, otherWorker, administrator } = team;
  const caseId = await team.open(manager);
  const asked = { answer: 'not_asked', words: 'He came in at the door' } as const;
  await team.as(worker, (tx, office) =>
    answerDanger(tx, office, { caseId, how: 'contact', askedAt: office.now, asked }),
  );
  const seen = (by: typeof worker) =>
    team.as(by, async (tx) => (await tx.one(count, sql`select count(*) as n from danger_asking`)).n);
  assert.equal(await seen(otherWorker), 1);
  assert.equal(await seen(administrator), 0);
  await team.as(manager, (tx, office) =>
    recordConflict(tx, office, { caseId, staffId: otherWorker, relation: 'relative', reason: 'A cousin' }),
  );
  assert.equal(await seen(otherWorker), 0);
  await assert.rejects(
    team.as(worker, (tx) => tx.run(sql`update danger_asking set answer = 'no', why = ''`)),
    /permission denied/,
  );
  await assert.rejects(
    team.as(worker, (tx) => tx.run(sql`delete from danger_asking`)),
    /permission denied/,
  );
});
