import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toldFigure } from './told-figure.ts';

test('whoever sees no case is told of none, of fewer than five, or to the nearest five', () => {
  assert.deepEqual([0, 1, 4, 5, 7, 8, 12, 13].map(toldFigure), [
    ...['none', 'fewer than 5', 'fewer than 5', 'about 5', 'about 5', 'about 10', 'about 10', 'about 15'],
  ]);
});
