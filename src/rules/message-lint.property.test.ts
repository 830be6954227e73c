import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { tellingWords } from '#packs/lintel/telling-words.ts';
import { runs } from '../../tests/property.ts';
import { type LintFacts, lint } from './message-lint.ts';
import { wordsFor } from './telling-words.ts';

const facts: LintFacts = {
  words: wordsFor('en', tellingWords),
  landlord: ['Mill Lane Homes'],
  mayNameLandlord: false,
  people: [{ name: 'Orson Quince', who: 'feared' }],
  numbers: [],
  callBack: '',
};

const { subject, landlord } = tellingWords.en;
const banned = fc.constantFrom(...subject, ...landlord, 'mill lane', 'orson', 'quince');

/** Everyday words, none of which tells anything. */
const everyday = fc
  .array(
    fc.constantFrom(
      ...'please call the library on tuesday at ten we will bring books and a map for you to keep it is open'.split(
        ' ',
      ),
      ...'strange syllabus Sussex accused maintenance courtesy Essex 0300, £45 9:30 (ground floor) let’s I’m'.split(
        ' ',
      ),
    ),
    { maxLength: 25 },
  )
  .map((words) => words.join(' '));

type Disguise = (word: string, pick: () => number) => string;
const each = (word: string, change: (letter: string, pick: () => number) => string, pick: () => number) =>
  [...word].map((letter) => change(letter, pick)).join('');

const alike: Readonly<Record<string, string>> = {
  ...{
    a: 'аαａ𝐚ᴀàⓐ',
    b: 'Ьβｂ𝐛ⓑ',
    c: 'сｃ𝐜ç',
    e: 'еεｅ𝐞éᴇ',
    g: 'ɡｇ𝐠',
    h: 'һｈ𝐡',
    i: 'іιｉ𝐢íɪI',
    j: 'ј𝐣',
    k: 'к𝐤ⓚ',
  },
  ...{
    l: 'ӏｌ𝐥ł',
    m: 'м𝐦ｍ',
    n: '𝐧ñｎ',
    o: 'оοｏ𝐨öօ',
    p: 'рρ𝐩',
    r: '𝐫ｒʀ',
    s: 'ѕｓ𝐬ꜱ',
    t: 'τ𝐭ｔ',
    u: 'υս𝐮ü',
  },
  ...{ v: 'ν𝐯ｖ', w: 'ԝ𝐰', x: 'х𝐱', y: 'у𝐲ý', d: 'ԁ𝐝ⓓ', f: '𝐟ｆ', q: 'ԛ', z: '𝐳ｚ' },
};
const leet: Readonly<Record<string, string>> = {
  ...{ a: '4@', b: '8', e: '3', g: '9', i: '1!|', l: '1|', o: '0', s: '5$', t: '7+', z: '2' },
};
const oneOf = (from: string, pick: () => number) => {
  const letters = [...from];
  return letters[Math.floor(pick() * letters.length)] ?? '';
};
const sometimes = (with_: (letter: string) => string, otherwise: string, pick: () => number) =>
  pick() < 0.6 ? with_(otherwise) : otherwise;

const anyWord: readonly Disguise[] = [
  (word) => word,
  (word) => word.toUpperCase(),
  (word, pick) => each(word, (letter) => (pick() < 0.5 ? letter.toUpperCase() : letter), pick),
  (word, pick) =>
    each(word, (letter) => sometimes((is) => (alike[is] ? oneOf(alike[is], pick) : is), letter, pick), pick),
  (word, pick) => each(word, (letter) => letter + oneOf('\u200b\u200d\u00ad\u2060\ufeff', pick), pick),
  (word, pick) =>
    each(
      word,
      (letter) => letter + (/\p{L}/u.test(letter) ? oneOf('\u0301\u0332\u0336\u20dd', pick) : ''),
      pick,
    ),
  (word, pick) => [...word].join(oneOf('.-_*·/~', pick)),
  (word, pick) => word.replaceAll(' ', oneOf('-_./', pick)),
];
const longWord: readonly Disguise[] = [
  (word) => [...word.replaceAll(' ', '')].join(' '),
  (word, pick) => [...word.replaceAll(' ', '')].join(oneOf(' \n\t\u00a0', pick).repeat(2)),
  (word, pick) =>
    each(word, (letter) => sometimes((is) => (leet[is] ? oneOf(leet[is], pick) : is), letter, pick), pick),
  (word, pick) =>
    each(word, (letter) => (/\p{L}/u.test(letter) && pick() < 0.4 ? letter.repeat(2) : letter), pick),
  (word, pick) => (innocent.includes(word) ? word : tornIn(word, 1 + Math.floor(pick() * (word.length - 1)))),
];
/** Which read as everyday words where they are torn: “a bus”, “the rap”. */
const innocent = ['abus', 'therap'];
const tornIn = (word: string, at: number) =>
  word.includes(' ') ? word : `${word.slice(0, at)} ${word.slice(at)}`;
/** Digits and signs alone are no word. */
const isWord = (written: string) => /\p{L}/u.test(written);

const disguised = fc
  .tuple(
    banned,
    fc.nat(anyWord.length + longWord.length - 1),
    fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })),
  )
  .map(([entry, which, stream]) => {
    const pick = () => stream.next().value as number;
    const word = entry.replaceAll('*', '');
    const may = word.replaceAll(/\P{L}/gu, '').length > 3 ? [...anyWord, ...longWord] : anyWord;
    const plain = may[0] as Disguise;
    const written = (may[which % may.length] ?? plain)(word, pick);
    const before = entry.startsWith('*') && pick() < 0.3 && !/\s/.test(written) ? 'non' : '';
    const after = entry.endsWith('*') && pick() < 0.3 && !/\s/.test(written) ? 'ings' : '';
    return isWord(written) ? before + written + after : word;
  });

test('any banned word is found in any text, however it is disguised', () => {
  fc.assert(
    fc.property(everyday, disguised, everyday, (before, written, after) => {
      const body = `${before} ${written} ${after}`;
      const found = lint({ channel: 'letter', language: 'en', subject: '', body }, facts);
      assert.ok(
        found.some(({ kind }) => kind === 'subject' || kind === 'landlord' || kind === 'person'),
        JSON.stringify(written),
      );
    }),
    runs(50_000, 2_000),
  );
});

test('everyday words have no finding, in whatever order', () => {
  fc.assert(
    fc.property(everyday, (body) => {
      assert.deepEqual(lint({ channel: 'letter', language: 'en', subject: '', body }, facts), []);
    }),
    runs(20_000, 1_000),
  );
});

test('whatever is typed is read without a fault, and every finding says where', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (body) => {
      for (const { at, written } of lint({ channel: 'text', language: 'en', subject: body, body }, facts))
        assert.ok(at >= 0 && at <= 300 && written.length <= 300);
    }),
    runs(20_000, 1_000),
  );
});
