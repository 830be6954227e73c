import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fingerprint } from './furnished.ts';

test('a lived-in landlord is made anew when any source, test, migration or package is another one', () => {
  const sources = [
    { path: 'migrations/0001_begin.sql', text: 'create table a ();' },
    { path: 'src/rules/may.ts', text: 'export const may = 1;' },
  ];
  const kept = fingerprint(sources);
  assert.equal(fingerprint(sources.map((each) => ({ ...each }))), kept);
  for (const changed of [
    [sources[0], { path: 'src/rules/may.ts', text: 'export const may = 2;' }],
    [sources[0], { path: 'src/rules/must.ts', text: 'export const may = 1;' }],
    [sources[0]],
    [...sources, { path: 'tests/lived-in.ts', text: '' }],
  ])
    assert.notEqual(fingerprint(changed.flatMap((source) => source ?? [])), kept);
});
