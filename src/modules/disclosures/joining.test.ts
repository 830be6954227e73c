import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId, PropertyId } from '#rules/facts.ts';
import { comparePeople, compareWithTold, type Somebody } from './joining.ts';

const nobody: Somebody = { personId: null, name: '', propertyId: null };
const id = (name: string) => name as PersonId;
const home = (name: string) => name as PropertyId;

test('two records of the register are compared by the register, whatever the names', () => {
  const zelda = { ...nobody, personId: id('zelda'), name: 'Zelda Quince' };
  assert.equal(comparePeople(zelda, { ...zelda, name: 'Z. Smith' }), 'same');
  assert.equal(comparePeople({ ...zelda, personId: id('other') }, zelda), 'another');
});

test('else by name, in whatever spelling; two of one name in two homes are two people', () => {
  const one = { ...nobody, name: 'Zelda O’Brien', propertyId: home('1') };
  assert.equal(comparePeople(one, { ...nobody, name: 'ZELDA OBRIEN' }), 'same');
  assert.equal(comparePeople(one, { ...one, propertyId: home('2') }), 'another');
  assert.equal(comparePeople({ ...one, name: 'Zelda' }, one), 'same', 'the given name, of the same home');
  assert.equal(comparePeople({ ...nobody, name: 'Zelda' }, { ...nobody, name: 'Zelda O’Brien' }), 'another');
});

test('where nobody said who it is about, it is not known: blank is never the same', () => {
  assert.equal(
    comparePeople(nobody, { ...nobody, name: 'Zelda Quince', personId: id('zelda') }),
    'not_known',
  );
});

test('choosing the case’s own person does not make theirs what was told of somebody else', () => {
  const zelda = { ...nobody, personId: id('zelda'), name: 'Zelda Quince' };
  const told = (name: string, more = {}) =>
    compareWithTold(zelda, { ...nobody, name, ...more }, zelda, false);
  assert.equal(told('Zelda Quince'), 'same');
  for (const name of ['Mrs Quince', 'Zel Quince', 'Zelda', 'Zelda May Quince'])
    assert.equal(told(name), 'same', name);
  for (const name of ['Ada Moss', 'Mia Quince', 'Mrs Moss', 'Z.']) assert.equal(told(name), 'another', name);
  assert.equal(told('Zelda Quince', { personId: id('other') }), 'another', 'another record of the register');
  assert.equal(told(''), 'not_known', 'it names nobody: that it is her is one person’s word');
  assert.equal(
    compareWithTold(zelda, { ...nobody, name: 'Ada Moss' }, zelda, true),
    'another',
    'from her phone',
  );
});

test('an account that names nobody is not hers by the home alone: a second person looks', () => {
  const zelda = { ...nobody, personId: id('zelda'), name: 'Zelda Quince', propertyId: home('1') };
  for (const told of [nobody, { ...nobody, propertyId: home('1') }, { ...nobody, name: 'Mrs' }]) {
    assert.equal(compareWithTold(zelda, told, zelda, false), 'not_known');
    assert.equal(compareWithTold(zelda, told, zelda, true), 'same', 'her own number is in it');
  }
  const unheard = { ...nobody, propertyId: home('1') };
  assert.equal(compareWithTold(unheard, nobody, zelda, true), 'not_known', 'nobody chose who it is');
});
