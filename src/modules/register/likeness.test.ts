import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { distance, sound } from './letters.ts';
import { type Likened, likeness } from './likeness.ts';

function somebody(
  givenName: string,
  familyName: string,
  born: string | null,
  more: Partial<Likened> = {},
): Likened {
  const dateOfBirth = born === null ? null : Temporal.PlainDate.from(born);
  return { givenName, familyName, dateOfBirth, alsoKnownAs: [], phones: [], homes: [], ...more };
}
const reasonsFor = (one: Likened, other: Likened) => likeness(one, other).reasons;
const phones = ['+447700900123'];
const homes = ['a home'];
const born = '1980-02-01';

test('the same name and date of birth are shown as one person', () => {
  assert.deepEqual(reasonsFor(somebody('Zoë', 'Moss', born), somebody('zoe', 'MOSS', born)), [
    'same_name',
    'same_birth',
  ]);
});

test('names in another order, or a birthday with day and month exchanged, are explained as such', () => {
  assert.deepEqual(reasonsFor(somebody('Li', 'Wei', born), somebody('Wei', 'Li', '1980-01-02')), [
    'names_exchanged',
    'birth_exchanged',
  ]);
  assert.deepEqual(reasonsFor(somebody('小明', '王', born), somebody('王小明', '', born)), [
    'names_exchanged',
    'same_birth',
  ]);
});

test('a name misspelt by a letter with the same phone is shown', () => {
  assert.deepEqual(
    reasonsFor(
      somebody('Catherine', 'Moss', null, { phones }),
      somebody('Katherine', 'Moss', null, { phones }),
    ),
    ['similar_name', 'same_phone'],
  );
});

test('an alias counts as a name', () => {
  const alias = somebody('Ada', 'Moss', born, { alsoKnownAs: ['Ada Field'] });
  assert.deepEqual(reasonsFor(alias, somebody('Ada', 'Field', born)), ['known_as', 'same_birth']);
});

test('a short form, a title, half of a double name, an initial and a second name hide nobody', () => {
  for (const [one, other, reason] of [
    ['Liz Moss', 'Elizabeth Moss', 'short_form'],
    ['Bob Moss', 'Robert Moss', 'short_form'],
    ['Lizzie Moss', 'Elizabeth Anne Moss', 'short_form'],
    ['Mrs Zoe Moss', 'Zoe Moss', 'same_but_title'],
    ['Dr. Zoe Moss', 'Miss Zoe Moss', 'same_but_title'],
    ['Zoe Smith-Jones', 'Zoe Jones', 'half_name'],
    ['Zoe Jones', 'Zoe Jones Smith', 'half_name'],
    ['Anne-Marie Moss', 'Marie Moss', 'half_name'],
    ['Maximiliane K Moss', 'Maximiliane Konstanze Moss', 'half_name'],
    ['J Moss', 'Jane Moss', 'half_name'],
    ['Muhammad Khan', 'Mohammed Khan', 'similar_name'],
    ['Stephen Moss', 'Steven Moss', 'similar_name'],
    ['Jnae Moss', 'Jane Moss', 'similar_name'],
  ] as const) {
    const [first, second] = [one, other].map((name) => {
      const at = name.startsWith('Zoe Jones ') ? 3 : name.lastIndexOf(' ');
      return somebody(name.slice(0, at), name.slice(at + 1), born, { homes });
    }) as [Likened, Likened];
    assert.deepEqual(reasonsFor(first, second), [reason, 'same_birth', 'same_home'], `${one}, ${other}`);
  }
});

test('whoever changed their family name is shown by birthday and home, or birthday and phone', () => {
  for (const shared of [{ homes }, { phones }])
    assert.equal(
      reasonsFor(somebody('Zoe', 'Moss', born, shared), somebody('Zoe', 'Okafor', born, shared))[0],
      'same_given_name',
    );
  assert.deepEqual(reasonsFor(somebody('Zoe', 'Moss', born), somebody('Zoe', 'Okafor', born)), []);
  assert.deepEqual(
    reasonsFor(somebody('Zoe', 'Moss', null, { homes }), somebody('Zoe', 'Field', null, { homes })),
    [],
  );
});

test('twins are two people, however alike their names are and whatever they share', () => {
  for (const [one, other] of [
    ['Mia', 'Ella'],
    ['Jayden', 'Hayden'],
    ['Molly', 'Polly'],
    ['Sara', 'Zara'],
    ['Mohammed Ali', 'Mohammed Yusuf'],
  ] as const)
    for (const shared of [{ homes }, { homes, phones }, { phones }])
      assert.deepEqual(
        reasonsFor(somebody(one, 'Moss', born, shared), somebody(other, 'Moss', born, shared)),
        [],
        `${one}, ${other}`,
      );
});

test('records of nobody are never one person, and a day that stands for none is no birthday', () => {
  for (const [given, family] of [
    ['A', 'Tenant'],
    ['Unknown', 'Unknown'],
    ['Unknown', 'Moss'],
    ['', 'Void'],
    ['Test', 'Test'],
    ['Mr', 'Test'],
    ['Not', 'Known'],
    ['The', 'Occupier'],
    ['X', 'X'],
  ] as const) {
    const nobody = somebody(given, family, born, { homes, phones });
    assert.deepEqual(reasonsFor(nobody, nobody), [], `${given} ${family}`);
  }
  const day = (text: string) => reasonsFor(somebody('John', 'Smith', text), somebody('John', 'Smith', text));
  for (const none of ['1900-01-01', '1899-12-30', '1901-01-01', '1980-01-01'])
    assert.deepEqual(day(none), [], none);
  assert.deepEqual(day('1980-01-02'), ['same_name', 'same_birth']);
  const testament = somebody('John', 'Test', born);
  assert.deepEqual(
    reasonsFor(testament, testament),
    ['same_name', 'same_birth'],
    'a family may be called so',
  );
});

test('father and son of one name in one home are two people', () => {
  const father = somebody('John', 'Moss', '1955-02-01', { homes, phones });
  assert.deepEqual(reasonsFor(father, somebody('John', 'Moss', '1985-07-09', { homes, phones })), []);
});

test('a couple who share a phone and a home are two people', () => {
  const one = somebody('Ada', 'Moss', born, { homes, phones });
  assert.deepEqual(reasonsFor(one, somebody('Ben', 'Moss', '1981-09-30', { homes, phones })), []);
});

test('the same name alone is no reason', () => {
  assert.deepEqual(reasonsFor(somebody('John', 'Smith', null), somebody('John', 'Smith', born)), []);
});

test('the more speaks for it, the stronger', () => {
  const whole = somebody('Elizabeth', 'Moss', born, { homes, phones });
  const strengths = [
    somebody('Elizabeth', 'Moss', born, { homes, phones }),
    somebody('Elizabeth', 'Moss', born),
    somebody('Liz', 'Moss', born),
    somebody('Liz', 'Moss', null, { homes }),
    somebody('Liz', 'Moss', null),
  ].map((other) => likeness(whole, other).strength);
  assert.deepEqual(
    strengths,
    strengths.toSorted((one, other) => other - one),
  );
  assert.equal(new Set(strengths).size, strengths.length);
  assert.equal(strengths.at(-1), 0);
});

test('it makes no difference which of the two is looked at first', () => {
  const name = fc.constantFrom(
    'Ada',
    'Adah',
    'Ben',
    'Benjamin',
    'Moss',
    'Mosse',
    'Mr Ben',
    'Ada-Moss',
    'B',
    'Unknown',
    '王',
    '王明',
  );
  const likened = fc.record({
    givenName: name,
    familyName: name,
    alsoKnownAs: fc.array(name, { maxLength: 1 }),
    dateOfBirth: fc.constantFrom(
      null,
      Temporal.PlainDate.from('1980-02-01'),
      Temporal.PlainDate.from('1980-01-02'),
      Temporal.PlainDate.from('1980-01-01'),
    ),
    phones: fc.subarray(phones),
    homes: fc.subarray(homes),
  });
  fc.assert(
    fc.property(likened, likened, (one, other) => {
      assert.deepEqual(likeness(one, other), likeness(other, one));
    }),
    runs(300),
  );
});

test('letters apart: added, changed, dropped or exchanged', () => {
  assert.equal(distance('smith', 'smyth', 2), 1);
  assert.equal(distance('smith', 'simth', 2), 1);
  assert.equal(distance('smith', 'jones', 2), 3);
});

test('spellings of one sound', () => {
  for (const [one, other] of [
    ['catherine', 'katherine'],
    ['phillip', 'filip'],
    ['sarah', 'sara'],
    ['tracey', 'tracy'],
  ] as const)
    assert.equal(sound(one), sound(other));
  for (const [one, other] of [
    ['john', 'jane'],
    ['mario', 'maria'],
    ['sara', 'zara'],
  ] as const)
    assert.notEqual(sound(one), sound(other));
});
