import assert from 'node:assert/strict';
import { test } from 'node:test';
import { moveCase, openFile } from '#modules/case-file/index.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import { ratingsOf, riskStanding, stateLevel } from '#modules/risk-level/index.ts';
import { reopenCase } from './store/reopenings.ts';
import { teamOf } from './testing.ts';

const months = Temporal.Instant.from('2026-10-05T10:00:00+01:00');
const statement = { reason: 'A reason', grounds: [], callOuts: null, lastMaracOn: null };

test('a case that is opened again owes a judgement today of the level that was judged months ago', async (t) => {
  const team = await teamOf(t);
  const { worker, organisation } = team;
  const caseId = await team.open(worker);
  await team.as(worker, (tx, office) => stateLevel(tx, office, caseId, { level: 'medium', ...statement }));
  for (const to of ['closing', 'closed'] as const)
    await team.as(worker, (tx, office) => moveCase(tx, office, { caseId, to }));
  const again = { caseId, reason: 'they_came_back', why: 'She rang' } as const;
  await team.as(worker, (tx, office) => reopenCase(tx, office, again), months);
  const [rating] = await team.as(worker, (tx) => ratingsOf(tx, organisation, caseId));
  assert.deepEqual(
    [rating?.level, rating?.how, rating?.judgedBy, rating?.reason],
    ['medium', 'reopened', null, 'As judged before closing on Wednesday 1 July 2026.'],
  );
  const standing = () => team.as(worker, (tx) => riskStanding(tx, organisation, caseId));
  assert.deepEqual([(await standing()).judged, (await standing()).current], [false, false]);
  assert.equal((await team.as(worker, (tx) => openFile(tx, organisation, caseId)))?.riskJudged, false);
  const owed = async () =>
    (await team.as(worker, (tx) => obligationsOf(tx, organisation, { caseId }))).filter(
      ({ commitment, outcome }) => commitment === 'risk-judged' && outcome === null,
    );
  assert.deepEqual(
    (await owed()).map(({ dueAt }) => dueAt.toString()),
    ['2026-10-05T16:00:00Z'],
  );
  const judges = { level: 'medium', ...statement } as const;
  const later = months.add({ minutes: 30 });
  await team.as(worker, (tx, office) => stateLevel(tx, office, caseId, judges), later);
  assert.deepEqual(await owed(), []);
  assert.equal((await standing()).judged, true);
});

test('a case that nobody ever rated is opened again without a level', async (t) => {
  const team = await teamOf(t);
  const { worker, organisation } = team;
  const caseId = await team.open(worker);
  for (const to of ['closing', 'closed'] as const)
    await team.as(worker, (tx, office) => moveCase(tx, office, { caseId, to }));
  const again = { caseId, reason: 'they_came_back', why: 'She rang' } as const;
  await team.as(worker, (tx, office) => reopenCase(tx, office, again), months);
  assert.deepEqual(await team.as(worker, (tx) => ratingsOf(tx, organisation, caseId)), []);
});
