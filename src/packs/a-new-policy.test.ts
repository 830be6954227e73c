import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { parsePack } from './schema.ts';

describe('docs/a-new-policy.md', () => {
  test('shows a pack that Lintel takes as it stands', async () => {
    const page = await readFile(new URL('../../docs/a-new-policy.md', import.meta.url), 'utf8');
    const example = page.match(/```json\n(?<pack>[\s\S]+?)```/)?.groups?.pack;
    assert.ok(example);
    const read = parsePack(JSON.parse(example));
    assert.deepEqual(read.ok ? [] : read.problems, []);
  });
});
