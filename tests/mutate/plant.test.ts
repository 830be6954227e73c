import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root } from '../check/perform.ts';
import { faults } from './faults.ts';
import { planted } from './plant.ts';

const fault = { file: 'a.ts', text: 'one < two', replacement: 'one <= two', tests: [] };

test('a fault is planted where its text stands once, and its list is refused where it does not', () => {
  assert.equal(planted('return one < two;', fault), 'return one <= two;');
  assert.throws(() => planted('return one > two;', fault), /“one < two” is not found any more/);
  assert.throws(() => planted('one < two || one < two', fault), /stands there 2 times/);
});

test('every fault can be planted, and there are the tests that look for it', () => {
  for (const each of faults) {
    assert.notEqual(planted(readFileSync(join(root, each.file), 'utf8'), each), '');
    assert.ok(each.tests.length > 0, each.file);
    for (const path of each.tests) assert.ok(existsSync(join(root, path)), `${path} is not there`);
  }
});
