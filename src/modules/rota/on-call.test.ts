import assert from 'node:assert/strict';
import { test } from 'node:test';
import { at, office, wall } from '#rules/testing.ts';
import { closedFrom, closedSince, gapsOnCall } from './on-call.ts';

const span = (from: string, to: string) => ({ from: at(from), to: at(to) });
const said = (spans: readonly { from: Temporal.Instant; to: Temporal.Instant }[]) =>
  spans.map(({ from, to }) => `${wall(from)} to ${wall(to)}`);

test('the office is closed from its close until it opens again, over Christmas too', () => {
  assert.deepEqual(said([closedFrom(at('2026-12-24 10:00'), office)]), [
    'Thu 2026-12-24 17:00 to Tue 2026-12-29 09:00',
  ]);
  assert.deepEqual(said([closedFrom(at('2026-12-25 22:00'), office)]), [
    'Fri 2026-12-25 22:00 to Tue 2026-12-29 09:00',
  ]);
  assert.deepEqual(said([closedFrom(at('2026-07-01 07:00'), office)]), [
    'Wed 2026-07-01 07:00 to Wed 2026-07-01 09:00',
  ]);
});

test('the office is closed since its last close, over a weekend and Christmas too; open, it is not', () => {
  const since = (now: string) => {
    const closed = closedSince(at(now), office);
    return closed && wall(closed);
  };
  assert.equal(since('2026-07-01 16:59'), null);
  assert.equal(since('2026-07-01 17:00'), 'Wed 2026-07-01 17:00');
  assert.equal(since('2026-07-02 08:59'), 'Wed 2026-07-01 17:00');
  assert.equal(since('2026-07-05 12:00'), 'Fri 2026-07-03 17:00');
  assert.equal(since('2026-12-28 22:00'), 'Thu 2026-12-24 17:00');
});

test('every hour in which the office is closed and nobody is on call is named', () => {
  const now = at('2026-07-03 10:00');
  assert.deepEqual(said(gapsOnCall([], now, office, 3)), ['Fri 2026-07-03 17:00 to Mon 2026-07-06 09:00']);
  const saturday = span('2026-07-03 17:00', '2026-07-05 09:00');
  assert.deepEqual(said(gapsOnCall([saturday], now, office, 3)), [
    'Sun 2026-07-05 09:00 to Mon 2026-07-06 09:00',
  ]);
  const middle = span('2026-07-04 09:00', '2026-07-04 12:00');
  assert.deepEqual(said(gapsOnCall([middle], now, office, 3)), [
    'Fri 2026-07-03 17:00 to Sat 2026-07-04 09:00',
    'Sat 2026-07-04 12:00 to Mon 2026-07-06 09:00',
  ]);
});

test('a weekend that somebody covers whole leaves none', () => {
  const whole = span('2026-07-03 16:00', '2026-07-06 10:00');
  assert.deepEqual(said(gapsOnCall([whole], at('2026-07-03 10:00'), office, 3)), []);
});
