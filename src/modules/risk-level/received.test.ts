import assert from 'node:assert/strict';
import { test } from 'node:test';
import { levelByNumber, numberStated } from './received.ts';
import { customary, rulesOf } from './threshold.ts';

const nobodySet = rulesOf(customary);
const stHelens = { bands: [{ instrument: 'merit', highFrom: 72, mediumFrom: 36, source: 'St Helens' }] };

test('the number that others stated is read where it is one number', () => {
  assert.deepEqual(
    ['72', ' Score 72', '72 of 120', '72/120', '72 points'].map(numberStated),
    [72, 72, 72, 72, 72],
  );
  assert.deepEqual(['', 'Gold', '40 or 72', '2026-11-18'].map(numberStated), [null, null, null, null]);
});

test('a MeRIT counts by its number where the area says from which score on, and by nothing that is guessed', () => {
  assert.deepEqual(
    ['72', '71', '36', '35'].map((score) => levelByNumber('merit', score, stHelens)),
    ['high', 'medium', 'medium', 'standard'],
  );
  for (const score of ['5', '72'])
    assert.equal(levelByNumber('merit', score, nobodySet), 'medium', 'no bands');
  assert.equal(levelByNumber('merit', '40 or 72', stHelens), 'medium', 'two numbers are none');
  assert.equal(levelByNumber('merit', '', stHelens), null);
  assert.equal(levelByNumber('dara', '72', stHelens), null, 'a tool that has no bands');
});
