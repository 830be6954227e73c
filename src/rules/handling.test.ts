import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Handled, mayReach, repeats } from './handling.ts';

const entry: Handled = {
  id: 'one',
  disclosableTo: ['person', 'agencies'],
  correctsId: null,
  heldBack: false,
};
const shown = (all: readonly Handled[], reader: 'person' | 'agencies' | null = 'agencies') =>
  mayReach(reader, all).shown.map(({ id }) => id);

test('what the police asked us to keep goes to nobody, whatever was decided of it otherwise', () => {
  const police = { ...entry, id: 'police', heldBack: true };
  assert.deepEqual(shown([entry, police]), ['one']);
  assert.deepEqual(shown([entry, police], 'person'), ['one']);
  assert.deepEqual(shown([entry, police], null), ['one', 'police'], 'the team’s own file is whole');
});

test('what was corrected goes only with its correction', () => {
  const correction = { ...entry, id: 'two', correctsId: 'one', heldBack: true };
  assert.deepEqual(shown([entry, correction]), []);
  assert.deepEqual(shown([entry, { ...correction, heldBack: false }]), ['one', 'two']);
});

test('written anew in somebody’s own text, it is known again, whatever its capitals and stops', () => {
  const kept = ['The neighbour at number 9 hears him through the wall every Friday night.'];
  assert.equal(repeats('We heard: THE NEIGHBOUR, at number 9, hears him through it.', kept), true);
  assert.equal(repeats('A neighbour hears him.', kept), false);
  assert.equal(repeats('', kept), false);
  assert.equal(repeats('Yes', ['Yes']), false, 'a word or two are nobody’s');
});
