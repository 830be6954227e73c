import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type SystemFacts, standingOf } from './systems.ts';

const made = Temporal.Instant.from('2026-11-01T09:00:00Z');
const days = (count: number) => made.add({ hours: 24 * count });
const system: SystemFacts = {
  decision: 'approved',
  madeAt: made,
  expiresAt: days(90),
  revokedAt: null,
  lastAt: null,
  asksWithin: 1,
};

test('a system that has not asked for longer than it should has stopped asking: it may be writing to everybody', () => {
  assert.equal(standingOf({ ...system, lastAt: days(10) }, days(11)), 'asks', 'a night’s batch may be late');
  assert.equal(standingOf({ ...system, lastAt: days(10) }, days(12)), 'silent');
  assert.equal(standingOf({ ...system, lastAt: days(10), asksWithin: 7 }, days(17)), 'asks');
});

test('so has one that was given a token and never asked', () => {
  assert.equal(standingOf(system, days(1)), 'not_yet', 'which is not to say that it asks');
  assert.equal(standingOf(system, days(2)), 'silent');
});

test('what waits, what has ended and what is about to end is told apart', () => {
  const now = days(80);
  const asks = { ...system, lastAt: now };
  assert.equal(standingOf({ ...asks, decision: null }, now), 'to_decide');
  assert.equal(standingOf({ ...asks, decision: 'declined' }, now), 'declined');
  assert.equal(standingOf({ ...asks, madeAt: null, expiresAt: null }, now), 'no_token');
  assert.equal(standingOf({ ...asks, revokedAt: now }, now), 'revoked');
  assert.equal(standingOf(asks, now), 'token_ends');
  assert.equal(standingOf(asks, days(90)), 'token_ended');
});
