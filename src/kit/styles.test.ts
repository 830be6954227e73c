import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadAssets } from './styles.ts';

test('the stylesheets are compiled once and only read at the next start', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'lintel-styles-'));
  context.after(() => rm(folder, { recursive: true }));
  const first = await loadAssets(folder);
  assert.equal((await readdir(folder)).length, 1);
  const started = performance.now();
  assert.deepEqual(await loadAssets(folder), first);
  assert.ok(performance.now() - started < 200);
});

test('nothing of the government’s own brand and no address elsewhere is in the stylesheets', async () => {
  const { files } = await loadAssets();
  for (const { name, body } of files) {
    if (!name.endsWith('.css')) continue;
    assert.doesNotMatch(body, /GDS Transport|crown|@import/i, name);
    for (const [, address] of body.matchAll(/url\(([^)]*)\)/g)) {
      assert.ok(
        files.some((file) => address === `/assets/${file.name}`),
        address,
      );
    }
  }
});

test('the help site’s stylesheet and script are small enough for a poor connection', async () => {
  const { files } = await loadAssets();
  const css = files.find(({ name }) => /^help\..*css$/.test(name))?.body ?? '';
  const js = files.find(({ name }) => /^help\..*js$/.test(name))?.body ?? '';
  assert.ok(css.length > 0 && css.length <= 12_000, `${css.length} bytes of CSS`);
  assert.ok(js.length > 0 && js.length <= 2_000, `${js.length} bytes of JavaScript`);
});

test('every script imports only files that are served, by their hashed names', async () => {
  const { files, staff } = await loadAssets();
  const served = new Set(files.map(({ name }) => name));
  assert.ok(served.has(staff.js.replace('/assets/', '')));
  for (const { name, body } of files) {
    for (const [, imported] of body.matchAll(/from '\.\/([^']+)'/g)) {
      assert.ok(served.has(imported as string), `${name} imports ${imported}`);
    }
  }
});
