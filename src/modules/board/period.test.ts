import assert from 'node:assert/strict';
import { test } from 'node:test';
import { against, choosePeriod, type PeriodAsked } from './period.ts';
import { periodAsked } from './period-query.ts';

const today = Temporal.PlainDate.from('2026-03-31');
const choose = (asked: PeriodAsked, wholeMonths = false) => choosePeriod(asked, today, wholeMonths);
const days = (span: { from: Temporal.PlainDate; to: Temporal.PlainDate } | null) =>
  span && `${span.from} ${span.to}`;

test('without a choice this month counts, against the same days of the month before', () => {
  const { period } = choose({});
  assert.equal(days(period), '2026-03-01 2026-03-31');
  assert.equal(days(period.previous), '2026-02-01 2026-02-28');
});

test('the last 30 days end today and are compared with the 30 before them', () => {
  const { period } = choose({ period: '30' });
  assert.equal(days(period), '2026-03-02 2026-03-31');
  assert.equal(days(period.previous), '2026-01-31 2026-03-01');
});

test('dates of one’s own are counted as typed, and never beyond today', () => {
  const { period, ok } = choose({ period: 'custom', from: '2026-01-10', to: '2027-01-01' });
  assert.ok(ok);
  assert.equal(days(period), '2026-01-10 2026-03-31');
});

test('whoever sees figures only counts whole months, so that no single day can be singled out', () => {
  const { period } = choose({ period: 'custom', from: '2026-01-10', to: '2026-02-03' }, true);
  assert.equal(days(period), '2026-01-01 2026-02-28');
});

test('they are offered months that are over, against as many before them', () => {
  const [last, three, year] = ['30', '90', '365'].map((period) => choose({ period }, true).period);
  assert.equal(last && days(last), '2026-02-01 2026-02-28');
  assert.equal(last && days(last.previous), '2026-01-01 2026-01-31');
  assert.equal(three && days(three), '2025-12-01 2026-02-28');
  assert.equal(three && days(three.previous), '2025-09-01 2025-11-30');
  assert.equal(year && days(year), '2025-03-01 2026-02-28');
});

test('a month that runs is never compared with a whole one, chosen or typed', () => {
  const running: readonly PeriodAsked[] = [
    {},
    { period: 'custom', from: '2026-03-01', to: '2026-03-31' },
    { period: 'custom', from: '2026-01-01', to: '2026-03-02' },
  ];
  for (const asked of running) {
    const { period } = choose(asked, true);
    assert.equal(days(period.previous), null);
    assert.match(against(period), /nothing while the month runs/);
  }
  const over = choose({ period: 'custom', from: '2026-01-01', to: '2026-02-03' }, true).period;
  assert.equal(days(over.previous), '2025-11-01 2025-12-31', 'months that are over are');
});

test('dates that are none, or the wrong way round, are said beside their boxes', () => {
  const wrong = choose({ period: 'custom', from: '2026-02-30', to: '' });
  assert.deepEqual(!wrong.ok && wrong.errors, { from: 'Enter the first day', to: 'Enter the last day' });
  const turned = choose({ period: 'custom', from: '2026-02-03', to: '2026-01-03' });
  assert.deepEqual(!turned.ok && turned.errors, { to: 'The last day must not be before the first' });
  const future = choose({ period: 'custom', from: '2026-04-03', to: '2026-05-03' });
  assert.deepEqual(!future.ok && future.errors, { from: 'The first day must not be in the future' });
});

test('the boxes for day, month and year make one date', () => {
  const asked = periodAsked({
    period: 'custom',
    'from-day': '3',
    'from-month': '1',
    'from-year': '2026',
    to: '2026-02-01',
  });
  assert.deepEqual(asked, { period: 'custom', from: '2026-01-03', to: '2026-02-01' });
});
