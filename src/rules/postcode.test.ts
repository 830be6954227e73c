import assert from 'node:assert/strict';
import { test } from 'node:test';
import { liesWithin, postcodeIn, sectorOf } from './postcode.ts';

test('a postcode is read however it is typed, and so is the beginning of one', () => {
  for (const [typed, read] of [
    ['ex12ab', 'EX1 2AB'],
    [' EX1  2AB ', 'EX1 2AB'],
    ['ex12 2ab', 'EX12 2AB'],
    ['EX1', 'EX1'],
    ['EX12', 'EX12'],
    ['ex1 2', 'EX1 2'],
    ['W1A', 'W1A'],
    ['EX', 'EX'],
    ['Exeter', null],
    ['12', null],
    ['', null],
    ['EX 2', null],
  ] as const)
    assert.equal(postcodeIn(typed), read, typed);
});

test('EX1 is no part of EX12, and EX1 2 is a part of EX1', () => {
  assert.equal(liesWithin('EX12 4QJ', 'EX1'), false);
  assert.equal(liesWithin('EX1 2AB', 'EX1'), true);
  assert.equal(liesWithin('EX1 2AB', 'EX1 2'), true);
  assert.equal(liesWithin('EX1 3AB', 'EX1 2'), false);
  assert.equal(liesWithin('EX1 2AB', 'EX'), true);
  assert.equal(liesWithin('E1 2AB', 'EX'), false);
});

test('the sector of a postcode that is whole', () => {
  assert.equal(sectorOf('EX1 2AB'), 'EX1 2');
  assert.equal(sectorOf('EX1 2'), null);
});
