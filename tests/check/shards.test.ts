import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shards } from './shards.ts';

test('every file is in one shard, and the shards have about as much to do', () => {
  const times = { a: 50, b: 30, c: 30, d: 20, e: 10 };
  const divided = shards(Object.keys(times), times, 2);
  assert.deepEqual(divided.flat().sort(), ['a', 'b', 'c', 'd', 'e']);
  const took = divided.map((files) => files.reduce((sum, file) => sum + times[file as 'a'], 0));
  assert.deepEqual(took, [70, 70]);
});

test('a file that was never measured counts as the median', () => {
  assert.deepEqual(shards(['a', 'b', 'c', 'new'], { a: 90, b: 40, c: 10 }, 2), [['a'], ['b', 'new', 'c']]);
});

test('there are no more shards than files', () => {
  assert.deepEqual(shards(['a'], {}, 3), [['a']]);
});
