import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isReason } from './real-reason.ts';

test('a reason says something: a letter, a dash or one word is none', () => {
  for (const none of ['x', '-', 'n/a', 'ok', 'done', 'x x x x', '. . .', '12 345', ' '])
    assert.ok(!isReason(none), none);
  for (const one of ['He knows', 'She would not be asked about money', 'Надо спросить позже'])
    assert.ok(isReason(one), one);
});
