import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { z } from 'zod';
import { parseForm } from '#kit/forms.ts';
import { runs } from '../../../tests/property.ts';
import { askedInWords, dangerAnswers, wasAsked } from './asking.ts';
import { askingDanger } from './danger-now.ts';

const asks = (typed: Record<string, string>, reached = true) =>
  parseForm(
    askingDanger(z.object({}), () => reached),
    typed,
  );
const problems = (typed: Record<string, string>, reached = true) => {
  const parsed = asks(typed, reached);
  return parsed.ok ? [] : Object.keys(parsed.errors);
};

test('whoever reached somebody says whether there is danger: a blank is refused, beside the question', () => {
  assert.deepEqual(problems({}), ['dangerNow']);
  assert.deepEqual(problems({ dangerNow: 'perhaps' }), ['dangerNow']);
  assert.deepEqual(problems({ dangerNow: 'no' }), []);
  assert.deepEqual(problems({ dangerNow: 'not_safe' }), [], 'one tap: nobody explains what was not safe');
});

test('a yes says what the danger is, and “not asked” says why, in more than a letter', () => {
  assert.deepEqual(problems({ dangerNow: 'yes', dangerWhat: ' ' }), ['dangerWhat']);
  assert.deepEqual(problems({ dangerNow: 'yes', dangerWhat: 'He is outside' }), []);
  for (const dangerWhy of ['', ' ', 'x', '-', 'no no no'])
    assert.deepEqual(problems({ dangerNow: 'not_asked', dangerWhy }), ['dangerWhy'], dangerWhy);
  assert.deepEqual(problems({ dangerNow: 'not_asked', dangerWhy: 'He came in at the door' }), []);
});

test('nobody who was not reached said no; that there is danger can be known all the same', () => {
  assert.deepEqual(problems({}, false), [], 'nobody was there to be asked');
  assert.deepEqual(problems({ dangerNow: 'no' }, false), ['dangerNow']);
  assert.deepEqual(problems({ dangerNow: 'yes', dangerWhat: 'He shouts behind the door' }, false), []);
});

test('words about a danger are never lost because nobody chose “Yes” beside them', () => {
  const dangerWhat = 'He is outside with a knife';
  for (const dangerNow of ['', 'no', 'not_safe', 'not_asked'])
    for (const reached of [true, false])
      assert.deepEqual(problems({ dangerNow, dangerWhat, dangerWhy: 'He came in at the door' }, reached), [
        'dangerNow',
      ]);
});

test('whatever is typed, only an answer of yes or no counts as asked', () => {
  const typed = fc.record({
    dangerNow: fc.constantFrom('', ...dangerAnswers.map(({ value }) => value), 'on', 'NO'),
    dangerWhat: fc.string(),
    dangerWhy: fc.string(),
  });
  fc.assert(
    fc.property(typed, fc.boolean(), (answers, reached) => {
      const parsed = asks(answers, reached);
      if (!parsed.ok) return;
      const { dangerNow } = parsed.value;
      const chose = answers.dangerNow === 'yes' || answers.dangerNow === 'no';
      assert.equal(dangerNow !== null && wasAsked(dangerNow.answer), chose);
    }),
    runs(500),
  );
});

test('the chronology tells not asked from no', () => {
  const words = (answer: 'no' | 'not_asked' | 'not_safe') => askedInWords({ answer, words: 'He came in' });
  assert.match(words('no'), /said no/);
  assert.match(words('not_asked'), /Nobody asked whether there is danger now. Why: He came in/);
  assert.match(words('not_safe'), /not safe to ask/);
});
