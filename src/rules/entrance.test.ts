import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entranceOf } from './entrance.ts';

test('a flat has a hall or a letter box with others, whoever else the register knows', () => {
  for (const line of [
    'Flat 2, 10 Mill Lane',
    'Apt B, Quay House',
    'Ground floor flat, 3 High Street',
    'Room 4a, 9 Quay Row',
    '3 Mill House, Mill Lane',
  ])
    assert.equal(entranceOf([line], []), 'shared', line);
  assert.equal(entranceOf(['Flat 2', '10 Mill Lane', 'Exampleton'], []), 'shared');
});

test('several homes at one address of the register share it', () => {
  assert.equal(entranceOf(['12a Mill Lane'], [['12b Mill Lane']]), 'shared');
  assert.equal(
    entranceOf(['1 Mill Lane', 'Exampleton'], [['Flat 1', '1 Mill Lane', 'Exampleton']]),
    'shared',
  );
});

test('neighbours along a street do not, and what nobody knows is not its own', () => {
  assert.equal(entranceOf(['10 Mill Lane'], [['12 Mill Lane'], ['100 Mill Lane']]), 'not_known');
  assert.equal(entranceOf(['10 Mill Lane'], []), 'not_known');
  assert.equal(entranceOf([], [[]]), 'not_known');
});
