import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PropertyId } from '#rules/facts.ts';
import {
  changeInWords,
  changesFrom,
  homeChanges,
  homeKinds,
  type Lives,
  moves,
  sameHome,
} from './where-they-live.ts';

const onRegister = (id: string): Lives => ({ kind: 'register', propertyId: id as PropertyId, address: '' });
const at = (address: string): Lives => ({ kind: 'elsewhere', propertyId: null, address });
const unknown: Lives = { kind: 'not_known', propertyId: null, address: '' };
const rather: Lives = { kind: 'rather_not', propertyId: null, address: '' };

test('whoever leaves a home that was known has moved, wherever they went', () => {
  for (const now of [onRegister('2'), at('9 Quay Row'), unknown, rather])
    assert.equal(moves(onRegister('1'), now), true, now.kind);
  assert.equal(moves(at('9 Quay Row'), at('10 Quay Row')), true);
});

test('to learn where somebody lives moves nobody', () => {
  for (const before of [null, unknown, rather]) assert.equal(moves(before, onRegister('1')), false);
});

test('whoever says that they moved is held to it, also from a home that nobody wrote down', () => {
  for (const before of [null, unknown, rather])
    assert.equal(moves(before, { ...onRegister('1'), change: 'moved' }), true);
});

test('moving can always be said; learning only of what nobody knew, an error only of what is on record', () => {
  const offered = (before: Lives | null) => changesFrom(before).map(({ value }) => value);
  assert.deepEqual(offered(null), ['moved', 'learnt']);
  assert.deepEqual(offered(rather), ['moved', 'learnt', 'wrong']);
  assert.deepEqual(offered(at('9 Quay Row')), ['moved', 'wrong']);
});

test('an address typed otherwise is the same home', () => {
  assert.equal(sameHome(at('9 Quay Row, EX1 2AB'), at('9, quay row  ex12ab')), true);
  assert.equal(moves(at('9 Quay Row'), at('9 Quay row')), false);
  assert.equal(sameHome(at('9 Quay Row'), onRegister('1')), false);
});

test('what the chronology says of it never says where', () => {
  for (const { value: kind } of homeKinds)
    for (const change of [...homeChanges.map(({ value }) => value), 'opened'] as const)
      assert.match(changeInWords(change, kind), /^[A-Z][a-z ,]+\.$/, `${change} ${kind}`);
});
