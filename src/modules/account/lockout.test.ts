import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Failures, heldUntil, longestWait } from './lockout.ts';

const now = Temporal.Instant.from('2026-11-09T09:00:00Z');
const failed = (count: number, ago: string): Failures => ({ count, last: now.subtract(ago) });
const seconds = (until: Temporal.Instant | null) => (until ? until.since(now).total('seconds') : 0);

test('four slips of a finger cost nobody a wait', () => {
  const four = failed(4, 'PT1S');
  assert.equal(heldUntil({ here: four, everywhere: four, knownHere: false }, now), null);
});

test('the fifth wrong password from one place waits half a minute, and each further one twice as long', () => {
  const waits = [5, 6, 7, 8].map((count) => {
    const here = failed(count, 'PT0S');
    return seconds(heldUntil({ here, everywhere: here, knownHere: false }, now));
  });
  assert.deepEqual(waits, [30, 60, 120, 240]);
});

test('ten wrong passwords from elsewhere do not keep a colleague out from her own desk', () => {
  const stranger = failed(10, 'PT1S');
  assert.equal(heldUntil({ here: null, everywhere: stranger, knownHere: true }, now), null);
});

test('nor do ten thousand', () => {
  const strangers = failed(10_000, 'PT1S');
  assert.equal(heldUntil({ here: null, everywhere: strangers, knownHere: true }, now), null);
});

test('guessing from many places is slowed down for places that the account does not know', () => {
  const many = failed(20, 'PT0S');
  assert.equal(seconds(heldUntil({ here: null, everywhere: many, knownHere: false }, now)), 30);
});

test('her own desk is slowed down by what is typed at her own desk', () => {
  const here = failed(6, 'PT0S');
  assert.equal(seconds(heldUntil({ here, everywhere: here, knownHere: true }, now)), 60);
});

test('nobody ever waits longer than a quarter of an hour', () => {
  const endless = failed(1_000_000, 'PT0S');
  const until = heldUntil({ here: endless, everywhere: endless, knownHere: false }, now);
  assert.equal(seconds(until), longestWait.total('seconds'));
});

test('after the wait the next password is looked at', () => {
  const here = failed(5, 'PT30S');
  assert.equal(heldUntil({ here, everywhere: here, knownHere: false }, now), null);
});

test('the longer of two waits counts', () => {
  const attempts = { here: failed(5, 'PT0S'), everywhere: failed(22, 'PT0S'), knownHere: false };
  assert.equal(seconds(heldUntil(attempts, now)), 120);
});
