import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaffId } from '#rules/facts.ts';
import { mayReview } from './supervision.ts';

test('a manager who leads a case leaves its review to another manager', () => {
  const [one, other] = ['one', 'other'] as unknown as readonly [StaffId, StaffId];
  assert.ok(!mayReview(one, one).allowed);
  assert.ok(mayReview(one, other).allowed);
  assert.ok(mayReview(null, one).allowed);
  assert.ok(
    !mayReview(other, one, [one, other]).allowed,
    'who gave it away for the review led it all the same',
  );
  assert.ok(!mayReview(null, one, [one]).allowed, 'and so did who put it into nobody’s hands');
});
