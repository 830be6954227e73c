import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaffId } from '#rules/facts.ts';
import { mayDecide } from '#rules/proposal.ts';
import { isOvertaken, senderKind } from './sender-change.ts';

const inUse = { id: 'the-number-in-use' };

test('a number was proposed in the place of another one: once that is in use no longer, it is overtaken', () => {
  assert.equal(isOvertaken(inUse.id, inUse), false);
  assert.equal(isOvertaken(null, null), false, 'the first there is');
  assert.equal(isOvertaken(inUse.id, { id: 'another' }), true);
  assert.equal(isOvertaken(inUse.id, null), true, 'it was taken out of use');
  assert.equal(isOvertaken(null, inUse), true, 'another was first');
});

test('what is overtaken can be declined and no longer agreed to, and nobody agrees to their own', () => {
  const [proposer, other] = ['proposer', 'other'] as readonly unknown[] as readonly [StaffId, StaffId];
  const decides = (by: StaffId, decision: 'approved' | 'declined', changed: boolean) =>
    mayDecide(
      senderKind,
      { proposedBy: proposer, decision: null },
      { by, decision, sight: 'inside', changed },
    ).allowed;
  assert.equal(decides(other, 'approved', false), true);
  assert.equal(decides(other, 'approved', true), false);
  assert.equal(decides(other, 'declined', true), true);
  assert.equal(decides(proposer, 'approved', false), false);
});
