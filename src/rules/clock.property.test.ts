import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { afterWorkingMinutes, atTheOffice, workingDay, workingMinutesBetween } from './calendar.ts';
import { dueAt, escalations, internalTarget } from './clock.ts';
import type { DueRule } from './pack.ts';
import { remaining } from './remaining-time.ts';
import { officeWith } from './testing.ts';

const minute = 60_000;
const from = Date.parse('2026-01-01T00:00:00Z');
const instants = fc
  .integer({ min: 0, max: 3 * 366 * 24 * 60 * 60 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(from + seconds * 1000));
const rules: fc.Arbitrary<DueRule> = fc.oneof(
  fc.constant<DueRule>({ within: 'same-working-day' }),
  fc.integer({ min: 1, max: 40 }).map((workingHours) => ({ workingHours })),
  fc.integer({ min: 1, max: 10 }).map((workingDays) => ({ workingDays })),
  fc.integer({ min: 1, max: 40 }).map((calendarDays) => ({ calendarDays })),
);
const offices = fc
  .record({
    workingDays: fc.constantFrom([1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7], [2, 4]),
    opens: fc.constantFrom('00:00', '08:30', '09:00'),
    closes: fc.constantFrom('16:30', '17:00', '23:59'),
    cutOff: fc.constantFrom(null, '16:00'),
    closures: fc.constantFrom([], ['2026-07-01', '2026-07-02']),
  })
  .map(officeWith);
const before = (one: Temporal.Instant, other: Temporal.Instant) =>
  one.epochMilliseconds <= other.epochMilliseconds;

describe('whatever the office, the rule and the moment', () => {
  test('a promise is never due before it begins, and always within office hours or at their close', () => {
    fc.assert(
      fc.property(offices, rules, instants, (calendar, rule, started) => {
        const due = dueAt(rule, started, calendar);
        const local = atTheOffice(due, calendar);
        const time = local.toPlainTime();
        assert.ok(before(started, due));
        assert.ok(workingDay(local.toPlainDate(), calendar));
        assert.ok(Temporal.PlainTime.compare(calendar.opens, time) < 0);
        assert.ok(Temporal.PlainTime.compare(time, calendar.closes) <= 0);
      }),
    );
  });

  test('what begins later is never due earlier', () => {
    fc.assert(
      fc.property(offices, rules, instants, fc.nat(20_000), (calendar, rule, started, minutes) => {
        const later = started.add({ minutes });
        assert.ok(before(dueAt(rule, started, calendar), dueAt(rule, later, calendar)));
      }),
    );
  });

  test('warnings come in order, not before it begins and not after it is due', () => {
    fc.assert(
      fc.property(offices, rules, instants, (calendar, rule, started) => {
        const due = dueAt(rule, started, calendar);
        const moments = escalations(started, due, [0.5, 0.75, 1], calendar);
        const all = [started, ...moments, due];
        for (const [index, moment] of all.slice(1).entries()) assert.ok(before(all[index] ?? due, moment));
      }),
    );
  });

  test('the target for a disclosure out of hours lies between receipt and the promise', () => {
    fc.assert(
      fc.property(offices, instants, (calendar, received) => {
        const target = internalTarget(received, calendar);
        fc.pre(target !== null);
        assert.ok(before(received, target));
        assert.ok(before(target, dueAt({ within: 'same-working-day' }, received, calendar)));
      }),
    );
  });

  test('office time adds up: to and from a moment in between, and on by what has passed', () => {
    fc.assert(
      fc.property(offices, instants, fc.nat(20_000), fc.nat(20_000), (calendar, start, one, two) => {
        const middle = start.add({ minutes: one });
        const end = middle.add({ minutes: two });
        const whole = workingMinutesBetween(start, end, calendar);
        const parts =
          workingMinutesBetween(start, middle, calendar) + workingMinutesBetween(middle, end, calendar);
        assert.ok(Math.abs(whole - parts) < 0.001);
        assert.ok(whole >= 0 && whole <= one + two);
        const reached = afterWorkingMinutes(start, whole, calendar);
        assert.ok(before(reached, end) || whole === 0);
        assert.ok(Math.abs(workingMinutesBetween(start, reached, calendar) - whole) * minute <= 1);
      }),
    );
  });

  test('the words for the time left hold no negative number and no broken one', () => {
    fc.assert(
      fc.property(offices, instants, fc.integer({ min: -90_000, max: 90_000 }), (calendar, due, minutes) => {
        const now = due.add({ minutes });
        const words = remaining(now, due, calendar);
        assert.doesNotMatch(words, /-|NaN|undefined|\b0 (working|minute)|\.\d/);
        assert.equal(words.startsWith('overdue'), minutes > 0);
      }),
    );
  });
});
