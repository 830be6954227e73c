import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type CaseState, caseStates, mayBecome } from './states.ts';

test('a plan can be agreed as soon as somebody has spoken with the person, assessed or not', () => {
  const before = caseStates.filter((state) => mayBecome(state, 'plan_agreed'));
  const expected: readonly CaseState[] = ['contacted', 'assessed'];
  for (const state of expected) assert.ok(before.includes(state), state);
  assert.equal(mayBecome('triaged', 'plan_agreed'), false, 'nobody has spoken with them yet');
});

test('an agreed plan is carried out, and nothing leads from it straight to the end', () => {
  assert.equal(mayBecome('plan_agreed', 'active'), true);
  assert.equal(mayBecome('plan_agreed', 'closed'), false);
});
