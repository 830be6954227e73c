import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { runs } from '../../../tests/property.ts';
import { distance, type Likened, reasonsFor } from './likeness.ts';

function somebody(
  givenName: string,
  familyName: string,
  born: string | null,
  more: Partial<Likened> = {},
): Likened {
  const dateOfBirth = born === null ? null : Temporal.PlainDate.from(born);
  return { givenName, familyName, dateOfBirth, alsoKnownAs: [], phones: [], homes: [], ...more };
}
const phones = ['+447700900123'];
const homes = ['a home'];

test('the same name and date of birth are shown as one person', () => {
  const reasons = reasonsFor(somebody('Zoë', 'Moss', '1980-02-01'), somebody('zoe', 'MOSS', '1980-02-01'));
  assert.deepEqual(reasons, ['same_name', 'same_birth']);
});

test('names in another order, or a birthday with day and month exchanged, are explained as such', () => {
  assert.deepEqual(reasonsFor(somebody('Li', 'Wei', '1980-02-01'), somebody('Wei', 'Li', '1980-01-02')), [
    'names_exchanged',
    'birth_exchanged',
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
  const alias = somebody('Ada', 'Moss', '1980-02-01', { alsoKnownAs: ['Ada Field'] });
  assert.deepEqual(reasonsFor(alias, somebody('Ada', 'Field', '1980-02-01')), ['known_as', 'same_birth']);
});

test('father and son of one name in one home are two people', () => {
  const father = somebody('John', 'Moss', '1955-02-01', { homes, phones });
  assert.deepEqual(reasonsFor(father, somebody('John', 'Moss', '1985-07-09', { homes, phones })), []);
});

test('a couple who share a phone and a home are two people', () => {
  const one = somebody('Ada', 'Moss', '1980-02-01', { homes, phones });
  assert.deepEqual(reasonsFor(one, somebody('Ben', 'Moss', '1981-09-30', { homes, phones })), []);
});

test('the same name alone is no reason', () => {
  assert.deepEqual(reasonsFor(somebody('John', 'Smith', null), somebody('John', 'Smith', '1980-02-01')), []);
});

test('it makes no difference which of the two is looked at first', () => {
  const name = fc.constantFrom('Ada', 'Adah', 'Ben', 'Benjamin', 'Moss', 'Mosse');
  const likened = fc.record({
    givenName: name,
    familyName: name,
    alsoKnownAs: fc.array(name, { maxLength: 1 }),
    dateOfBirth: fc.constantFrom(
      null,
      Temporal.PlainDate.from('1980-02-01'),
      Temporal.PlainDate.from('1980-01-02'),
    ),
    phones: fc.subarray(phones),
    homes: fc.subarray(homes),
  });
  fc.assert(
    fc.property(likened, likened, (one, other) => {
      assert.deepEqual(reasonsFor(one, other), reasonsFor(other, one));
    }),
    runs(100),
  );
});

test('letters apart: added, changed, dropped or exchanged', () => {
  assert.equal(distance('smith', 'smyth', 2), 1);
  assert.equal(distance('smith', 'simth', 2), 1);
  assert.equal(distance('smith', 'jones', 2), 3);
});
