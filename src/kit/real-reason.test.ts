import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReason, saysTheSame } from './real-reason.ts';

test('a reason says something: a letter, a dash or one word is none', () => {
  for (const none of ['x', '-', 'n/a', 'ok', 'done', 'x x x x', '. . .', '12 345', ' '])
    assert.ok(!isReason(none), none);
  for (const one of ['He knows', 'She would not be asked about money', 'Надо спросить позже'])
    assert.ok(isReason(one), one);
});

test('one word written over and over is no reason', () => {
  for (const none of ['because because because', 'Assessed assessed', 'na na na na'])
    assert.ok(!isReason(none), none);
});

test('what was written last time is not written again in its place, and nothing more is asked', () => {
  const last = 'Reviewed in supervision. No change.';
  assert.ok(saysTheSame('reviewed in supervision – no change', last));
  assert.ok(!saysTheSame('Reviewed in supervision. No change: she rang on Friday.', last));
  assert.ok(!saysTheSame('No change', ''), 'the first time, nothing was written before');
});
