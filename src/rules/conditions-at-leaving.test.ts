import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type ConditionOn, type WhatLeaves, weighedAtLeaving } from './conditions-at-leaving.ts';
import type { StaffId } from './facts.ts';

const [ada, bram] = ['ada', 'bram'] as unknown as [StaffId, StaffId];
const stands = (entryId: string): ConditionOn => ({ entryId, lifted: false, liftedBy: null });
const freed = (entryId: string, liftedBy: StaffId | null): ConditionOn => ({
  entryId,
  lifted: true,
  liftedBy,
});
const leaves = (entries: readonly string[], more: Partial<WhatLeaves> = {}): WhatLeaves => ({
  ...{ entries, ownFile: false, by: ada },
  ...more,
});

describe('what leaves, and what others asked us to keep', () => {
  test('that nothing stood under a condition is not that one was respected', () => {
    assert.equal(weighedAtLeaving([], leaves(['one'])), 'none-stood');
    assert.equal(
      weighedAtLeaving([freed('two', bram)], leaves(['one'])),
      'none-stood',
      'it is no part of it',
    );
  });

  test('what stands under one and stays is kept back, whatever else goes', () => {
    assert.equal(weighedAtLeaving([stands('two')], leaves(['one'])), 'kept-back');
    assert.equal(weighedAtLeaving([stands('two')], leaves([])), 'kept-back');
  });

  test('what was freed of one and goes is told apart, also beside what is kept back', () => {
    assert.equal(weighedAtLeaving([freed('one', bram), stands('two')], leaves(['one'])), 'lifted');
  });

  test('nobody looks good who lifts a condition and sends it: that is told by itself', () => {
    assert.equal(weighedAtLeaving([freed('one', ada), stands('two')], leaves(['one'])), 'lifted-by-sender');
    assert.equal(
      weighedAtLeaving([freed('one', ada), freed('two', bram)], leaves(['one', 'two'])),
      'lifted-by-sender',
    );
  });

  test('nor who takes it as the team’s own file, of which nothing is left out', () => {
    const own = leaves(['one', 'two'], { ownFile: true });
    assert.equal(weighedAtLeaving([stands('two')], own), 'own-file');
    assert.equal(weighedAtLeaving([freed('two', ada)], own), 'none-stood');
  });
});
