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

/** Ends between two batches of requests, never within one: its seed is that of `runs`, its time its own. */
const ownTime = 'tests/policy/weird-input.db.test.ts';
/** Files with a property whose number of runs, and seed, are not those of `runs`. */
const unbounded = (sources: readonly Source[]) =>
  sources
    .filter(({ path }) => path.endsWith('.test.ts') && path !== ownTime)
    .filter(
      ({ text }) => often(text, /\bfc\.assert\(/g) > often(text, /\bruns\(/g) || /\bnumRuns:/.test(text),
    )
    .map(({ path }) => path);
const often = (text: string, what: RegExp) => text.match(what)?.length ?? 0;

test('every property is tried for about a second in the ordinary run, with a seed that is printed', () => {
  assert.deepEqual(unbounded(readSources()), []);
});

test('every property is tried for about a second: caught when broken', () => {
  const property = (...how: readonly string[]) => ({
    path: 'src/rules/x.test.ts',
    text: how.map((each) => `fc.${'assert'}(one${each});`).join('\n'),
  });
  const caught = ({ path }: Source) => [path];
  const left = property(', runs(100)', '');
  assert.deepEqual(unbounded([left]), caught(left));
  assert.deepEqual(unbounded([property(`, { ${'numRuns'}: 2_000 }`)]), caught(left));
  assert.deepEqual(unbounded([property(', runs(100)')]), []);
});
