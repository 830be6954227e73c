import assert from 'node:assert/strict';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { withModules } from './boundaries/document.ts';
import { modules } from './boundaries/modules.ts';

const root = join(import.meta.dirname, '..');
const file = join(root, 'docs/architecture.md');
const refresh = 'Write it anew: UPDATE=1 npx node --test tests/architecture.test.ts';

test('docs/architecture.md says who knows whom as the boundaries have it', () => {
  const page = readFileSync(file, 'utf8');
  if (process.env.UPDATE) writeFileSync(file, withModules(page));
  assert.equal(readFileSync(file, 'utf8'), withModules(page), refresh);
});

test('a table that no longer says what the code says is seen, and so is a page without one', () => {
  const page = readFileSync(file, 'utf8');
  const older = page.replace(/^\| `rota` .*\n/m, '');
  assert.notEqual(older, page);
  assert.equal(withModules(older), withModules(page));
  assert.throws(() => withModules('# How Lintel is built'), /needs the lines/);
});

test('every module stands in the table, and the table names no module that is gone', () => {
  const folders = globSync('src/modules/*', { cwd: root }).map((path) => basename(path));
  assert.deepEqual(Object.keys(modules).sort(), folders.sort());
});

test('a module that another knows stands above it', () => {
  const names = Object.keys(modules);
  for (const [name, { knows }] of Object.entries(modules))
    for (const other of knows)
      assert.ok(names.indexOf(other) < names.indexOf(name), `${name} knows ${other}`);
});
