import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PersonId, StaffId } from '#rules/facts.ts';
import { type KeptApart, stayApart } from './apart.ts';

const sam = 'sam' as StaffId;
const kept = (...by: readonly string[]): readonly KeptApart[] => [{ staffId: sam, by }];
const found = { kind: 'register', id: 'zelda' as PersonId } as const;

test('whoever was kept from what was told is kept from the case, as long as nobody knows whom it is about', () => {
  for (const by of ['name', 'place', 'number', 'email'])
    assert.deepEqual(stayApart(kept(by), { kind: 'not_known' }), [sam], by);
  assert.deepEqual(stayApart(kept('name'), { kind: 'new', givenName: 'Zelda', familyName: 'Quince' }), [sam]);
});

test('a name alone says no more once the register says who it is; a home and a number do', () => {
  assert.deepEqual(stayApart(kept('name'), found), []);
  assert.deepEqual(stayApart(kept('alleged', 'name'), found), []);
  for (const by of ['place', 'home', 'postcode', 'number', 'email', 'uprn'])
    assert.deepEqual(stayApart(kept('name', by), found), [sam], by);
  assert.deepEqual(stayApart([...kept('place'), ...kept('number')], found), [sam], 'each once');
});
