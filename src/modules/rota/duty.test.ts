import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { atTheOffice } from '#rules/calendar.ts';
import { at, office, officeWith, wall } from '#rules/testing.ts';
import { runs } from '../../../tests/property.ts';
import { type Away, type DutyWeek, dutySpansOf, isAway, officeWeek, type Span } from './duty.ts';

const said = (spans: readonly Span[]) => spans.map(({ from, to }) => `${wall(from)} to ${wall(to)}`);
const duty = (week: DutyWeek, absences: readonly Away[], from: string, to: string) =>
  said(dutySpansOf({ week, absences }, { from: at(from), to: at(to) }, office));
const officeHours = officeWeek(office);
const afternoons: DutyWeek = [
  null,
  { starts: 780, ends: 1110 },
  null,
  null,
  null,
  { starts: 600, ends: 720 },
  null,
];

describe('when somebody is on duty', () => {
  test('whoever has said nothing works the office’s hours', () => {
    assert.deepEqual(duty(officeHours, [], '2026-11-20 00:00', '2026-11-23 12:00'), [
      'Fri 2026-11-20 09:00 to Fri 2026-11-20 17:00',
      'Mon 2026-11-23 09:00 to Mon 2026-11-23 12:00',
    ]);
  });

  test('a week of one’s own may hold evenings and a Saturday', () => {
    assert.deepEqual(duty(afternoons, [], '2026-11-16 00:00', '2026-11-23 00:00'), [
      'Tue 2026-11-17 13:00 to Tue 2026-11-17 18:30',
      'Sat 2026-11-21 10:00 to Sat 2026-11-21 12:00',
    ]);
  });

  test('nobody is on duty on a bank holiday or when the landlord is closed', () => {
    assert.deepEqual(duty(officeHours, [], '2026-12-24 09:00', '2026-12-29 10:00'), [
      'Thu 2026-12-24 09:00 to Thu 2026-12-24 17:00',
      'Tue 2026-12-29 09:00 to Tue 2026-12-29 10:00',
    ]);
    const closed = officeWith({ closures: ['2026-11-18'] });
    const day = { from: at('2026-11-18 00:00'), to: at('2026-11-19 00:00') };
    assert.deepEqual(dutySpansOf({ week: officeHours, absences: [] }, day, closed), []);
  });

  test('an absence is cut out of the day, wherever it lies in it', () => {
    const away = [{ from: at('2026-11-18 11:00'), until: at('2026-11-18 13:30') }];
    assert.deepEqual(duty(officeHours, away, '2026-11-18 00:00', '2026-11-19 00:00'), [
      'Wed 2026-11-18 09:00 to Wed 2026-11-18 11:00',
      'Wed 2026-11-18 13:30 to Wed 2026-11-18 17:00',
    ]);
  });

  test('whoever is away until further notice is on duty no more', () => {
    const away = [{ from: at('2026-11-18 15:00'), until: null }];
    assert.deepEqual(duty(officeHours, away, '2026-11-18 00:00', '2026-12-31 00:00'), [
      'Wed 2026-11-18 09:00 to Wed 2026-11-18 15:00',
    ]);
    assert.ok(isAway(away, at('2026-11-18 15:00')));
    assert.ok(!isAway(away, at('2026-11-18 14:59')));
  });

  test('nine o’clock is nine o’clock on both sides of a change of the clocks', () => {
    const [friday, monday] = dutySpansOf(
      { week: officeHours, absences: [] },
      { from: at('2026-03-27 00:00'), to: at('2026-03-31 00:00') },
      office,
    );
    assert.equal(friday?.from.toString(), '2026-03-27T09:00:00Z');
    assert.equal(monday?.from.toString(), '2026-03-30T08:00:00Z');
  });

  test('nothing is on duty in a time that ends before it begins', () => {
    assert.deepEqual(duty(officeHours, [], '2026-11-19 12:00', '2026-11-18 12:00'), []);
  });
});

const start = at('2026-01-01 00:00').epochMilliseconds;
const moments = fc
  .integer({ min: 0, max: 500 * 24 * 60 })
  .map((minutes) => Temporal.Instant.fromEpochMilliseconds(start + minutes * 60_000));
const dayHours = fc.option(
  fc
    .tuple(fc.nat(1_400), fc.integer({ min: 1, max: 39 }))
    .map(([starts, more]) => ({ starts, ends: starts + more })),
);
const weeks: fc.Arbitrary<DutyWeek> = fc.oneof(
  fc.array(dayHours, { minLength: 7, maxLength: 7 }),
  fc.constant(officeHours),
);
const aways = fc.array(
  fc.tuple(moments, fc.option(fc.nat(20_000))).map(([from, minutes]) => ({
    from,
    until: minutes === null ? null : from.add({ minutes }),
  })),
  { maxLength: 4 },
);
const cases = [weeks, aways, moments, fc.nat(40 * 24 * 60)] as const;

describe('whatever the week and the absences', () => {
  test('spans are in order, apart, inside what was asked, within the week and never on a closed day', () => {
    fc.assert(
      fc.property(...cases, (week, absences, from, minutes) => {
        const to = from.add({ minutes });
        let last = from;
        for (const span of dutySpansOf({ week, absences }, { from, to }, office)) {
          assert.ok(Temporal.Instant.compare(last, span.from) <= 0);
          assert.ok(Temporal.Instant.compare(span.from, span.to) < 0);
          assert.ok(Temporal.Instant.compare(span.to, to) <= 0);
          const local = atTheOffice(span.from, office);
          assert.ok(week[local.dayOfWeek - 1]);
          assert.ok(!office.closed.has(local.toPlainDate().toString()));
          last = span.to;
        }
      }),
      runs(100),
    );
  });

  test('nobody is ever on duty while they are away', () => {
    fc.assert(
      fc.property(...cases, fc.nat(1_000), (week, absences, from, minutes, share) => {
        for (const span of dutySpansOf({ week, absences }, { from, to: from.add({ minutes }) }, office)) {
          const length = span.to.epochMilliseconds - span.from.epochMilliseconds;
          const within = Math.floor((length * share) / 1_001);
          assert.ok(!isAway(absences, span.from.add({ milliseconds: within })));
        }
      }),
      runs(100),
    );
  });

  test('asking in two parts answers the same time on duty as asking at once', () => {
    const total = (spans: readonly Span[]) =>
      spans.reduce((sum, { from, to }) => sum + to.epochMilliseconds - from.epochMilliseconds, 0);
    fc.assert(
      fc.property(...cases, fc.nat(40 * 24 * 60), (week, absences, from, minutes, at) => {
        const [middle, to] = [from.add({ minutes: Math.min(at, minutes) }), from.add({ minutes })];
        const ask = (part: Span) => total(dutySpansOf({ week, absences }, part, office));
        assert.equal(ask({ from, to: middle }) + ask({ from: middle, to }), ask({ from, to }));
      }),
      runs(100),
    );
  });
});
