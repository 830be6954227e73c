import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { compact, folded, nameWords, wordsIn } from './fold.ts';

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
});

test('names in other scripts keep their letters', () => {
  assert.deepEqual(wordsIn('Олена Коваль'), ['олена', 'коваль']);
});

test('folding twice changes nothing more, and never leaves a space in a word', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      assert.equal(compact(compact(text)), compact(text));
      for (const word of wordsIn(text)) assert.match(word, /^\S+$/);
    }),
    runs(100),
  );
});
