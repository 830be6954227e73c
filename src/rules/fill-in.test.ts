import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filledIn, placeholdersIn } from './fill-in.ts';

test('what was agreed is filled in', () => {
  const text = 'Please call {number}. It is about {reason}.';
  assert.deepEqual(filledIn(text, { number: '0300 555 0142', reason: 'the survey' }), {
    text: 'Please call 0300 555 0142. It is about the survey.',
    missing: [],
  });
});

test('a sentence about what was not agreed is left out, and its line with it', () => {
  const text = 'Hello {name},\n\nPlease call {number}. It is about {reason}. Thank you.';
  assert.equal(filledIn(text, { number: '0300 555 0142' }).text, 'Please call 0300 555 0142. Thank you.');
});

test('what is needed and not known is named, and never guessed', () => {
  const { text, missing } = filledIn('See you {when} at {place}.', { when: 'on Tuesday' });
  assert.deepEqual(missing, ['place']);
  assert.match(text, /\{place\}/);
});

test('what somebody typed is put in as it is', () => {
  assert.equal(filledIn('It is about {reason}.', { reason: '$& {number}' }).text, 'It is about $& {number}.');
  assert.deepEqual(placeholdersIn('Call {number} {when} {other}'), ['number', 'when']);
});
