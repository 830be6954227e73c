import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { newId } from '#kit/ids.ts';
import { sql } from '#kit/sql.ts';
import { setRisk } from '#modules/case-file/index.ts';
import { morning, teamOf } from '#modules/cases/testing.ts';
import { promiseBatch } from './store/promise-proposed.ts';
import { stateLevel } from './store/rate.ts';

const statement = { reason: 'A reason', grounds: [], callOuts: null, lastMaracOn: null };

test('a level that an upgrade made proposed is owed a judgement, once, and ends when somebody judges it', async (t) => {
  const team = await teamOf(t);
  const { worker, organisation } = team;
  const caseId = await team.open(worker);
  await team.as(worker, async (tx, office) => {
    await tx.run(sql`insert into risk_rating (organisation_id, id, case_id, number, level, how, rated_at)
      values (${organisation}, ${newId()}, ${caseId}, 1, 'medium', 'known', ${morning})`);
    await setRisk(tx, office, { caseId, level: 'medium', at: morning, judged: false });
  });
  const owed = () =>
    team.as(worker, (tx) =>
      tx.rows(
        z.object({ outcome: z.string().nullable() }),
        sql`select outcome from obligation where case_id = ${caseId} and commitment = 'risk-judged'`,
      ),
    );
  assert.deepEqual(await owed(), []);
  assert.equal(await team.as(worker, (tx, office) => promiseBatch(tx, office)), 1);
  assert.equal(await team.as(worker, (tx, office) => promiseBatch(tx, office)), 0, 'each case once');
  assert.deepEqual(await owed(), [{ outcome: null }]);
  await team.as(worker, (tx, office) => stateLevel(tx, office, caseId, { level: 'medium', ...statement }));
  assert.deepEqual(await owed(), [{ outcome: 'met' }]);
});
