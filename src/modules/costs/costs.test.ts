import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type AvoidedKind, mayCount, showsOf } from './avoided.ts';
import { hoursInWords, quartersTyped } from './kinds.ts';
import { earliestDay, type RateKind, rateOn } from './rates.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);

describe('hours', () => {
  test('are typed in quarters, and nothing else is taken for one', () => {
    const typed = ['0.25', '1', '1.5', '1,75', ' 2.0 ', '12.50', '24'];
    assert.deepEqual(typed.map(quartersTyped), [1, 4, 6, 7, 8, 50, 96]);
    for (const wrong of ['', '0', '0.00', '1.3', '-1', '25', '1h', '1.755'])
      assert.equal(quartersTyped(wrong), null, wrong);
  });
  test('are said as people say them', () => {
    assert.deepEqual([1, 4, 7, 9].map(hoursInWords), [
      ...['15 minutes', '1 hour', '1 hour 45 minutes', '2 hours 15 minutes'],
    ]);
  });
});

describe('a rate', () => {
  const set = (kind: RateKind, fromDay: string, setAt: string, pence: number) => ({
    ...{ kind, fromDay: day(fromDay), setAt: at(setAt), pence },
  });
  const rates = [
    set('hour', '2026-04-01', '2026-03-01T09:00:00Z', 2_000),
    set('hour', '2026-10-01', '2026-09-01T09:00:00Z', 2_200),
    set('hour', '2026-10-01', '2026-09-02T09:00:00Z', 2_300),
    set('eviction', '2026-04-01', '2026-03-01T09:00:00Z', 700_000),
  ];
  test('holds from its day on, and the past keeps the one that it had', () => {
    const on = (text: string) => rateOn(rates, 'hour', day(text))?.pence ?? null;
    assert.deepEqual(
      [on('2026-03-31'), on('2026-04-01'), on('2026-09-30'), on('2026-10-01')],
      [...[null, 2_000, 2_000, 2_300]],
    );
    assert.equal(rateOn(rates, 'repair', day('2026-10-01')), null);
  });
  test('changes nothing that was reckoned: only the first begins in the past', () => {
    const today = day('2026-11-18');
    assert.equal(String(earliestDay(rates, 'hour', today)), '2026-11-18');
    assert.equal(String(earliestDay(rates, 'repair', today)), '2023-11-18');
  });
});

describe('what was avoided', () => {
  test('rests on a fact that can show it', () => {
    const court = (what: string) => showsOf({ fact: 'court', what });
    assert.deepEqual(court('claim'), ['possession']);
    assert.deepEqual(court('warrant'), ['eviction']);
    assert.deepEqual(court('chasing_letter'), []);
    assert.deepEqual(showsOf({ fact: 'works', what: 'lock_change' }), ['temporary', 'repair']);
    assert.deepEqual(showsOf({ fact: 'moved', what: '' }), ['temporary']);
  });
  test('is counted once in a year in a case, and of a claim and its eviction one', () => {
    const counted = (kind: AvoidedKind, on: string) => [{ kind, happenedOn: day(on) }];
    const may = (kind: AvoidedKind, on: string, before: ReturnType<typeof counted>) =>
      mayCount(kind, day(on), { counted: before, stays: [] }).allowed;
    assert.equal(may('possession', '2026-11-18', []), true);
    assert.equal(may('possession', '2026-11-18', counted('possession', '2026-02-01')), false);
    assert.equal(may('eviction', '2026-11-18', counted('possession', '2026-02-01')), false);
    assert.equal(may('eviction', '2026-11-18', counted('possession', '2025-11-18')), true);
    assert.equal(may('possession', '2025-11-19', counted('eviction', '2026-11-18')), false);
    assert.equal(may('repair', '2026-11-18', counted('temporary', '2026-11-18')), true);
  });
  test('is no place to stay that was paid for within a year', () => {
    const may = (kind: AvoidedKind, paid: string) =>
      mayCount(kind, day('2026-11-18'), { counted: [], stays: [day(paid)] }).allowed;
    assert.deepEqual([may('temporary', '2026-12-01'), may('temporary', '2025-12-01')], [false, false]);
    assert.deepEqual([may('temporary', '2025-11-18'), may('repair', '2026-12-01')], [true, true]);
  });
});
