import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mayChangeRoles, needsSecondFactor, rolesInWords } from './roles.ts';

test('whoever can reach cases or sign-ins needs a second factor; a contractor with a concern does not', () => {
  assert.equal(needsSecondFactor(['da_worker']), true);
  assert.equal(needsSecondFactor(['colleague', 'administrator']), true);
  assert.equal(needsSecondFactor(['contractor']), false);
  assert.equal(needsSecondFactor(['director', 'colleague']), false);
});

test('the last administrator cannot be removed', () => {
  const last = {
    own: false,
    before: ['administrator'],
    after: ['colleague'],
    otherAdministrators: 0,
  } as const;
  assert.equal(mayChangeRoles(last).allowed, false);
  assert.equal(mayChangeRoles({ ...last, after: [] }).allowed, false);
  assert.equal(mayChangeRoles({ ...last, otherAdministrators: 1 }).allowed, true);
});

test('an administrator cannot give herself the role that opens cases', () => {
  const verdict = mayChangeRoles({
    own: true,
    before: ['administrator'],
    after: ['administrator', 'da_manager'],
    otherAdministrators: 3,
  });
  assert.equal(verdict.allowed, false);
});

test('an administrator may lay down a role of her own', () => {
  const change = { own: true, before: ['administrator', 'colleague'], after: ['colleague'] } as const;
  assert.equal(mayChangeRoles({ ...change, otherAdministrators: 1 }).allowed, true);
});

test('roles are read in plain words', () => {
  assert.equal(rolesInWords(['administrator', 'da_manager']), 'Administrator and Team manager');
  assert.equal(rolesInWords([]), 'No role');
});
