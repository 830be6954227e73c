import assert from 'node:assert/strict';
import { test } from 'node:test';
import { touchedBy } from './changed.ts';

const sources = [
  { path: 'src/rules/a.ts', text: '' },
  { path: 'src/kit/b.ts', text: "import type { A } from '#rules/a.ts';" },
  { path: 'src/kit/database/migrate.ts', text: '' },
  { path: 'src/rules/a.test.ts', text: "import { a } from './a.ts';" },
  { path: 'src/kit/b.test.ts', text: "import { b } from './b.ts';" },
  { path: 'src/kit/c.test.ts', text: "const { m } = await import('./database/migrate.ts');" },
  { path: 'tests/words.test.ts', text: "import { readSources } from './boundaries/sources.ts';" },
];
const every = sources.map(({ path }) => path).filter((path) => path.endsWith('.test.ts'));
const touched = (...changed: readonly string[]) => touchedBy(changed, sources, every);

test('whoever reaches what was changed is run, over any number of files between', () => {
  assert.deepEqual(touched('src/rules/a.ts'), [
    'src/rules/a.test.ts',
    'src/kit/b.test.ts',
    'tests/words.test.ts',
  ]);
  assert.deepEqual(touched('src/kit/b.test.ts'), ['src/kit/b.test.ts', 'tests/words.test.ts']);
});

test('a migration touches whoever has a database', () => {
  assert.deepEqual(touched('migrations/0099_x.sql'), ['src/kit/c.test.ts', 'tests/words.test.ts']);
});

test('a document touches the tests that read files, and no others', () => {
  assert.deepEqual(touched('docs/x.md', 'README.md'), ['tests/words.test.ts']);
});

test('all are run where nobody can tell: packages, programs, a file that is gone', () => {
  for (const path of ['package-lock.json', 'scripts/run.mjs', 'src/rules/gone.ts'])
    assert.deepEqual(touched(path), every);
});
