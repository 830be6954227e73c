import assert from 'node:assert/strict';
import { test } from 'node:test';
import { discreet, hours, percent, ranged, wait } from './rounding.ts';

test('a forecast never tells of one, two, three or four', () => {
  assert.deepEqual([0, 1, 4, 5, 7, 8, 12].map(discreet), [
    '0',
    'fewer than 5',
    'fewer than 5',
    'about 5',
    'about 5',
    'about 10',
    'about 10',
  ]);
});

test('where replays differ, it says between what', () => {
  assert.equal(ranged({ low: 33, middle: 40, high: 46 }), 'about 35 to 45');
  assert.equal(ranged({ low: 39, middle: 40, high: 41 }), 'about 40');
  assert.equal(ranged({ low: 2, middle: 4, high: 9 }), 'fewer than 5 to 10');
});

test('a team without hours waits without end, and says so', () => {
  assert.equal(percent(Number.POSITIVE_INFINITY), 'more than there are');
  assert.equal(hours(Number.POSITIVE_INFINITY), 'without end');
  assert.equal(percent(0.824), 'about 80%');
  assert.equal(hours(3.25), 'about 3');
  assert.equal(wait(200), 'some hours');
  assert.equal(wait(Number.POSITIVE_INFINITY), 'more than a week');
});
