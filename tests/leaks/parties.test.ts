import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSources, type Source } from '../boundaries/sources.ts';
import { parties } from './parties.ts';
import { visitorKinds } from './visitors.ts';

/** The visitors of each file that walks, one after the other. */
function walking(
  sources: readonly Source[],
  of: Readonly<Record<string, readonly string[]>> = parties,
): readonly string[] {
  return sources
    .filter(({ path }) => /^tests\/leaks\/[^/]+\.db\.test\.ts$/.test(path))
    .flatMap(({ text }) => [...text.matchAll(/\bwalkedBy\('([^']+)'\)/g)])
    .flatMap(([, party = '']) => of[party] ?? []);
}

test('every visitor walks the staff site in exactly one file', () => {
  assert.deepEqual(walking(readSources()).toSorted(), visitorKinds.map(({ name }) => name).toSorted());
});

test('every visitor walks the staff site in exactly one file: caught when broken', () => {
  const file = (name: string, party: string) => ({
    path: `tests/leaks/${name}.db.test.ts`,
    text: `test('walked', patience, walkedBy('${party}'));\n`,
  });
  const of = { few: ['a worker'], more: ['a manager', 'nobody'] };
  const both = [file('few', 'few'), file('more', 'more')];
  assert.deepEqual(walking(both, of), ['a worker', 'a manager', 'nobody']);
  assert.deepEqual(walking([...both, file('again', 'few')], of).length, 4);
  assert.deepEqual(walking(both.slice(1), of), ['a manager', 'nobody']);
  assert.deepEqual(walking([{ path: 'tests/leaks/few.ts', text: both[0]?.text ?? '' }], of), []);
});
