import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaffId } from '#rules/facts.ts';
import { give, mayConfirm, needsSecondPerson } from './second-person.ts';

test('a role that sees cases waits for a second person, and the colleague works with the others meanwhile', () => {
  assert.deepEqual(give({ before: [], wanted: ['da_worker', 'colleague'], unmanaged: false }), {
    atOnce: ['colleague'],
    waiting: ['da_worker'],
    firstManager: false,
  });
});

test('a role that somebody has already does not wait again, and one taken away never waits', () => {
  const change = { before: ['da_worker', 'colleague'], wanted: ['da_worker'], unmanaged: false } as const;
  assert.deepEqual(give(change).atOnce, ['da_worker']);
  assert.deepEqual(give({ ...change, wanted: ['colleague'] }).waiting, []);
});

test('a member of the team does not become its manager alone', () => {
  const { atOnce, waiting } = give({
    before: ['da_worker'],
    wanted: ['da_worker', 'da_manager'],
    unmanaged: false,
  });
  assert.deepEqual([atOnce, waiting], [['da_worker'], ['da_manager']]);
});

test('the first manager begins at once, because nobody could be asked; a member of the team still waits', () => {
  const first = give({ before: [], wanted: ['da_manager', 'da_worker'], unmanaged: true });
  assert.deepEqual(first, { atOnce: ['da_manager'], waiting: ['da_worker'], firstManager: true });
  assert.deepEqual(give({ before: [], wanted: ['da_worker'], unmanaged: true }).waiting, ['da_worker']);
});

test('neither who asked nor whom it is about decides, and nobody but a manager of the team', () => {
  const [ada, bram, corin] = ['ada', 'bram', 'corin'] as unknown as [StaffId, StaffId, StaffId];
  const asked = { proposedBy: ada, about: bram, decision: null };
  assert.equal(mayConfirm(asked, { by: corin, roles: ['da_manager'] }).allowed, true);
  assert.equal(mayConfirm(asked, { by: ada, roles: ['administrator', 'da_manager'] }).allowed, false);
  assert.equal(mayConfirm(asked, { by: bram, roles: ['da_manager'] }).allowed, false);
  assert.equal(mayConfirm(asked, { by: corin, roles: ['administrator'] }).allowed, false);
  assert.equal(mayConfirm(asked, { by: corin, roles: ['da_worker'] }).allowed, false);
});

test('the sign-in of whoever sees no case is started anew by an administrator alone', () => {
  assert.equal(needsSecondPerson(['administrator', 'colleague']), false);
  assert.equal(needsSecondPerson(['colleague', 'da_worker']), true);
});
