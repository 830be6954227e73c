import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { cp } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/where-things-go.md'), 'utf8');

interface Step {
  readonly file: string;
  /** The line before which it goes; null: a file of its own. */
  readonly before: string | null;
  readonly text: string;
}

/** What the page says to write, in its order. */
const steps: readonly Step[] = [
  ...page.matchAll(
    /^(?:In `([^`]+)`, before `([^\n]+)`|New file `([^`]+)`|New file, the next number of `(migrations\/)`):\n\n```(?:ts|sql)\n(.*?)```$/gms,
  ),
].map(([, file, before, own, folder, text = '']) => ({
  file: file ?? own ?? `${folder}${nextNumber()}_pets.sql`,
  before: before?.replaceAll('\\n', '\n') ?? null,
  text,
}));

function nextNumber(): string {
  const many = globSync('migrations/*.sql', { cwd: root }).length;
  return String(many + 1).padStart(4, '0');
}

/** A copy of all that is typed and tried, in which to follow the page. */
async function scratch(): Promise<string> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache', 'where-things-go-'));
  const parts = [
    'package.json',
    'tsconfig.json',
    'start.ts',
    'src',
    'demonstration',
    'tests',
    'bench',
    'CHANGELOG.md',
  ];
  for (const part of [...parts, 'migrations', 'scripts', 'docs'])
    await cp(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

function follow(folder: string, { file, before, text }: Step): void {
  const path = join(folder, file);
  if (before === null) {
    assert.ok(!existsSync(path), `${file} is there already`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return;
  }
  const was = readFileSync(path, 'utf8');
  const at = was.lastIndexOf(before);
  assert.ok(at >= 0, `${file} has no line ${before}`);
  writeFileSync(path, `${was.slice(0, at)}${text}${was.slice(at)}`);
}

async function run(folder: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<void> {
  // A test within a test would report to the outer one.
  const { NODE_TEST_CONTEXT: _, ...here } = process.env;
  const env = { ...here, ...more };
  await promisify(execFile)(process.execPath, [...args], { cwd: folder, env }).catch(
    ({ stdout }: { stdout: string }) => assert.fail(stdout.slice(-4_000)),
  );
}

test('a question, a promise and a page are what the page says: it is followed to the letter, and holds', async (t) => {
  const folder = await scratch();
  t.after(() => rmSync(folder, { recursive: true }));
  for (const step of steps) follow(folder, step);
  await run(folder, ['node_modules/typescript/bin/tsc', '-p', '.']);
  await run(folder, ['--test', '--test-isolation=none', 'src/packs/editions.test.ts'], { UPDATE: '1' });
  const tried = globSync(
    ['src/modules/disclosures/questions/*.test.ts', 'src/packs/{*,*/*}.test.ts', 'tests/boundaries.test.ts'],
    { cwd: folder },
  ).filter((file) => !file.endsWith('.db.test.ts'));
  await run(folder, ['--test', '--test-isolation=none', ...tried]);
});

test('each errand touches as many files as it says', () => {
  const files = (heading: string) => {
    const errand = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
    const own = steps.filter(({ text }) => errand.includes(text));
    return new Set(own.map(({ file }) => file)).size;
  };
  assert.equal(steps.length, 8, 'every block is read');
  assert.equal(files('A question on the disclosure form'), 3);
  assert.equal(files('A promise'), 1);
  assert.equal(files('A page for managers'), 3);
});

test('every file and folder that the page names is there', () => {
  const named = [...page.matchAll(/`((?:src|tests|migrations|docs)\/[^`\s]*)`/g)].map(
    ([, path = '']) => path,
  );
  const written = new Set(steps.filter(({ before }) => before === null).map(({ file }) => file));
  assert.ok(named.length > 30);
  const there = (path: string) =>
    globSync(path.replaceAll(/<[a-z]+>/g, '*').replace(/\/$/, ''), { cwd: root }).length > 0;
  assert.deepEqual(
    named.filter((path) => !written.has(path) && !there(path)),
    [],
  );
  assert.equal(there('src/modules/<module>/nowhere/'), false);
});
