import assert from 'node:assert/strict';
import { appendFile, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Asset, helpAssets, staffAssets } from './styles.ts';

test('a stylesheet is compiled once and only read at the next start', async (context) => {
  const folder = await mkdtemp(join(tmpdir(), 'lintel-styles-'));
  context.after(() => rm(folder, { recursive: true }));
  const first = await staffAssets(folder);
  const [kept] = await readdir(folder);
  assert.match(String(kept), /^lintel-[0-9a-f]{12}\.css$/);
  assert.deepEqual(await staffAssets(folder), first);
  await appendFile(join(folder, String(kept)), '.read-from-here { color: red }');
  assert.match(body((await staffAssets(folder)).assets, 'css'), /\.read-from-here/);
});

test('nothing of the government’s own brand is in the stylesheets', async () => {
  for (const { assets } of [await staffAssets(), await helpAssets()]) {
    assert.doesNotMatch(body(assets, 'css'), /GDS Transport|crown|@import/i);
  }
});

test('every picture that the stylesheet names is served', async () => {
  const { assets } = await staffAssets();
  const served = new Set(assets.map(({ name }) => `/assets/${name}`));
  const named = [...body(assets, 'css').matchAll(/url\(([^)]*)\)/g)].map(([, address]) => String(address));
  assert.ok(named.length > 0);
  assert.deepEqual(
    named.filter((address) => !served.has(address)),
    [],
  );
});

test('the help site’s stylesheet and script are small enough for a poor connection', async () => {
  const { assets } = await helpAssets();
  const css = body(assets, 'css').length;
  const js = body(assets, 'js').length;
  assert.ok(css > 0 && css <= 12_000, `${css} bytes of CSS`);
  assert.ok(js > 0 && js <= 2_000, `${js} bytes of JavaScript`);
});

test('every script imports only files that are served, by their hashed names', async () => {
  const { assets, page } = await staffAssets();
  const served = new Set(assets.map(({ name }) => name));
  assert.ok(served.has(page.js.replace('/assets/', '')));
  const imports = [...body(assets, 'js').matchAll(/from '\.\/([^']+)'/g)].map(([, name]) => String(name));
  assert.ok(imports.length >= 3);
  for (const name of imports) assert.ok(served.has(name), name);
});

function body(assets: readonly Asset[], ending: string): string {
  return assets
    .filter(({ name }) => name.endsWith(`.${ending}`))
    .map((asset) => asset.body)
    .join('\n');
}
