import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { purposeNames, purposes } from '#rules/purposes.ts';
import { parsePack } from './schema.ts';

const page = await readFile(new URL('../../docs/a-new-policy.md', import.meta.url), 'utf8');

describe('docs/a-new-policy.md', () => {
  test('shows a pack that Lintel takes as it stands', () => {
    const example = page.match(/```json\n(?<pack>[\s\S]+?)```/)?.groups?.pack;
    assert.ok(example);
    const read = parsePack(JSON.parse(example));
    assert.deepEqual(read.ok ? [] : read.problems, []);
  });

  test('says what each purpose means', () => {
    const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (.+?) +\|$/gm)].map(([, purpose, means]) => [
      purpose,
      means,
    ]);
    for (const purpose of purposeNames)
      assert.deepEqual(
        rows.find(([named]) => named === purpose),
        [purpose, purposes[purpose]],
      );
  });
});
