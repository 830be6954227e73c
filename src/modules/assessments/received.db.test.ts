import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { newId } from '#kit/ids.ts';
import { sql } from '#kit/sql.ts';
import { morning, type Team, teamOf } from '#modules/cases/testing.ts';
import { obligationsOf } from '#modules/obligations/index.ts';
import type { LevelStated } from '#modules/risk-level/received.ts';
import { decideLowering } from '#modules/risk-level/store/decide-lowering.ts';
import { loweringsOf } from '#modules/risk-level/store/lowerings.ts';
import { stateLevel } from '#modules/risk-level/store/rate.ts';
import { ratingsOf } from '#modules/risk-level/store/ratings.ts';
import { riskStanding } from '#modules/risk-level/store/standing.ts';
import type { CaseId, RiskLevel, StaffId } from '#rules/facts.ts';
import { newestOf } from './instruments/catalogue.ts';
import { itemsOf } from './instruments/instrument.ts';
import { assess } from './store/assess.ts';
import { recordReceived } from './store/received-assessments.ts';

async function aCase(t: TestContext) {
  const team = await teamOf(t);
  return { team, caseId: await team.open(team.worker) };
}

function receives(
  team: Team,
  caseId: CaseId,
  levelStated: LevelStated,
  more: { correctsId?: string; at?: Temporal.Instant } = {},
) {
  const { correctsId = null, at: receivedAt = morning } = more;
  const words = {
    toolName: '',
    receivedFrom: 'Exampleshire Police',
    scoreStated: '',
    levelWords: '',
    words: '',
  };
  return team.as(team.worker, (tx, author) =>
    recordReceived(tx, author, {
      caseId,
      tool: 'dara',
      ...words,
      assessedOn: null,
      receivedAt,
      levelStated,
      handling: '',
      correctsId,
    }),
  );
}

function states(team: Team, by: StaffId, caseId: CaseId, level: RiskLevel) {
  const statement = { reason: 'A reason', grounds: [], callOuts: null, lastMaracOn: null };
  return team.as(by, (tx, author) => stateLevel(tx, author, caseId, { level, ...statement }));
}

async function lowers(team: Team, caseId: CaseId, level: RiskLevel): Promise<void> {
  const { loweringId } = await states(team, team.worker, caseId, level);
  assert.ok(loweringId, 'alone it is only proposed');
  const decided = { loweringId, version: 1, decision: 'confirmed', why: '' } as const;
  await team.as(team.otherWorker, (tx, author) => decideLowering(tx, author, { caseId, ...decided }));
}

const levelOf = async (team: Team, caseId: CaseId) =>
  (await team.as(team.worker, (tx) => riskStanding(tx, team.organisation, caseId))).level;
const owed = async (team: Team, caseId: CaseId) =>
  (await team.as(team.worker, (tx) => obligationsOf(tx, team.organisation, { caseId })))
    .filter(({ outcome }) => outcome === null)
    .map(({ commitment }) => commitment)
    .filter((commitment) => commitment.startsWith('risk-'));

test('what the police assessed as high raises the level at once, and is owed a look by somebody', async (t) => {
  const { team, caseId } = await aCase(t);
  await states(team, team.worker, caseId, 'standard');
  const standingBefore = await team.as(team.worker, (tx) => riskStanding(tx, team.organisation, caseId));
  const { raisedTo } = await receives(team, caseId, 'high');
  assert.equal(raisedTo, 'high');
  const [rating] = await team.as(team.worker, (tx) => ratingsOf(tx, team.organisation, caseId));
  assert.deepEqual([rating?.level, rating?.indicated, rating?.how], ['high', 'high', 'received']);
  assert.deepEqual(
    [rating?.judgedBy, standingBefore.judged],
    [null, true],
    'it is proposed, and signed by nobody',
  );
  assert.equal(rating?.routes[0]?.route, 'received');
  const standing = await team.as(team.worker, (tx) => riskStanding(tx, team.organisation, caseId));
  assert.deepEqual([standing.level, standing.everHigh, standing.current], ['high', true, false]);
  assert.deepEqual((await owed(team, caseId)).toSorted(), [
    'risk-judged',
    'risk-review-change',
    'risk-review-standard',
  ]);
  await states(team, team.worker, caseId, 'high');
  assert.deepEqual(await owed(team, caseId), ['risk-review-high'], 'once somebody has looked');
});

test('it raises from nothing and to medium, and somebody else’s “standard” is no level of ours', async (t) => {
  const { team, caseId } = await aCase(t);
  assert.equal((await receives(team, caseId, 'standard')).raisedTo, null);
  assert.equal(await levelOf(team, caseId), null, 'nobody here has looked');
  for (const graded of ['other', ''] as const) await receives(team, caseId, graded);
  assert.equal(await levelOf(team, caseId), null);
  assert.equal((await receives(team, caseId, 'medium')).raisedTo, 'medium');
  assert.equal((await receives(team, caseId, 'standard')).raisedTo, null);
  assert.equal(await levelOf(team, caseId), 'medium', 'and it lowers nothing');
});

test('a correction that says less lowers nothing: two people do', async (t) => {
  const { team, caseId } = await aCase(t);
  const { id } = await receives(team, caseId, 'high');
  const right = await receives(team, caseId, 'medium', { correctsId: id });
  assert.equal(right.raisedTo, null);
  assert.equal(await levelOf(team, caseId), 'high');
  await lowers(team, caseId, 'medium');
  assert.equal(await levelOf(team, caseId), 'medium');
});

test('what two people went below stays so until another one comes', async (t) => {
  const { team, caseId } = await aCase(t);
  await receives(team, caseId, 'high');
  await lowers(team, caseId, 'medium');
  const again = await states(team, team.worker, caseId, 'medium');
  assert.deepEqual([again.level, again.loweringId], ['medium', null], 'it needs no third');
  const another = await receives(team, caseId, 'high', { at: morning.add({ minutes: 1 }) });
  assert.equal(another.raisedTo, 'high');
});

test('a lowering that waits is off the table when somebody else says as much as stands', async (t) => {
  const { team, caseId } = await aCase(t);
  await states(team, team.worker, caseId, 'high');
  const { loweringId } = await states(team, team.worker, caseId, 'medium');
  assert.ok(loweringId);
  await receives(team, caseId, 'medium');
  const waiting = () => team.as(team.worker, (tx) => loweringsOf(tx, team.organisation, caseId));
  assert.equal((await waiting())[0]?.decision, null, 'less than what stands changes nothing');
  await receives(team, caseId, 'high');
  assert.equal((await waiting())[0]?.decision, 'withdrawn');
  const confirm = { loweringId, version: 2, decision: 'confirmed', why: '' } as const;
  const late = team.as(team.otherWorker, (tx, author) => decideLowering(tx, author, { caseId, ...confirm }));
  await assert.rejects(late, /refused/);
});

test('once the Dash was asked here to its end, theirs is history, and the level still stands', async (t) => {
  const { team, caseId } = await aCase(t);
  await receives(team, caseId, 'high');
  const asks = (ending: 'finished' | 'stopped_by_person', minutes: number, many = 1) =>
    team.as(team.worker, (tx, author) =>
      assess(
        tx,
        { ...author, now: author.now.add({ minutes }) },
        {
          caseId,
          instrument: newestOf('dash'),
          askedAt: morning.add({ minutes }),
          askedBy: 'The worker',
          how: 'phone',
          withWhom: '',
          answers: new Map(
            itemsOf(newestOf('dash'))
              .slice(0, many)
              .map(({ id }) => [id, { item: id, answer: 'no', note: '', source: '' }]),
          ),
          fewWhy: many < 18 ? 'The line broke off, and nobody answers' : '',
          ending,
          endingWords: '',
        },
      ),
    );
  const newest = async () =>
    (await team.as(team.worker, (tx) => ratingsOf(tx, team.organisation, caseId)))[0];
  await asks('stopped_by_person', 1);
  assert.equal((await newest())?.indicated, 'high', 'one that they wished to stop takes nothing back');
  await asks('finished', 2);
  assert.equal((await newest())?.indicated, 'high', 'nor does one in which one question was answered');
  await asks('finished', 3, 20);
  const rating = await newest();
  assert.deepEqual([rating?.level, rating?.indicated, rating?.receivedId], ['high', 'medium', null]);
});

test('the database refuses what two people have not agreed to, whichever assessment it names', async (t) => {
  const { team, caseId } = await aCase(t);
  const { id } = await receives(team, caseId, 'high');
  await lowers(team, caseId, 'medium');
  const writes = (receivedId: string | null) =>
    team.as(team.worker, (tx) =>
      tx.run(sql`insert into risk_rating (organisation_id, id, case_id, number, level, indicated, how, received_id,
          rated_at, rated_by, judged_at)
        values (${team.organisation}, ${newId()}, ${caseId}, 9, 'medium', 'high', 'stated', ${receivedId}, ${morning},
          ${team.worker}, ${morning})`),
    );
  await assert.rejects(writes(null), { code: '23514' });
  assert.equal(await writes(id), 1);
});
