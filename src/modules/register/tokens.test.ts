import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { readSearch } from './query.ts';
import { personTokens } from './tokens.ts';

type Name = Readonly<Record<'givenName' | 'familyName', string>>;

/** As the register's search compares: each word begins a token or is one. */
function finds(typed: string, name: Name, phones: readonly string[] = []): boolean {
  const { names, others } = personTokens({ reference: null, alsoKnownAs: [], phones, ...name });
  const tokens = [...names, ...others];
  const read = readSearch(typed);
  return (
    read.kind === 'words' &&
    read.words.every(({ beginnings, whole }) =>
      tokens.some((token) => whole.includes(token) || beginnings.some((each) => token.startsWith(each))),
    )
  );
}

const separators = [
  '',
  ' ',
  "'",
  '’',
  'ʼ',
  '`',
  '´',
  'ʹ',
  '-',
  '‐',
  '‑',
  '–',
  '−',
  '\u00a0',
  '\u200b',
  '-\u200f',
];
const joined = (parts: readonly string[], with_: readonly string[]) =>
  parts.map((part, at) => (at === 0 ? part : `${with_[at] ?? ''}${part}`)).join('');
const loud = (text: string, up: boolean) => (up ? text.toUpperCase() : text);
const part = fc.constantFrom(
  'O',
  'Brien',
  'Mc',
  'Donald',
  'Van',
  'Der',
  'Berg',
  'Anne',
  'Ħana',
  'Łucja',
  'Al',
  'Zoë',
);
const parts = fc.array(part, { minLength: 1, maxLength: 3 });
const between = fc.array(fc.constantFrom(...separators), { minLength: 4, maxLength: 4 });

test('whichever way a name is parted, spelt and ordered, it finds whoever is kept by any other', () => {
  fc.assert(
    fc.property(
      parts,
      parts,
      between,
      between,
      fc.boolean(),
      fc.boolean(),
      (given, family, stored, typed, up, exchanged) => {
        const name = { givenName: joined(given, stored), familyName: joined(family, stored) };
        const words = [joined(given, typed), joined(family, typed)];
        const text = loud((exchanged ? words.toReversed() : words).join(' '), up);
        fc.pre(text.length < 60);
        assert.ok(finds(text, name), `${text} finds ${name.givenName} ${name.familyName}`);
      },
    ),
    runs(400),
  );
});

test('a family name alone, or a name in one field, is found in each way of writing it', () => {
  for (const kept of ['O’Brien', 'OʼBrien', 'O Brien', 'OBrien', 'O-Brien', "O'Brien"])
    for (const typed of ['O’Brien', 'o brien', 'OBRIEN', 'o`brien', 'O´Brien', 'Oʹbrien'])
      for (const name of [
        { givenName: 'Zoe', familyName: kept },
        { givenName: kept, familyName: '' },
      ])
        assert.ok(finds(typed, name), `${typed} finds ${kept}`);
});

test('a name of one or two letters is found, and finds nobody whose name only begins so', () => {
  for (const familyName of ['Ng', 'O', 'Li', 'Ø', 'Ек'])
    assert.ok(finds(familyName, { givenName: 'Wei', familyName }));
  assert.ok(!finds('Ng', { givenName: 'Anh', familyName: 'Nguyen' }));
  assert.ok(!finds('O', { givenName: 'Sean', familyName: 'O’Brien' }));
});

test('a name in a script without spaces is found whole, by family or given name, in either field and order', () => {
  const ways = [
    { givenName: '小明', familyName: '王' },
    { givenName: '王小明', familyName: '' },
    { givenName: '', familyName: '王小明' },
    { givenName: '王', familyName: '小明' },
  ];
  for (const name of ways)
    for (const typed of ['王小明', '小明', '王', '王 小明', '小明 王', '王・小明'])
      assert.ok(finds(typed, name), `${typed} finds ${name.givenName}|${name.familyName}`);
  assert.ok(finds('김철수', { givenName: '철수', familyName: '김' }));
  assert.ok(finds('ก้องภพ', { givenName: 'ก้องภพ', familyName: '' }));
});

test('a phone is found by its last digits, four at least, as one reads them out', () => {
  const name = { givenName: 'Zoe', familyName: 'Moss' };
  const phones = ['+447700900123'];
  for (const typed of [
    '0123',
    '00123',
    '900123',
    '900 123',
    '900-123',
    '700900123',
    'moss 0123',
    'zoe 900123',
  ])
    assert.ok(finds(typed, name, phones), typed);
  for (const typed of ['123', '23', '0124', '9001', 'moss 1230'])
    assert.ok(!finds(typed, name, phones), typed);
});
