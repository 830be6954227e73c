import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { loosenedAuthorities, loosenedByMoving, whyNotMoved } from './moving.ts';
import { type Area, customary, rulesOn, type SetThreshold } from './threshold.ts';
import { weighedHere } from './weighed-instruments.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day('2026-11-18');
const dash = (areaId: string | null, more: Partial<SetThreshold> = {}): SetThreshold => ({
  ...customary,
  areaId,
  effectiveFrom: day('2026-01-01'),
  counts: true,
  setAt: Temporal.Instant.from('2026-11-18T10:00:00Z'),
  ...more,
});
const weighing = (...thresholds: readonly SetThreshold[]) => ({
  thresholds,
  instruments: weighedHere,
  today,
});
const lax = weighing(dash('south', { highFrom: 16 }));
const areas: readonly Area[] = [
  { id: 'north', name: 'North', authorities: ['Upperton'] },
  { id: 'south', name: 'South', authorities: ['Lowerton'] },
];

test('a move to an area by which fewer people are high is named, and one that is as safe or safer is not', () => {
  assert.deepEqual(loosenedByMoving({ from: 'north', to: 'south' }, lax), ['high from 16, not from 14']);
  assert.deepEqual(loosenedByMoving({ from: null, to: 'south' }, lax), ['high from 16, not from 14']);
  assert.deepEqual(loosenedByMoving({ from: 'south', to: 'north' }, lax), []);
  assert.deepEqual(loosenedByMoving({ from: 'south', to: null }, lax), []);
  assert.deepEqual(loosenedByMoving({ from: 'south', to: 'south' }, lax), []);
});

test('leaving an area whose threshold is safer than elsewhere makes fewer people high too', () => {
  const safer = weighing(dash('north', { highFrom: 10 }));
  assert.deepEqual(loosenedByMoving({ from: 'north', to: null }, safer), ['high from 14, not from 10']);
  const merit = weighing(dash('north', { instrument: 'merit', highFrom: 72, mediumFrom: 1 }));
  assert.deepEqual(loosenedByMoving({ from: 'north', to: 'south' }, merit), [
    'MeRIT, as it is received: high by no score, not from 72',
  ]);
});

test('a threshold that holds later is looked at, and one that waits for a second person is nothing', () => {
  const later = weighing(dash('south', { highFrom: 16, effectiveFrom: day('2027-01-01') }));
  assert.equal(loosenedByMoving({ from: 'north', to: 'south' }, later).length, 1);
  const waits = weighing(dash('south', { highFrom: 16, counts: false }));
  assert.deepEqual(loosenedByMoving({ from: 'north', to: 'south' }, waits), []);
});

test('local authorities that come into an area, and those that leave it, are named; others are not', () => {
  const named = (area: string | null, authorities: readonly string[], by = lax) =>
    loosenedAuthorities(area, authorities, areas, by).map(({ authority }) => authority);
  assert.deepEqual(named('south', ['Lowerton', ' UPPERTON ', 'Elsewhere']), [' UPPERTON ', 'Elsewhere']);
  assert.deepEqual(named('south', ['Lowerton']), []);
  assert.deepEqual(named('north', ['Upperton', 'Lowerton']), [], 'to what is safer at once');
  const safer = weighing(dash('north', { highFrom: 10 }));
  assert.deepEqual(named('north', [], safer), ['Upperton'], 'it would belong to none');
  assert.deepEqual(named(null, ['Upperton'], safer), ['Upperton'], 'a new area has no threshold of its own');
  assert.match(
    whyNotMoved(loosenedAuthorities('south', ['Upperton'], areas, lax)),
    /Fewer people in Upperton would be high or medium \(high from 16, not from 14\), and nobody alone/,
  );
});

test('whatever one person moves alone, nobody there is at a lower level by it, on any day', () => {
  const threshold = fc
    .record({
      areaId: fc.constantFrom('north', 'south', null),
      bands: fc.tuple(fc.integer({ min: 1, max: 23 }), fc.integer({ min: 1, max: 23 })),
      effectiveFrom: fc.integer({ min: -60, max: 60 }).map((days) => today.add({ days })),
      hour: fc.integer({ min: 0, max: 9 }),
    })
    .map(({ areaId, bands, effectiveFrom, hour }) =>
      dash(areaId, {
        effectiveFrom,
        mediumFrom: Math.min(...bands),
        highFrom: Math.max(...bands) + 1,
        setAt: Temporal.Instant.from(`2026-11-18T0${hour}:00:00Z`),
      }),
    );
  const place = fc.constantFrom('north', 'south', null);
  fc.assert(
    fc.property(
      fc.array(threshold, { maxLength: 5 }),
      place,
      place,
      fc.integer({ min: 0, max: 90 }),
      (thresholds, from, to, days) => {
        fc.pre(loosenedByMoving({ from, to }, weighing(...thresholds)).length === 0);
        const on = today.add({ days });
        const [then] = rulesOn(thresholds, from, on).bands;
        const [now] = rulesOn(thresholds, to, on).bands;
        assert.ok(then && now && now.highFrom <= then.highFrom && now.mediumFrom <= then.mediumFrom);
      },
    ),
    runs(1_000),
  );
});
