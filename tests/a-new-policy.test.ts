import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');

/** As much of Lintel as a policy touches, in a folder of its own. */
async function scratch(): Promise<string> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache', 'a-new-policy-'));
  for (const part of ['package.json', 'docs/a-new-policy.md', 'src/packs', 'src/rules'])
    await cp(join(root, part), join(folder, part), { recursive: true });
  return folder;
}

/** The errand of `docs/a-new-policy.md`: one folder, and its name in `index.ts`. */
async function addPolicy(folder: string, edit: (pack: string) => string = (pack) => pack): Promise<void> {
  await cp(join(root, 'tests/third-landlord'), join(folder, 'src/packs/thistle-2026'), {
    recursive: true,
  });
  const pack = join(folder, 'src/packs/thistle-2026/pack.ts');
  writeFileSync(pack, edit(readFileSync(pack, 'utf8')));
  const index = join(folder, 'src/packs/index.ts');
  const listed = readFileSync(index, 'utf8').replace('[vivid2023,', '[thirdLandlord, vivid2023,');
  writeFileSync(index, `import { thirdLandlord } from './thistle-2026/pack.ts';\n${listed}`);
}

/** The tests of all policies there. @returns what they say, and whether all of them pass */
async function tried(folder: string): Promise<{ readonly pass: boolean; readonly says: string }> {
  const tests = globSync('src/packs/{*,*/*}.test.ts', { cwd: folder });
  assert.ok(tests.some((file) => file.endsWith('schema.test.ts')));
  const args = ['--test', '--test-isolation=none', '--test-reporter=tap', ...tests];
  // A test within a test would report to the outer one.
  const { NODE_TEST_CONTEXT: _, ...env } = process.env;
  return promisify(execFile)(process.execPath, args, { cwd: folder, env }).then(
    ({ stdout }) => ({ pass: true, says: stdout }),
    ({ stdout }: { stdout: string }) => ({ pass: false, says: stdout }),
  );
}

test('a third landlord’s policy is one folder and its name in a list: every test of policies passes', async (t) => {
  const folder = await scratch();
  t.after(() => rmSync(folder, { recursive: true }));
  await addPolicy(folder);
  const { pass, says } = await tried(folder);
  assert.ok(pass, says);
  assert.match(says, /# Subtest: thistle-2026/);
});

test('a policy that forgets a purpose does not pass', async (t) => {
  const folder = await scratch();
  t.after(() => rmSync(folder, { recursive: true }));
  await addPolicy(folder, (pack) => pack.replace(/^ +signposting: null,\n/m, ''));
  const { pass, says } = await tried(folder);
  assert.equal(pass, false);
  assert.match(says, /purposes\.signposting|thistle-2026/);
});
