import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { packs } from '#packs/index.ts';
import { loadPacks } from './packs.ts';

async function mounted(files: Readonly<Record<string, string>>) {
  const folder = await mkdtemp(join(tmpdir(), 'lintel-packs-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
    return await loadPacks(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}

describe('policy packs in a mounted folder', () => {
  const [bundled] = packs;
  assert.ok(bundled);
  const own = { ...bundled, id: `${bundled.id}-as-ours`, publisher: 'Example Homes' };

  test('stand beside those that come with Lintel', async () => {
    const loaded = await mounted({ 'example.json': JSON.stringify(own), 'notes.txt': 'not a pack' });
    assert.deepEqual(loaded, [...packs, own]);
  });

  test('are not needed', async () => {
    assert.equal(await loadPacks(), packs);
  });

  test('stop the start when one is broken, with its file, every place and every reason', async () => {
    const broken = JSON.stringify({ ...own, version: '', inForceFrom: 'July' });
    await assert.rejects(mounted({ 'example.json': broken }), {
      message:
        'The policy pack example.json is broken:\n  version: is empty\n  inForceFrom: is not a date such as 2026-10-25',
    });
  });

  test('stop the start when one is not JSON', async () => {
    await assert.rejects(
      mounted({ 'example.json': '{ "id": ' }),
      /example\.json is broken:\n {2}the file: is not JSON/,
    );
  });

  test('never replace another pack by taking its id', async () => {
    await assert.rejects(
      mounted({ 'own.json': JSON.stringify(bundled) }),
      new RegExp(`own\\.json .*\\n.*"${bundled.id}" is already`),
    );
  });

  test('stop the start when the folder is not there', async () => {
    await assert.rejects(loadPacks('no-such-folder'), /cannot be read: no-such-folder/);
  });
});
