import assert from 'node:assert/strict';
import { test } from 'node:test';
import { allowed, refused } from '#rules/facts.ts';
import type { LearntBy } from './learners.ts';
import { mayPrintAgain } from './leaving-again.ts';

const open: readonly LearntBy[] = [{ way: 'posted', over: 'first', label: 'By post', learners: [] }];

test('a paper is printed again only over the very way that is open now', () => {
  assert.equal(mayPrintAgain({ way: 'posted', over: 'first' }, open, allowed).allowed, true);
  assert.equal(mayPrintAgain({ way: 'posted', over: 'her parents' }, open, allowed).allowed, false);
  assert.equal(mayPrintAgain({ way: 'handed_over', over: 'first' }, open, allowed).allowed, false);
});

test('where no paper may be given in that way at all, the reason is that of giving one', () => {
  const shut = refused('Somebody may suspect something.', 'safe-contact');
  assert.deepEqual(mayPrintAgain({ way: 'posted', over: 'first' }, [], shut), shut);
});
