import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingOf } from './referral.ts';

const made = { step: 'made', answer: '' } as const;

test('saying that a referral is being made makes none', () => {
  assert.equal(standingOf([], []), 'to_make');
});

test('one person alone never ends it: a second person decides, and a no leaves it owed', () => {
  assert.equal(standingOf([], [{ decision: null }]), 'to_decide');
  assert.equal(standingOf([], [{ decision: 'declined' }]), 'to_make');
  assert.equal(standingOf([], [{ decision: 'withdrawn' }]), 'to_make');
  assert.equal(standingOf([], [{ decision: 'approved' }]), 'not_made');
});

test('a referral that was made waits for its answer, also where nobody wanted to make it at first', () => {
  assert.equal(standingOf([made], [{ decision: 'approved' }]), 'to_answer');
  assert.equal(standingOf([made, { step: 'chased', answer: '' }], []), 'to_answer');
  assert.equal(standingOf([made, { step: 'answered', answer: 'more_asked' }], []), 'to_answer');
  assert.equal(standingOf([made, { step: 'answered', answer: 'no_action' }], []), 'answered');
});
