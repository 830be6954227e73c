import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StaffId } from '#rules/facts.ts';
import { type KeptApart, stayApart } from './apart.ts';

const sam = 'sam' as StaffId;
const kept = (...by: readonly string[]): readonly KeptApart[] => [{ staffId: sam, source: 'one', by }];

test('whoever was kept from what was told is kept from the case, as long as it may be the same people', () => {
  for (const by of ['name', 'alleged', 'place', 'number', 'email']) {
    assert.deepEqual(stayApart(kept(by), []), [sam], by);
    assert.deepEqual(
      stayApart(kept(by), ['another']),
      [sam],
      `${by}: another source says nothing of this one`,
    );
  }
});

test('a name alone says no more once the register says that it is somebody else’s', () => {
  assert.deepEqual(stayApart(kept('name'), ['one']), []);
  assert.deepEqual(
    stayApart([...kept('name'), { staffId: sam, source: 'two', by: ['name'] }], ['one']),
    [sam],
    'another source may still be about the same person',
  );
});

test('a home, a number and whoever is said to have done it stay the same, whomever triage finds', () => {
  for (const by of ['alleged', 'place', 'home', 'postcode', 'number', 'email', 'uprn'])
    assert.deepEqual(stayApart(kept('name', by), ['one']), [sam], by);
  assert.deepEqual(stayApart([...kept('place'), ...kept('number')], ['one']), [sam], 'each once');
});
