import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type CaseId, type Role, riskLevels, type StaffId } from '#rules/facts.ts';
import { runs } from '../../../tests/property.ts';
import { casesIn, noCases, standingOf, weighted } from './load.ts';
import { type MovingCase, mayTake, planKey, planMoves, type Taker } from './spread.ts';

const taker = (name: string, differences: Partial<Taker> = {}): Taker => ({
  id: name as StaffId,
  name,
  roles: ['da_worker'],
  away: false,
  counts: noCases,
  ...differences,
});
const moving = (name: string, differences: Partial<MovingCase> = {}): MovingCase => ({
  id: name as CaseId,
  reference: name,
  leadId: 'leaver' as StaffId,
  riskLevel: 'medium',
  riskJudged: true,
  danger: false,
  grantedStaff: ['leaver' as StaffId],
  grantedRoles: ['da_worker', 'da_manager'],
  blockedStaff: [],
  ...differences,
});
const before = new Map([['leaver' as StaffId, { ...noCases, medium: 4 }]]);

describe('cases spread over a team', () => {
  test('go to whoever carries least by then', () => {
    const plan = planMoves(
      ['a', 'b', 'c', 'd'].map((name) => moving(name)),
      [taker('one', { counts: { ...noCases, medium: 2 } }), taker('other')],
      before,
    );
    assert.deepEqual(planKey(plan), ['a:other', 'b:other', 'c:one', 'd:other']);
    assert.equal(casesIn(plan.after.get('leaver' as StaffId) ?? noCases), 0);
  });

  test('never past a conflict of interest, and it says who could not take it and why', () => {
    const plan = planMoves(
      [moving('a', { blockedStaff: ['one' as StaffId] })],
      [taker('one'), taker('other', { counts: { ...noCases, high: 9 } })],
      before,
    );
    assert.deepEqual(planKey(plan), ['a:other']);
    assert.deepEqual(plan.moves[0]?.cannot, [
      { id: 'one', name: 'one', because: 'has a conflict of interest' },
    ]);
  });

  test('a case that is kept to named people goes to one of these or stays', () => {
    const kept = moving('a', { grantedRoles: [], grantedStaff: ['leaver', 'named'] as StaffId[] });
    assert.deepEqual(planKey(planMoves([kept], [taker('one'), taker('named')], before)), ['a:named']);
    assert.deepEqual(planKey(planMoves([kept], [taker('one')], before)), []);
  });

  test('whoever is away is given nothing while somebody who is there may take it', () => {
    const away = taker('away', { away: true });
    assert.deepEqual(planKey(planMoves([moving('a')], [away, taker('there')], before)), ['a:there']);
    assert.deepEqual(planKey(planMoves([moving('a')], [away], before)), ['a:away']);
  });
});

const names = ['one', 'two', 'three', 'four', 'leaver'];
const someone = fc.subarray(names).map((each) => each as StaffId[]);
const anyTakers = fc.subarray(names.slice(0, 4), { minLength: 1 }).chain((chosen) =>
  fc.tuple(
    ...chosen.map((name) =>
      fc
        .record({
          roles: fc.subarray<Role>(['da_worker', 'da_manager', 'director']),
          away: fc.boolean(),
          medium: fc.nat(30),
        })
        .map(({ roles, away, medium }) => taker(name, { roles, away, counts: { ...noCases, medium } })),
    ),
  ),
);
const anyCases = fc.array(
  fc.record({
    riskLevel: fc.option(fc.constantFrom(...riskLevels)),
    riskJudged: fc.boolean(),
    leadId: fc.constantFrom<(StaffId | null)[]>('leaver' as StaffId, null),
    grantedStaff: someone,
    grantedRoles: fc.subarray<Role>(['da_worker', 'da_manager']),
    blockedStaff: someone,
  }),
  { maxLength: 30 },
);

describe('whatever the cases, their walls and the team', () => {
  const run = (cases: readonly Partial<MovingCase>[], takers: readonly Taker[]) =>
    planMoves(
      cases.map((each, index) => moving(`case-${index}`, each)),
      takers,
      before,
    );

  test('nobody who is blocked, or whom the wall does not let in, is ever given a case', () => {
    fc.assert(
      fc.property(anyCases, anyTakers, (cases, takers) => {
        for (const { moving: each, toId } of run(cases, takers).moves) {
          if (toId === null) continue;
          const chosen = takers.find(({ id }) => id === toId);
          assert.ok(chosen && mayTake(each, chosen).allowed);
          assert.ok(!each.blockedStaff.includes(toId));
        }
      }),
      runs(3_000),
    );
  });

  test('every case is accounted for: it goes to somebody, or each of them is said why not', () => {
    fc.assert(
      fc.property(anyCases, anyTakers, (cases, takers) => {
        const { moves } = run(cases, takers);
        assert.equal(moves.length, cases.length);
        for (const { toId, cannot } of moves)
          assert.equal(cannot.length + (toId === null ? 0 : 1) <= takers.length, true);
        for (const { toId, cannot } of moves) if (toId === null) assert.equal(cannot.length, takers.length);
      }),
      runs(1_000),
    );
  });

  test('no case is lost or doubled: the loads before and after differ by what moved from nobody', () => {
    fc.assert(
      fc.property(anyCases, anyTakers, (cases, takers) => {
        const plan = run(cases, takers);
        const sum = (counts: Iterable<Parameters<typeof casesIn>[0]>) =>
          [...counts].reduce((all, each) => all + casesIn(each), 0);
        const started = sum([...before.values(), ...takers.map(({ counts }) => counts)]);
        const fromNobody = plan.moves.filter(({ toId, moving: { leadId } }) => toId && !leadId).length;
        assert.equal(sum(plan.after.values()), started + fromNobody);
      }),
      runs(1_000),
    );
  });
});

describe('a load', () => {
  test('weighs a case at high risk more than a standard one', () => {
    assert.equal(weighted({ high: 2, medium: 3, standard: 4, unassessed: 1 }), 10);
  });

  test('is usual between 15 and 25', () => {
    const medium = (number: number) => standingOf({ ...noCases, medium: number });
    assert.deepEqual([14, 15, 25, 26].map(medium), ['below', 'usual', 'usual', 'above']);
  });
});
