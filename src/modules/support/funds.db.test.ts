import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import type { Fault } from '#kit/http/errors.ts';
import { sql } from '#kit/sql.ts';
import { morning, type Team, teamOf } from '#modules/cases/testing.ts';
import { endFund, endYear, fundYears, givenTo, topUp } from '#modules/grants/store/funds.ts';
import { coverShort, shortCounts, shortOf } from '#modules/grants/store/take.ts';
import { financeOf } from '#modules/grants/testing.ts';
import type { CaseId } from '#rules/facts.ts';
import { approveCost, costsOf, decideCost } from './store/costs.ts';
import type { NewStep } from './store/new-step.ts';
import { answerOffer, offerSupport } from './store/offer.ts';
import { offerOf } from './store/rows.ts';
import { recordStep } from './store/steps.ts';
import { strikeLast } from './store/strike.ts';

const today = Temporal.PlainDate.from('2026-07-01');

interface Of {
  readonly caseId: CaseId;
  readonly offerId: string;
}

async function aYes(team: Team): Promise<Of> {
  const caseId = await team.open(team.worker);
  const offerId = await team.as(team.worker, (tx, office) =>
    offerSupport(tx, office, {
      ...{ caseId, kind: 'food_voucher', what: '', ownWords: 'Yes', offeredOn: today, answer: 'taken' },
    }),
  );
  return { caseId, offerId };
}

const approves = (team: Team, of: Of, pence: number, fundId: string) =>
  team.as(team.worker, (tx, office) =>
    approveCost(tx, office, { ...of, pence, fundId, why: 'Food for the week' }),
  );
const does = (team: Team, of: Of, step: Omit<NewStep, 'happenedOn'>) =>
  team.as(team.worker, (tx, office) => recordStep(tx, office, { ...of, happenedOn: today, ...step }));

const accountRow = z.object({ year: z.number(), place: z.string(), pence: z.number() });

/** What lies where, read behind the walls; what is empty left out. Its books balance, or it is no book. */
async function books(team: Team, fundId: string): Promise<Readonly<Record<string, number>>> {
  const rows = await team
    .as(team.manager, async () => [])
    .then(() =>
      team.behind.pool.query(
        'select year, place, pence::float8 as pence from fund_account where fund_id = $1 order by 1, 2',
        [fundId],
      ),
    );
  const accounts = rows.rows.map((row) => accountRow.parse(row));
  assert.equal(
    accounts.reduce((sum, { pence }) => sum + pence, 0),
    0,
    'the books balance',
  );
  return Object.fromEntries(
    accounts.filter(({ pence }) => pence !== 0).map(({ year, place, pence }) => [`${place} ${year}`, pence]),
  );
}

test('what an offer takes of a fund goes where the offer stands, and back where it was wrong', async (t) => {
  const team = await teamOf(t);
  const fund = await (await financeOf(team)).open('Food', 50_000);
  const of = await aYes(team);
  assert.deepEqual(await books(team, fund), { 'landlord 2026': -50_000, 'free 2026': 50_000 });
  await approves(team, of, 9_000, fund);
  assert.equal((await books(team, fund))['reserved 2026'], 9_000);
  await does(team, of, { step: 'ordered', whom: 'The voucher scheme' });
  assert.equal((await books(team, fund))['committed 2026'], 9_000);
  await does(team, of, { step: 'delivered', pence: 8_000 });
  const spent = { 'landlord 2026': -50_000, 'free 2026': 42_000, 'paid 2026': 8_000 };
  assert.deepEqual(await books(team, fund), spent, 'what it did not cost is free again');
  await does(team, of, { step: 'confirmed', way: 'phone' });
  assert.deepEqual(await books(team, fund), spent, 'what they say of it moves no money');
  for (const _ of ['confirmed', 'delivered']) {
    const offer = await team.as(team.worker, (tx) => offerOf(tx, team.organisation, of.caseId, of.offerId));
    const stepId = offer?.steps.findLast(({ struck }) => !struck)?.id ?? '';
    await team.as(team.worker, (tx, office) =>
      strikeLast(tx, office, { ...of, stepId, reason: 'It was another voucher' }),
    );
  }
  assert.equal((await books(team, fund))['committed 2026'], 9_000, 'struck out, the counter-entries stand');
  await team.as(team.worker, (tx, office) =>
    answerOffer(tx, office, { ...of, answer: 'declined', ownWords: 'My sister helps', offeredOn: today }),
  );
  assert.deepEqual(await books(team, fund), { 'landlord 2026': -50_000, 'free 2026': 50_000 });
});

test('what a fund has not holds nothing up: managers are told at once, and one finds the money', async (t) => {
  const team = await teamOf(t);
  const finance = await financeOf(team);
  const fund = await finance.open('Food', 5_000);
  const of = await aYes(team);
  assert.equal(await approves(team, of, 9_000, fund), 'approved');
  await does(team, of, { step: 'ordered', whom: 'The voucher scheme' });
  const told = async () =>
    (
      await team.behind.pool.query(
        `select staff_id from notification where kind = 'fund_short' and case_id = $1`,
        [of.caseId],
      )
    ).rows.length;
  assert.equal(await told(), 2, 'both managers, once');
  const short = await team.as(team.manager, (tx) => shortOf(tx, team.organisation, fund));
  assert.deepEqual(
    short.map(({ called, pence, place }) => [called, pence, place]),
    [['A food voucher', 9_000, 'committed']],
  );
  assert.deepEqual(await team.as(team.manager, (tx, office) => coverShort(tx, office, fund)), {
    covered: 0,
    left: 1,
  });
  await finance.as((tx, office) =>
    topUp(tx, office, { fundId: fund, year: 2026, pence: 10_000, words: 'From the reserve' }),
  );
  assert.deepEqual(await team.as(team.manager, (tx, office) => coverShort(tx, office, fund)), {
    covered: 1,
    left: 0,
  });
  assert.deepEqual(await books(team, fund), {
    ...{ 'landlord 2026': -15_000, 'free 2026': 6_000, 'committed 2026': 9_000 },
  });
});

test('of two who take the last of a fund at the same moment one has it, and nothing goes below nought', async (t) => {
  const team = await teamOf(t);
  const fund = await (await financeOf(team)).open('Food', 10_000);
  const asked = await Promise.all([aYes(team), aYes(team), aYes(team), aYes(team)]);
  await Promise.all(asked.map((of) => approves(team, of, 4_000, fund)));
  const lies = await books(team, fund);
  assert.deepEqual([lies['reserved 2026'], lies['free 2026']], [8_000, 2_000]);
  const short = await team.as(team.manager, (tx) => shortCounts(tx, team.organisation));
  assert.equal(short.get(fund), 2);
  const written = team.as(team.worker, (tx) =>
    tx.run(sql`update fund_account set pence = 999 where fund_id = ${fund}`),
  );
  await assert.rejects(written, /permission denied/, 'nobody writes an account but the moves');
});

test('what a second person approved is taken of the fund that was asked for', async (t) => {
  const team = await teamOf(t);
  const fund = await (await financeOf(team)).open('Furniture', 200_000);
  const of = await aYes(team);
  assert.equal(await approves(team, of, 90_000, fund), 'asked');
  assert.equal(
    (await books(team, fund))['reserved 2026'],
    undefined,
    'nothing is taken before it is decided',
  );
  const [cost] = await team.as(team.manager, (tx) => costsOf(tx, team.organisation, of.offerId));
  assert.ok(cost);
  assert.equal(cost.fundName, 'Furniture');
  const decision = { decision: 'approved', why: '', next: '', version: cost.version } as const;
  await team.as(team.manager, (tx, office) =>
    decideCost(tx, office, { ...of, costId: cost.id, ...decision }),
  );
  assert.equal((await books(team, fund))['reserved 2026'], 90_000);
});

const nextApril = Temporal.Instant.from('2027-04-06T10:00:00+01:00');

for (const promised of ['carried', 'released'] as const)
  test(`a year is ended once: what was approved is ${promised}, what was ordered goes on`, async (t) => {
    const team = await teamOf(t);
    const finance = await financeOf(team);
    const fund = await finance.open('Food', 50_000);
    const [approved, ordered] = [await aYes(team), await aYes(team)];
    await approves(team, approved, 3_000, fund);
    await approves(team, ordered, 4_000, fund);
    await does(team, ordered, { step: 'ordered', whom: 'The voucher scheme' });
    const ending = { fundId: fund, year: 2026, promised, rest: 'returned', why: 'As every year' } as const;
    const early = (fault: Fault) =>
      /not over/.test(fault.verdict?.allowed === false ? fault.verdict.reason : '');
    await assert.rejects(
      finance.as((tx, office) => endYear(tx, office, ending)),
      early,
    );
    await finance.as((tx, office) => endYear(tx, office, ending), nextApril);
    const lies = await books(team, fund);
    assert.equal(lies['committed 2027'], 4_000);
    assert.equal(lies['reserved 2027'], promised === 'carried' ? 3_000 : undefined);
    assert.equal(lies['free 2026'], undefined, 'what was left went back to the landlord');
    const short = await team.as(team.manager, (tx) => shortOf(tx, team.organisation, fund));
    assert.deepEqual(
      short.map(({ caseId }) => caseId),
      promised === 'carried' ? [] : [approved.caseId],
    );
    await assert.rejects(
      finance.as((tx, office) => endYear(tx, office, ending), nextApril),
      early,
    );
    await team.as(
      team.worker,
      (tx, office) =>
        recordStep(tx, office, { ...ordered, step: 'delivered', happenedOn: today, pence: 4_000 }),
      nextApril,
    );
    assert.equal(
      (await books(team, fund))['paid 2027'],
      4_000,
      'it is paid in the year into which it was carried',
    );
  });

test('a fund that has ended gives no more, and pays what was approved from it', async (t) => {
  const team = await teamOf(t);
  const finance = await financeOf(team);
  const fund = await finance.open('Food', 50_000);
  const [before, after] = [await aYes(team), await aYes(team)];
  await approves(team, before, 3_000, fund);
  await finance.as((tx, office) => endFund(tx, office, { fundId: fund, why: 'The charity has closed' }));
  await does(team, before, { step: 'ordered', whom: 'The voucher scheme' });
  assert.equal((await books(team, fund))['committed 2026'], 3_000);
  await approves(team, after, 3_000, fund);
  const short = await team.as(team.manager, (tx) => shortOf(tx, team.organisation, fund));
  assert.deepEqual(
    short.map(({ caseId }) => caseId),
    [after.caseId],
  );
});

test('whoever looks after the money reads totals of months that are over, and never whose', async (t) => {
  const team = await teamOf(t);
  const finance = await financeOf(team);
  const fund = await finance.open('Food', 50_000);
  const august = Temporal.Instant.from('2026-08-01T00:00:00+01:00');
  const spend = async (times: number) => {
    for (let time = 0; time < times; time += 1) {
      const of = await aYes(team);
      await approves(team, of, 3_000, fund);
      await does(team, of, { step: 'delivered', pence: 2_900 });
    }
  };
  const told = async (until: Temporal.Instant) => (await finance.as((tx) => fundYears(tx, until)))[0];
  await spend(4);
  assert.deepEqual(await told(august), {
    ...{ fundId: fund, year: 2026, givenPence: 50_000, told: false, promisedPence: null, paidPence: null },
  });
  await spend(1);
  assert.deepEqual(await told(august), {
    ...{ fundId: fund, year: 2026, givenPence: 50_000, told: true, promisedPence: 0, paidPence: 15_000 },
  });
  await approves(team, await aYes(team), 4_000, fund);
  assert.deepEqual(
    await told(august),
    { fundId: fund, year: 2026, givenPence: 50_000, told: true, promisedPence: null, paidPence: 15_000 },
    'what is promised to one is not told because five were paid',
  );
  assert.equal((await told(morning))?.told, false, 'the month that runs is told of when it is over');
  const seen = await finance.as(async (tx, office) => ({
    given: (await givenTo(tx, office.organisation, fund)).map(({ pence }) => pence),
    moves: await tx.one(
      z.object({ n: z.number() }),
      sql`select count(*)::int as n from fund_move where case_id is not null`,
    ),
    uses: await tx.one(z.object({ n: z.number() }), sql`select count(*)::int as n from fund_use`),
    accounts: await tx.one(z.object({ n: z.number() }), sql`select count(*)::int as n from case_file`),
  }));
  assert.deepEqual(seen, { given: [50_000], moves: { n: 0 }, uses: { n: 0 }, accounts: { n: 0 } });
  assert.deepEqual(await team.as(team.worker, (tx) => fundYears(tx, august)), []);
  const theirs = team.as(team.worker, (tx, office) =>
    topUp(tx, office, { fundId: fund, year: 2026, pence: 1, words: 'Mine' }),
  );
  await assert.rejects(theirs, /row-level security/, 'whoever spends puts nothing in');
});
