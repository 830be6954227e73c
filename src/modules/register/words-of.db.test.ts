import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { testDatabase } from '../../../tests/database.ts';
import { runs } from '../../../tests/property.ts';
import { compact, folded, nameWords } from './fold.ts';

const names = [
  'She said: “I’m at no. 4 – don’t ring. £20 for the café…”\nThen she left.',
  'Zoë O’Brien',
  'O Brien',
  'Anne-Marie Smith–Jones',
  'Ħassan Ŧor Ǝri Strauß ÆØÞ İbrahim',
  'ΣΟΦΊΑ Παπαδόπουλος',
  'שרה כהן',
  'مـحـمـد علی، فاطمة',
  '王小明、李',
  '김민수',
  'Nguyễn Thị Ánh',
  'ｎｕｍｂｅｒ １２',
  'the woman at no. 4 (Mill Lane)',
];

/** Letters, marks, signs and what nobody sees, of many scripts; not those that are newer than a PostgreSQL may be. */
const letter = fc.oneof(
  fc.constantFrom(..." '’`´-‐–·.,;:()/_&+،؛、\u200c\u200d\u00ad\u200e\u202e\ufeff\u00a0\u3000\t\n"),
  fc.integer({ min: 0x20, max: 0x24f }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0x250, max: 0x6ff }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0x900, max: 0xfff }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0x1e00, max: 0x2fff }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0x3000, max: 0xa63f }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0xac00, max: 0xd7a3 }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0xf900, max: 0xfffd }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0x10000, max: 0x10fff }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0x1d400, max: 0x1f9ff }).map((code) => String.fromCodePoint(code)),
);

/** What people here write every day, on a keyboard or a phone. */
const everyday = fc.oneof(
  fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)),
  fc.integer({ min: 0xa0, max: 0x17f }).map((code) => String.fromCodePoint(code)),
  fc.constantFrom(...'’‘“”–—…`´£éÉçñŵŷÂ\n\r\t'),
);

test('a case is found by its description as a person by a name: both are folded alike, in every script', async (t) => {
  const { owner } = await testDatabase(t);
  const ofDatabase = async (texts: readonly string[]) => {
    const { rows } = await owner.query(
      `select text, lintel.folded_name(text) as folded, lintel.compact_name(text) as compact,
        array(select lintel.words_of(text)) as words from unnest($1::text[]) text`,
      [texts],
    );
    return rows;
  };
  const alike = async (texts: readonly string[]) => {
    for (const { text, words, ...rest } of await ofDatabase(texts)) {
      assert.deepEqual(rest, { folded: folded(text), compact: compact(text) }, JSON.stringify(text));
      assert.deepEqual(words.toSorted(), nameWords(text).toSorted(), JSON.stringify(text));
    }
  };
  await alike(names);
  const texts = fc.array(fc.string({ unit: letter, maxLength: 24 }), { minLength: 40, maxLength: 40 });
  await fc.assert(fc.asyncProperty(texts, alike), runs(25));
  const notes = fc.array(fc.string({ unit: everyday, maxLength: 24 }), { minLength: 40, maxLength: 40 });
  await fc.assert(fc.asyncProperty(notes, alike), runs(25));
});
