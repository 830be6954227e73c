import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayPrintAgain, maySayOutcome } from './paper.ts';

test('a letter that became unsafe after it was printed is not posted, and can be destroyed', () => {
  const paper = { outcome: null, stopped: true };
  assert.equal(maySayOutcome(paper, 'posted').allowed, false);
  assert.equal(maySayOutcome(paper, 'destroyed').allowed, true);
  assert.equal(maySayOutcome({ ...paper, stopped: false }, 'posted').allowed, true);
});

test('what became of a paper is said once', () => {
  for (const outcome of ['posted', 'destroyed'] as const)
    assert.equal(maySayOutcome({ outcome, stopped: false }, 'destroyed').allowed, false);
});

test('a second paper only once the first is destroyed', () => {
  assert.equal(mayPrintAgain({ outcome: null, stopped: false }).allowed, false);
  assert.equal(mayPrintAgain({ outcome: 'posted', stopped: false }).allowed, false);
  assert.equal(mayPrintAgain({ outcome: 'destroyed', stopped: false }).allowed, true);
});
