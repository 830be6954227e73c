import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { compact, folded, nameWords, runsOn, wordsIn } from './fold.ts';
import { visible } from './visible.ts';

test('accents, case and apostrophes make no difference to who is found', () => {
  assert.equal(folded('Zoë ŁUKASZ Strauß'), 'zoe lukasz strauss');
  assert.deepEqual(nameWords('Siobhán O’Brien'), ['siobhan', 'obrien', 'brien']);
});

test('a double-barrelled name is found whole and by each half', () => {
  assert.deepEqual(nameWords('Anne-Marie Smith-Jones'), [
    'annemarie',
    'smithjones',
    'anne',
    'marie',
    'smith',
    'jones',
  ]);
  assert.deepEqual(runsOn('van der Berg'), ['vanderberg', 'derberg', 'berg']);
});

test('every apostrophe and every hyphen that a keyboard or a program writes is the same', () => {
  for (const apostrophe of "'`´ʹʻʼʽʾʿˈˊˋ‘’‛′＇｀")
    assert.deepEqual(nameWords(`O${apostrophe}Brien`), ['obrien', 'brien'], apostrophe);
  for (const hyphen of '-‐‑‒–—―−－﹣·・⁃')
    assert.deepEqual(nameWords(`Anne${hyphen}Marie`), ['annemarie', 'anne', 'marie'], hyphen);
});

test('every letter of a European keyboard can be typed without it', () => {
  for (let at = 0xc0; at <= 0x17f; at += 1) {
    const letter = String.fromCodePoint(at);
    if (/\p{L}/u.test(letter)) assert.match(compact(letter), /^[a-z]+$/, letter);
  }
  for (let at = 0x1e00; at <= 0x1eff; at += 1)
    assert.match(compact(String.fromCodePoint(at)), /^[a-z]+$/, String.fromCodePoint(at));
  assert.equal(compact('Ħassan Ŧor Ɓala Ɗan Ƙaura Ǝri'), 'hassantorbaladankauraeri');
});

test('names in other scripts keep their letters', () => {
  assert.deepEqual(wordsIn('Олена Коваль'), ['олена', 'коваль']);
  assert.deepEqual(wordsIn('王小明'), ['王小明']);
});

test('a tatweel, vowel signs and the letters of another keyboard make no difference in Arabic', () => {
  for (const [one, other] of [
    ['محـــمد', 'محمد'],
    ['مُحَمَّد', 'محمد'],
    ['أحمد', 'احمد'],
    ['علی', 'علي'],
    ['کریم', 'كريم'],
    ['فاطمة', 'فاطمه'],
  ] as const)
    assert.equal(compact(one), compact(other), one);
});

test('direction marks and what nobody sees are neither kept nor compared', () => {
  const marked = '\u202eZ\u200boe\u00ad\u200f \u2066Moss\u2069\ufeff';
  assert.equal(visible(marked), 'Zoe Moss');
  assert.deepEqual(wordsIn(marked), ['zoe', 'moss']);
  assert.equal(visible('  Zoe\u00a0\u00a0Moss\u0007 '), 'Zoe Moss');
  assert.equal(visible('\u200e\u3164'), '');
});

test('the joiner that Persian and Hindi are written with stays in a name, and nowhere else', () => {
  assert.equal(visible('علی\u200cرضا'), 'علی\u200cرضا');
  assert.equal(visible('Zo\u200ce'), 'Zoe');
  assert.deepEqual(nameWords('علی\u200cرضا'), nameWords('علی-رضا'));
});

test('folding twice changes nothing more, and never leaves a space in a word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(compact(compact(text)), compact(text));
      assert.equal(visible(visible(text)), visible(text));
      for (const word of wordsIn(text)) assert.match(word, /^\S+$/);
    }),
    runs(100),
  );
});
