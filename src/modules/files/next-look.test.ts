import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextLook } from './next-look.ts';

test('what cannot be looked through is tried again later each time, and at least every hour', () => {
  const now = Temporal.Instant.from('2026-11-18T10:00Z');
  const waits = [0, 1, 3, 10, 1_000].map((looks) => now.until(nextLook(now, looks)).total('minutes'));
  assert.deepEqual(waits, [1, 2, 8, 60, 60]);
});
