import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault } from '#kit/http/errors.ts';
import { addTeam, type Team, teamOf } from '#modules/cases/testing.ts';
import { recordConflict } from '#modules/wall/index.ts';
import type { CaseId, StaffId } from '#rules/facts.ts';
import type { KindOfOffer } from './kinds.ts';
import { approveCost, type CostDecision, costsOf, decideCost, spentBeyond } from './store/costs.ts';
import { answerOffer, offerSupport } from './store/offer.ts';
import { owedCounts, owedList } from './store/owed.ts';
import { offersOf } from './store/rows.ts';
import { recordStep } from './store/steps.ts';
import { costTotals, yearsUntil } from './store/totals.ts';

const today = Temporal.PlainDate.from('2026-07-01');
const because = (words: RegExp) => (fault: Fault) =>
  fault.verdict?.allowed === false && words.test(fault.verdict.reason);

async function aYes(team: Team, kind: KindOfOffer = 'furniture', inCase?: CaseId) {
  const caseId = inCase ?? (await team.open(team.worker));
  const offerId = await team.as(team.worker, (tx, office) =>
    offerSupport(tx, office, {
      ...{ caseId, kind, what: '', ownWords: 'Yes', offeredOn: today, answer: 'taken' },
    }),
  );
  return { caseId, offerId };
}
type Of = Awaited<ReturnType<typeof aYes>>;

const asks = (team: Team, of: Of, pence: number, by: StaffId = team.worker) =>
  team.as(by, (tx, office) => approveCost(tx, office, { ...of, pence, why: 'Two beds for the children' }));
const waiting = async (team: Team, of: Of) =>
  (await team.as(team.worker, (tx) => costsOf(tx, team.organisation, of.offerId))).find(
    ({ decision }) => decision === null,
  );
const standsAs = async (team: Team, of: Of) =>
  (await team.as(team.worker, (tx) => offersOf(tx, team.organisation, of.caseId))).find(
    ({ id }) => id === of.offerId,
  )?.state;

async function decides(team: Team, of: Of, by: StaffId, said: Partial<CostDecision> = {}) {
  const cost = await waiting(team, of);
  assert.ok(cost);
  const decision = { decision: 'approved', why: '', next: '', version: cost.version, ...said } as const;
  return team.as(by, (tx, office) => decideCost(tx, office, { ...of, costId: cost.id, ...decision }));
}

test('above what one person may approve a manager decides, who is never whoever asked', async (t) => {
  const team = await teamOf(t);
  const of = await aYes(team);
  assert.equal(await asks(team, of, 24_000, team.manager), 'asked');
  assert.equal(await standsAs(team, of), 'accepted', 'nothing is ordered meanwhile');
  await assert.rejects(
    team.as(team.worker, (tx, office) =>
      recordStep(tx, office, { ...of, step: 'ordered', happenedOn: today }),
    ),
    because(/approves first/),
  );
  await assert.rejects(decides(team, of, team.manager), because(/nobody approves what they asked for/));
  await decides(team, of, team.otherManager);
  assert.equal(await standsAs(team, of), 'approved');
});

test('many small sums in a case are one large one, and no other door lets them through', async (t) => {
  const team = await teamOf(t);
  const one = await aYes(team);
  assert.equal(await asks(team, one, 9_000), 'approved');
  const other = await aYes(team, 'white_goods', one.caseId);
  assert.equal(await asks(team, other, 9_000), 'asked');
  await assert.rejects(
    team.as(team.worker, (tx, office) =>
      recordStep(tx, office, { ...other, step: 'approved', happenedOn: today, pence: 9_000 }),
    ),
    because(/A manager decides/),
  );
});

test('a no says why and what happens next for them, and they still are owed it', async (t) => {
  const team = await teamOf(t);
  const of = await aYes(team);
  await asks(team, of, 90_000);
  const next = 'We ask the charity fund by Friday, and Ada tells her';
  await decides(team, of, team.manager, { decision: 'declined', why: 'Above the fund of this year', next });
  const [cost] = await team.as(team.worker, (tx) => costsOf(tx, team.organisation, of.offerId));
  assert.deepEqual(
    [cost?.decision, cost?.decidedWhy, cost?.next],
    ['declined', 'Above the fund of this year', next],
  );
  assert.equal(await standsAs(team, of), 'accepted');
});

test('what they decide otherwise takes the question back', async (t) => {
  const team = await teamOf(t);
  const of = await aYes(team);
  await asks(team, of, 90_000);
  await team.as(team.worker, (tx, office) =>
    answerOffer(tx, office, { ...of, answer: 'declined', ownWords: 'My sister has one', offeredOn: today }),
  );
  assert.equal(await waiting(team, of), undefined);
});

test('what was spent beyond what was approved is looked at afterwards; what came stays theirs', async (t) => {
  const team = await teamOf(t);
  const of = await aYes(team);
  await asks(team, of, 9_000);
  await team.as(team.worker, async (tx, office) => {
    await recordStep(tx, office, { ...of, step: 'delivered', happenedOn: today, pence: 90_000 });
    await spentBeyond(tx, office, { ...of, pence: 90_000, why: 'The shop charged more' });
  });
  assert.equal((await waiting(team, of))?.spent, true);
  await decides(team, of, team.manager, {
    decision: 'declined',
    why: 'Nobody asked before',
    next: 'She keeps it all',
  });
  assert.equal(await standsAs(team, of), 'delivered');
});

test('nobody outside the wall of the case reads or decides what it may cost', async (t) => {
  const team = await teamOf(t);
  const of = await aYes(team);
  await asks(team, of, 90_000);
  await team.as(team.manager, (tx, who) =>
    recordConflict(tx, who, {
      ...{ caseId: of.caseId, staffId: team.otherManager, relation: 'friend', reason: 'Knows him well' },
    }),
  );
  for (const outside of [team.otherManager, team.administrator]) {
    const seen = await team.as(outside, (tx) => costsOf(tx, team.organisation, of.offerId));
    assert.deepEqual(seen, []);
    await assert.rejects(decides(team, of, outside));
  }
});

test('the team reads what is owed and what they confirmed, apart, in cases that they are let into', async (t) => {
  const team = await teamOf(t);
  const [owed, came] = [await aYes(team, 'counselling'), await aYes(team, 'safe_phone')];
  await team.as(team.worker, (tx, office) =>
    recordStep(tx, office, { ...came, step: 'delivered', happenedOn: today }),
  );
  const all = { stands: null, kind: null, lead: null, overdue: false, sort: 'due', page: 1 } as const;
  const seen = (by: StaffId) =>
    team.as(by, async (tx, office) => ({
      counts: await owedCounts(tx, office),
      offers: (await owedList(tx, office, all)).offers.map(({ offerId, state }) => [offerId, state]),
    }));
  const counts = { toDo: 1, toHear: 1, unsafe: 0, confirmed: 0 };
  const mine = await seen(team.worker);
  assert.deepEqual(mine.counts, counts);
  assert.deepEqual(
    mine.offers.toSorted(),
    [
      [owed.offerId, 'accepted'],
      [came.offerId, 'delivered'],
    ].toSorted(),
  );
  await team.as(team.worker, (tx, office) =>
    recordStep(tx, office, { ...came, step: 'confirmed', way: 'phone', happenedOn: today }),
  );
  assert.deepEqual((await seen(team.worker)).counts, { toDo: 1, toHear: 0, unsafe: 0, confirmed: 1 });
  await team.as(team.manager, (tx, who) =>
    recordConflict(tx, who, {
      ...{ caseId: owed.caseId, staffId: team.otherWorker, relation: 'relative', reason: 'Her aunt' },
    }),
  );
  const outside = await seen(team.otherWorker);
  assert.deepEqual([outside.counts.toDo, outside.offers], [0, []]);
});

test('costs are totals: what fewer than five cases had is together with others, or not there', async (t) => {
  const team = await teamOf(t);
  const spends = async (kind: KindOfOffer, times: number) => {
    for (let time = 0; time < times; time += 1) {
      const of = await aYes(team, kind);
      await asks(team, of, 10_000);
      await team.as(team.worker, (tx, office) =>
        recordStep(tx, office, { ...of, step: 'delivered', happenedOn: today, pence: 8_000 }),
      );
    }
  };
  await spends('food_voucher', 5);
  await spends('travel', 4);
  const years = yearsUntil(Temporal.PlainDate.from('2026-08-15'));
  assert.deepEqual(
    years.map(({ name, until, whole }) => [name, String(until), whole]),
    [
      ['2026 to 2027', '2026-08-01', false],
      ['2025 to 2026', '2026-04-01', true],
      ['2024 to 2025', '2025-04-01', true],
    ],
  );
  const read = async (by: StaffId) =>
    (await team.as(by, (tx) => costTotals(tx, years)))[0]?.totals.map(({ kind, spentPence }) => [
      kind,
      spentPence,
    ]);
  assert.deepEqual(await read(team.administrator), [['food_voucher', 40_000]]);
  await spends('utility_help', 1);
  assert.deepEqual(await read(team.administrator), [
    ['food_voucher', 40_000],
    ['together', 40_000],
  ]);
  const other = await addTeam(team.db, team.behind);
  const elsewhere = await other.as(other.administrator, (tx) => costTotals(tx, years));
  assert.deepEqual(elsewhere[0]?.totals, []);
});
