import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endings } from '#modules/breathing-space/endings.ts';
import { countedBecause } from './counted-because.ts';

test('every ending of breathing space is told apart in words, and what ended within a week by itself', () => {
  for (const { value } of endings.filter((each) => each.value !== 'declined')) {
    assert.doesNotMatch(countedBecause(value), /Something else/, value);
    assert.match(countedBecause(`${value}_within_a_week`), /within a week of being given$/);
  }
});

test('lengths are told apart in months', () => {
  assert.deepEqual(['months_1', 'months_3'].map(countedBecause), ['1 month', '3 months']);
});
