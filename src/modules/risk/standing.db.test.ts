import assert from 'node:assert/strict';
import { test } from 'node:test';
import { teamOf } from '#modules/cases/testing.ts';
import { riskStanding, stateLevel } from '#modules/risk-level/index.ts';
import type { RiskLevel } from '#rules/facts.ts';
import { recordDate } from './index.ts';

const statement = { reason: 'A reason', grounds: [], callOuts: null, lastMaracOn: null };

test('how a case stands with its risk is told to whoever has to know whether it was looked at', async (t) => {
  const team = await teamOf(t);
  const caseId = await team.open(team.worker);
  const standing = () => team.as(team.worker, (tx) => riskStanding(tx, team.organisation, caseId));
  const states = (level: RiskLevel) =>
    team.as(team.worker, (tx, office) => stateLevel(tx, office, caseId, { level, ...statement }));
  assert.deepEqual(await standing(), {
    level: null,
    judged: false,
    ratedAt: null,
    everHigh: false,
    reviewDueAt: null,
    current: false,
    loweringWaiting: false,
  });
  await states('high');
  const rated = await standing();
  assert.equal(rated.reviewDueAt?.toString(), '2026-07-08T16:00:00Z');
  assert.equal(rated.current, true);
  await team.as(team.worker, (tx, author) =>
    recordDate(tx, author, {
      caseId,
      kind: 'hearing',
      onDate: Temporal.PlainDate.from('2026-07-10'),
      words: '',
    }),
  );
  assert.equal((await standing()).current, false, 'a hearing is near, and nobody has looked since');
  await states('medium');
  const lowering = await standing();
  assert.deepEqual([lowering.current, lowering.level, lowering.loweringWaiting], [true, 'high', true]);
});
