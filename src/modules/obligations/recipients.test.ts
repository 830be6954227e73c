import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { StaffId } from '#rules/facts.ts';
import { candidates, nobodyThere, reached } from './recipients.ts';

const id = (name: string) => name as StaffId;
const ids = (...names: string[]) => names.map(id);
const adaIsAway = new Map([[id('Ada'), ids('Ben', 'Mo')]]);

describe('whom a notice reaches', () => {
  test('whoever is there is told, and nobody else', () => {
    assert.deepEqual(reached('overdue', ids('Cy'), adaIsAway, new Set(ids('Cy', 'Ben'))), ['Cy']);
  });

  test('while somebody is away it waits for them, and reaches their deputy', () => {
    assert.deepEqual(reached('overdue', ids('Ada'), adaIsAway, new Set(ids('Ada', 'Ben', 'Mo'))), [
      'Ada',
      'Ben',
    ]);
  });

  test('a deputy from whom the wall keeps it is not told; the next in the chain is', () => {
    assert.deepEqual(reached('overdue', ids('Ada'), adaIsAway, new Set(ids('Ada', 'Mo'))), ['Ada', 'Mo']);
    assert.deepEqual(reached('overdue', ids('Ada'), adaIsAway, new Set(ids('Ada'))), ['Ada']);
  });

  test('nobody is told twice', () => {
    const mayBeTold = new Set(ids('Ada', 'Ben', 'Mo'));
    assert.deepEqual(reached('due_soon', ids('Ada', 'Ben'), adaIsAway, mayBeTold), ['Ada', 'Ben']);
  });

  test('that somebody was given access is theirs alone to hear', () => {
    const mayBeTold = new Set(ids('Ada', 'Ben'));
    assert.deepEqual(reached('access_granted', ids('Ada'), adaIsAway, mayBeTold), ['Ada']);
    assert.deepEqual(candidates('access_granted', ids('Ada'), adaIsAway), ['Ada']);
  });

  test('telling only people who are away is telling nobody', () => {
    assert.ok(nobodyThere(ids('Ada'), adaIsAway));
    assert.ok(nobodyThere([], adaIsAway));
    assert.ok(!nobodyThere(ids('Ada', 'Ben'), adaIsAway));
  });
});
