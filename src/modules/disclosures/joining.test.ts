import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId, PropertyId } from '#rules/facts.ts';
import { comparePeople, type Somebody } from './joining.ts';

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
