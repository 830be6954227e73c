import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { readSearch, slips } from './query.ts';

function beginnings(typed: string): readonly (readonly string[])[] | string {
  const read = readSearch(typed);
  return read.kind === 'words' ? read.words.map((word) => [...word.beginnings, ...word.whole]) : read.kind;
}

test('one or two letters are a whole name, three begin one, and one or two digits are nothing', () => {
  assert.equal(beginnings(' '), 'empty');
  for (const typed of ['1', '12', '’', '-']) assert.equal(beginnings(typed), 'too-short', typed);
  assert.deepEqual(readSearch('Jo'), { kind: 'words', words: [{ beginnings: [], whole: ['jo'] }] });
  const letters = readSearch('a b c');
  assert.ok(letters.kind === 'words' && letters.words.every((word) => word.beginnings.length === 0));
  assert.deepEqual(beginnings('joa'), [['joa']]);
  assert.deepEqual(beginnings('Jo Li'), [
    ['jo', 'joli'],
    ['li', 'joli'],
  ]);
});

test('groups of digits alone are one number, read from its end too', () => {
  assert.deepEqual(beginnings('900 123'), [['900123', '~321009']]);
  assert.deepEqual(beginnings('0123'), [['0123', '~3210']]);
});

test('a postcode is one word, with or without its space, finished or not', () => {
  assert.deepEqual(beginnings('EX1 2AB'), [['ex12ab']]);
  assert.deepEqual(beginnings('ex12ab'), [['ex12ab']]);
  assert.deepEqual(beginnings('EX1 2'), [['ex12']]);
  assert.deepEqual(beginnings('smith EX1 2AB'), [['ex12ab'], ['smith']]);
});

test('a phone number is one word, however it is spaced', () => {
  assert.deepEqual(beginnings('07700 900 123'), [['+447700900123', '07700900123', '7700900123']]);
  assert.deepEqual(beginnings('+44 7700 900123')[0]?.[0], '+447700900123');
  assert.deepEqual(beginnings('khan 07700 900')[0]?.[0], '+447700900');
});

test('the word that most addresses have comes last', () => {
  assert.deepEqual(beginnings('road mill 12'), [['mill', 'roadmill'], ['12'], ['road', 'rd', 'roadmill']]);
});

test('a house number is met whole, so that number 1 is not number 12', () => {
  const read = readSearch('1 mill lane');
  assert.equal(read.kind, 'words');
  assert.deepEqual(read.kind === 'words' && read.words[1], { beginnings: [], whole: ['1'] });
});

test('whatever is typed is read without a fault, and bounded', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (typed) => {
      const read = readSearch(typed);
      if (read.kind === 'words') assert.ok(read.words.length > 0 && read.words.length <= 8);
    }),
    runs(100),
  );
});

test('two letters exchanged or one too many are forgiven', () => {
  assert.ok(slips('jhon').includes('john'));
  assert.ok(slips('smitth').includes('smith'));
});
