import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filledIn } from '#rules/fill-in.ts';
import { lint } from '#rules/message-lint.ts';
import { wordsFor } from '#rules/telling-words.ts';
import { tellingWords } from './telling-words.ts';
import { wordings } from './wordings.ts';

const known = {
  ...{ number: '0300 555 0142', when: 'on Tuesday 1 December at 10:30', place: 'the library in Quay Street' },
  ...{ reason: 'the survey', name: 'Sam' },
};

test('no wording that comes with Lintel tells anything, filled in or bare', () => {
  for (const { channel, language, body, key } of wordings)
    for (const values of [known, { number: known.number, when: known.when, place: known.place }]) {
      const { text, missing } = filledIn(body, values);
      assert.deepEqual(missing, []);
      const facts = { words: wordsFor(language, tellingWords), landlord: ['VIVID', 'Livv Housing Group'] };
      const found = lint(
        { channel, language, subject: '', body: text },
        {
          ...facts,
          mayNameLandlord: false,
          people: [],
          numbers: [],
          callBack: known.number,
        },
      );
      assert.deepEqual(found, [], `${key} ${language}: ${text}`);
    }
});

test('a text and an e-mail name nobody, and each wording stands once in a language', () => {
  for (const { channel, body } of wordings) if (channel !== 'letter') assert.doesNotMatch(body, /\{name\}/);
  const keys = wordings.map(({ key, language }) => `${key} ${language}`);
  assert.equal(new Set(keys).size, keys.length);
});
