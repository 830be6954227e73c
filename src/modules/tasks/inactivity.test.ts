import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { type Role, riskLevels, type StaffId } from '#rules/facts.ts';
import { at, office, wall } from '#rules/testing.ts';
import { alarmAt, lastStep, lookAtCase, toTellOf, untouchedDays, type Waiting } from './inactivity.ts';

const waiting = (differences: Partial<Waiting> = {}): Waiting => ({
  riskLevel: 'medium',
  lastActedAt: at('2026-07-01 10:00'),
  nextDueAt: null,
  restsUntil: null,
  untouchedSince: null,
  step: 0,
  ...differences,
});
const alarm = (differences?: Partial<Waiting>) => wall(alarmAt(waiting(differences), office));

describe('a case on which nobody acts raises the alarm', () => {
  test('after 2 working days at high risk, 3 where nobody has assessed it, 5 at medium and 10 at standard', () => {
    assert.equal(alarm({ riskLevel: 'high' }), 'Fri 2026-07-03 17:00');
    assert.equal(alarm({ riskLevel: null }), 'Mon 2026-07-06 17:00');
    assert.equal(alarm({ riskLevel: 'medium' }), 'Wed 2026-07-08 17:00');
    assert.equal(alarm({ riskLevel: 'standard' }), 'Wed 2026-07-15 17:00');
  });

  test('and a bank holiday is no working day', () => {
    assert.equal(alarm({ riskLevel: 'high', lastActedAt: at('2026-12-23 10:00') }), 'Tue 2026-12-29 17:00');
  });

  test('one working day after a promise was broken that nobody has touched since', () => {
    const nextDueAt = at('2026-07-02 17:00');
    assert.equal(alarm({ nextDueAt }), 'Fri 2026-07-03 17:00');
    const touched = { nextDueAt, lastActedAt: at('2026-07-02 17:30') };
    assert.equal(alarm(touched), 'Fri 2026-07-10 17:00', 'somebody saw to it after it was broken');
  });

  test('a case that rests at the person’s wish is left alone until the day that was agreed (V3.4)', () => {
    const restsUntil = at('2026-07-20 17:00');
    const resting = { riskLevel: 'high', restsUntil, nextDueAt: at('2026-07-02 17:00') } as const;
    assert.equal(alarm(resting), 'Thu 2026-07-23 17:00');
  });
});

describe('the sweep', () => {
  const look = (differences: Partial<Waiting>, now: string) =>
    lookAtCase(waiting(differences), office, at(now));

  test('tells nobody before the time has come, and looks again the next working day at the latest', () => {
    const seen = look({}, '2026-07-03 10:00');
    assert.equal(seen.step, null);
    assert.equal(wall(seen.lookAt), 'Mon 2026-07-06 09:00');
  });

  test('tells one step at a time: the lead, the next working day the manager, then the manager’s manager', () => {
    const since = at('2026-07-01 10:00');
    const first = look({}, '2026-07-08 17:01');
    assert.deepEqual([first.step, wall(first.lookAt)], [1, 'Thu 2026-07-09 09:00']);
    assert.ok(first.untouchedSince?.equals(since));
    const second = look({ untouchedSince: since, step: 1 }, '2026-07-09 09:01');
    assert.deepEqual([second.step, wall(second.lookAt)], [2, 'Fri 2026-07-10 09:00']);
    const third = look({ untouchedSince: since, step: 2 }, '2026-07-10 09:01');
    assert.equal(third.step, 3);
    const after = look({ untouchedSince: since, step: 3 }, '2026-07-13 09:01');
    assert.equal(after.step, null);
    assert.equal(after.stepsTold, lastStep);
  });

  test('begins anew once somebody has acted', () => {
    const seen = look(
      { untouchedSince: at('2026-06-20 10:00'), step: 2, lastActedAt: at('2026-07-01 10:00') },
      '2026-07-02 09:00',
    );
    assert.deepEqual([seen.step, seen.stepsTold, seen.untouchedSince], [null, 0, null]);
  });

  test('falls silent where the case is put to rest after the alarm', () => {
    const since = at('2026-07-01 10:00');
    const seen = look(
      { untouchedSince: since, step: 1, restsUntil: at('2026-08-03 17:00') },
      '2026-07-09 09:01',
    );
    assert.deepEqual([seen.step, seen.stepsTold, seen.untouchedSince], [null, 0, null]);
  });

  const cases = fc.record({
    riskLevel: fc.option(fc.constantFrom(...riskLevels)),
    acted: fc.integer({ min: 0, max: 60 * 24 * 40 }),
    step: fc.integer({ min: 0, max: lastStep }),
    rests: fc.option(fc.integer({ min: 0, max: 60 })),
  });
  test('never looks later than the next working day, and never tells a step twice', () => {
    fc.assert(
      fc.property(cases, ({ riskLevel, acted, step, rests }) => {
        const now = at('2026-08-10 09:30');
        const lastActedAt = now.subtract({ minutes: acted });
        const found = waiting({
          riskLevel,
          lastActedAt,
          step,
          untouchedSince: step > 0 ? lastActedAt : null,
          restsUntil: rests === null ? null : now.add({ hours: 24 * (rests - 30) }),
        });
        const seen = lookAtCase(found, office, now);
        assert.ok(Temporal.Instant.compare(seen.lookAt, now) > 0);
        assert.ok(Temporal.Instant.compare(seen.lookAt, at('2026-08-11 09:00')) <= 0);
        assert.ok(seen.step === null || seen.step > step);
        assert.ok(seen.stepsTold <= lastStep);
        if (seen.step !== null) assert.ok(acted > untouchedDays[riskLevel ?? 'unassessed'] * 60 * 8);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('up the line', () => {
  const id = (name: string) => name as StaffId;
  const colleague = (name: string, roles: readonly Role[], managerId: string | null = null) => ({
    id: id(name),
    roles,
    managerId: managerId as StaffId | null,
  });
  const team = [
    colleague('lead', ['da_worker'], 'manager'),
    colleague('manager', ['da_manager'], 'head'),
    colleague('other', ['da_manager']),
    colleague('head', ['director']),
  ];

  test('each step tells the next one, and the managers of the team where the line ends or does not let them in', () => {
    assert.deepEqual(
      [1, 2, 3].map((step) => toTellOf(step, id('lead'), team).first),
      [[id('lead')], [id('manager')], [id('head')]],
    );
    assert.deepEqual(toTellOf(3, id('lead'), team).otherwise, [id('manager'), id('other')]);
    assert.deepEqual(toTellOf(3, id('manager'), team).first, [id('manager'), id('other')]);
    assert.deepEqual(toTellOf(1, null, team).first, [id('manager'), id('other')]);
  });
});
