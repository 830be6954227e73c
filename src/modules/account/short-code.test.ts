import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortCodeProblem } from './short-code.ts';

test('a short code is four to eight digits that nobody guesses first', () => {
  for (const code of ['4071', '280519', '11224433']) assert.equal(shortCodeProblem(code), null, code);
  for (const code of [
    '',
    '407',
    '407182936',
    '40a1',
    '４０７１',
    '1111',
    '000000',
    '1234',
    '87654321',
    '9876',
  ])
    assert.notEqual(shortCodeProblem(code), null, code);
});
