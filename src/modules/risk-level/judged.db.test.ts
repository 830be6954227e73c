import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { sql } from '#kit/sql.ts';
import { setRisk } from '#modules/case-file/index.ts';
import { morning, teamOf } from '#modules/cases/testing.ts';
import type { RiskLevel, StaffId } from '#rules/facts.ts';
import { decideLowering } from './store/decide-lowering.ts';
import { stateLevel } from './store/rate.ts';
import { ratingsOf } from './store/ratings.ts';
import { riskStanding } from './store/standing.ts';

const statement = { reason: 'A reason', grounds: [], callOuts: null, lastMaracOn: null };
const refusedByDatabase = { code: '23514' };

async function aRatedCase(t: TestContext, level: RiskLevel) {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  await team.as(team.worker, (tx, office) => stateLevel(tx, office, caseId, { level, ...statement }));
  return { team, caseId };
}

test('nobody judges in somebody else’s name, and a case says judged only where somebody did', async (t) => {
  const { team, caseId } = await aRatedCase(t, 'medium');
  const { worker, otherWorker, organisation } = team;
  const writes = (how: string, by: StaffId | null) =>
    team.as(worker, (tx) =>
      tx.run(sql`insert into risk_rating (organisation_id, id, case_id, number, level, how, rated_at, rated_by,
          judged_at)
        values (${organisation}, ${newId()}, ${caseId}, 9, 'high', ${how}, ${morning}, ${by}, ${by && morning})`),
    );
  await assert.rejects(writes('stated', otherWorker), refusedByDatabase);
  await assert.rejects(
    writes('assessment', worker),
    refusedByDatabase,
    'what a program found is no judgement',
  );
  await writes('assessment', null);
  const claimed = team.as(worker, (tx, author) =>
    setRisk(tx, author, { caseId, level: 'high', at: morning, judged: true }),
  );
  await assert.rejects(claimed, refusedByDatabase, 'and the case does not say that it was judged');
});

test('a lower level that somebody wants leaves the higher one in the name of whoever judged it', async (t) => {
  const { team, caseId } = await aRatedCase(t, 'high');
  const { worker, otherWorker, organisation } = team;
  const { loweringId } = await team.as(otherWorker, (tx, office) =>
    stateLevel(tx, office, caseId, { level: 'medium', ...statement }),
  );
  assert.ok(loweringId);
  const [kept] = await team.as(worker, (tx) => ratingsOf(tx, organisation, caseId));
  assert.deepEqual([kept?.level, kept?.how, kept?.judgedBy], ['high', 'kept', worker]);
});

test('a lower level than a proposed one leaves it judged by nobody until somebody decides', async (t) => {
  const team = await teamOf(t);
  const { worker, otherWorker, organisation } = team;
  const caseId = await team.open(worker);
  const facts = { ...statement, callOuts: 4 };
  const { loweringId } = await team.as(worker, (tx, author) =>
    stateLevel(tx, author, caseId, { level: 'standard', ...facts }),
  );
  assert.ok(loweringId);
  const standing = () => team.as(worker, (tx) => riskStanding(tx, organisation, caseId));
  assert.deepEqual([(await standing()).level, (await standing()).judged], ['high', false]);
  const declining = { caseId, loweringId, version: 1, decision: 'declined', why: 'Why not' } as const;
  await team.as(otherWorker, (tx, office) => decideLowering(tx, office, declining));
  const [declined] = await team.as(worker, (tx) => ratingsOf(tx, organisation, caseId));
  assert.deepEqual(
    [declined?.level, declined?.judgedBy, declined?.reason],
    ['high', otherWorker, 'Why not'],
    'whoever says why it stays has judged it',
  );
});
