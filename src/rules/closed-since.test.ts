import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../tests/property.ts';
import { asKnownAt, workingDay } from './calendar.ts';
import { dueAt, escalations, outOfHours } from './clock.ts';
import { agreedDaysOf } from './closed-days.ts';
import { closedSince, dueMomentInWords } from './closed-since.ts';
import type { DueRule } from './pack.ts';
import { remaining } from './remaining-time.ts';
import { at, office, officeClosed, officeWith, wall } from './testing.ts';

/** Closed on Thursday 24 December 2026, as two people agreed on the Monday before at noon. */
const christmasEve = officeClosed('2026-12-21 12:00', '2026-12-24');
const sameDay: DueRule = { within: 'same-working-day' };
const days = (workingDays: number): DueRule => ({ workingDays });

describe('a closure that the landlord agreed to', () => {
  test('is no working day for what begins afterwards, and the office counts as closed on it', () => {
    assert.equal(wall(dueAt(days(2), at('2026-12-22 10:00'), christmasEve)), 'Tue 2026-12-29 17:00');
    assert.equal(wall(dueAt(sameDay, at('2026-12-24 10:00'), christmasEve)), 'Tue 2026-12-29 17:00');
    assert.ok(outOfHours(at('2026-12-24 10:00'), christmasEve), 'whoever is on call is told of danger');
    assert.ok(!outOfHours(at('2026-12-24 10:00'), office));
  });

  test('moves nothing that had begun before it was agreed, however late that is written down', () => {
    for (const began of ['2026-12-21 11:59', '2026-12-18 09:00'])
      for (const rule of [days(3), days(1), sameDay, { workingHours: 30 }, { calendarDays: 4 }] as DueRule[])
        assert.equal(wall(dueAt(rule, at(began), christmasEve)), wall(dueAt(rule, at(began), office)));
    const shares = [0.5, 0.75, 1];
    const [began, due] = [at('2026-12-21 10:00'), at('2026-12-24 17:00')];
    assert.deepEqual(
      escalations(began, due, shares, christmasEve).map(wall),
      escalations(began, due, shares, office).map(wall),
    );
  });

  test('a bank holiday that is closed besides stays closed', () => {
    const besides = officeClosed('2026-12-21 12:00', '2026-12-25');
    const before = asKnownAt(at('2026-12-01 09:00'), besides);
    assert.ok(!workingDay(Temporal.PlainDate.from('2026-12-25'), before));
  });

  test('whatever was agreed after a promise began, it is due as it was', () => {
    const day = fc
      .integer({ min: 0, max: 90 })
      .map((after) => Temporal.PlainDate.from('2026-11-02').add({ days: after }));
    fc.assert(
      fc.property(
        fc.uniqueArray(day.map(String), { maxLength: 20 }),
        fc.integer({ min: 0, max: 60 * 24 * 20 }),
        fc.constantFrom<DueRule>(sameDay, days(5), days(10), { workingHours: 4 }, { calendarDays: 28 }),
        (closed, minutes, rule) => {
          const agreed = '2026-11-30 09:00';
          const began = at('2026-11-02 00:00').add({ minutes });
          const due = dueAt(rule, began, officeClosed(agreed, ...closed));
          const was = dueAt(rule, began, office);
          return Temporal.Instant.compare(began, at(agreed)) < 0 ? due.equals(was) : true;
        },
      ),
      runs(500),
    );
  });

  test('is read as the database hands it over', () => {
    assert.deepEqual(agreedDaysOf(''), []);
    assert.deepEqual(agreedDaysOf('2026-12-24=1797854400000,2026-12-29=1797854400001'), [
      { day: '2026-12-24', since: 1_797_854_400_000 },
      { day: '2026-12-29', since: 1_797_854_400_001 },
    ]);
  });
});

describe('a deadline that fell onto a day that became closed', () => {
  const friday = officeClosed('2026-12-30 10:00', '2027-01-01', '2027-01-04');
  const due = at('2027-01-04 17:00');

  test('says so, and that it does not move', () => {
    assert.equal(
      remaining(at('2026-12-31 10:00'), due, friday),
      'due Monday 4 January 2027 by 17:00, a day on which the office has since become closed; it does not move',
    );
    assert.match(
      remaining(at('2027-01-04 16:30'), due, friday),
      /^due Monday 4 January by 17:00, a day on which/,
    );
    assert.equal(
      dueMomentInWords(due, friday),
      'Monday 4 January 2027 at 17:00, a day on which the office has since become closed; it does not move',
    );
  });

  test('says so of a bank holiday that was announced later, too', () => {
    const announced = officeWith({ closures: ['2027-01-04'] });
    assert.ok(closedSince(due, announced, days(5)));
  });

  test('nothing is said of a day that is open, of a weekend, or of hours that run by day and by night', () => {
    assert.equal(dueMomentInWords(due, office), 'Monday 4 January 2027 at 17:00');
    assert.ok(!closedSince(at('2027-01-02 17:00'), friday), 'a Saturday');
    assert.ok(!closedSince(at('2027-01-04 17:00'), friday, { hours: 1 }));
    assert.ok(
      !closedSince(at('2027-01-04 11:20'), friday),
      'set at no close: an hour after somebody was in danger',
    );
    assert.ok(closedSince(at('2027-01-04 11:20'), friday, { workingHours: 4 }));
  });
});
