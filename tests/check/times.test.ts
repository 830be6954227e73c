import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSources, type Source } from '../boundaries/sources.ts';
import { root } from './perform.ts';
import { readTimes, slow, slowest, type Times, whySlow } from './times.ts';

/** Slow files that do not say why. */
const silent = (times: Times, read: (file: string) => string) =>
  Object.keys(times).filter((file) => (times[file] ?? 0) > slow && !whySlow.test(read(file)));

test('a file that takes over 20 s says why', () => {
  const times = readTimes();
  const present = Object.fromEntries(Object.entries(times).filter(([file]) => existsSync(join(root, file))));
  assert.deepEqual(
    silent(present, (file) => readFileSync(join(root, file), 'utf8')),
    [],
  );
});

test('a file that takes over 20 s says why: caught when broken', () => {
  const texts: Record<string, string> = {
    'a.test.ts': '',
    'b.test.ts': '// Over 20 s: every page twice\n',
    'c.test.ts': '',
  };
  const times = { 'a.test.ts': 20_001, 'b.test.ts': 30_000, 'c.test.ts': 20_000 };
  assert.deepEqual(
    silent(times, (file) => texts[file] ?? ''),
    ['a.test.ts'],
  );
});

test('the slowest come first', () => {
  assert.deepEqual(slowest({ a: 1, b: 3, c: 2 }, 2), [
    ['b', 3],
    ['c', 2],
  ]);
});

test('a property that is tried 10,000 times or more is tried for about a second in the ordinary run', () => {
  const often = ({ path, text }: Source) =>
    path !== 'tests/property.ts' && /numRuns: (?:\d{2,}_\d{3}|\d{5,})/.test(text);
  assert.deepEqual(
    readSources()
      .filter(often)
      .map(({ path }) => path),
    [],
  );
  assert.ok(often({ path: 'src/rules/x.test.ts', text: `fc.assert(one, { numRuns: ${'100_000'} })` }));
  assert.ok(!often({ path: 'src/rules/x.test.ts', text: 'fc.assert(one, { numRuns: 2_000 })' }));
});
