import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingInWords } from './figures.ts';
import { tallyOf } from './tally.ts';

test('what is counted is said as somebody would say it, once and often, exactly and roughly', () => {
  const said = (count: number, viewer: 'sees-cases' | 'figures-only' = 'sees-cases') =>
    standingInWords({ kind: 'count', tally: tallyOf('counted', count), says: 'times asked' }, viewer);
  assert.equal(said(0), '0 times asked');
  assert.equal(said(1), '1 time asked');
  assert.equal(said(2), '2 times asked');
  assert.equal(said(1, 'figures-only'), 'fewer than 5 times asked');
});
