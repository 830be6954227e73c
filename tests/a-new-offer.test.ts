import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');
const page = readFileSync(join(root, 'docs/a-new-offer.md'), 'utf8');

/** What the page says to write: into which file, before which lines. */
const steps = [...page.matchAll(/^In `([^`]+)`, before `([^\n]+)`:\n\n```ts\n(.*?)```$/gms)].map(
  ([, file = '', before = '', text = '']) => ({ file, before: before.replaceAll('\\n', '\n'), text }),
);

async function scratch(): Promise<string> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache', 'a-new-offer-'));
  for (const part of ['package.json', 'CHANGELOG.md', 'docs/a-new-policy.md', 'src', 'tests/property.ts'])
    await cp(join(root, part), join(folder, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

async function run(folder: string, args: readonly string[], more: NodeJS.ProcessEnv = {}): Promise<string> {
  // A test within a test would report to the outer one.
  const { NODE_TEST_CONTEXT: _, ...here } = process.env;
  return promisify(execFile)(process.execPath, [...args], { cwd: folder, env: { ...here, ...more } }).then(
    ({ stdout }) => stdout,
    ({ stdout, stderr }: { stdout: string; stderr: string }) =>
      assert.fail(`${stdout}${stderr}`.slice(-4_000)),
  );
}

/** What the program makes of the new kind: the form takes it and its questions, and a yes begins what is owed. */
const used = `
  import { offerForm } from './src/modules/support/forms/offer-form.ts';
  import { detailsForm } from './src/modules/support/forms/details-form.ts';
  import { mayFollow } from './src/modules/support/offer.ts';
  import { kindOf } from './src/modules/support/kinds.ts';
  import { packs } from './src/packs/index.ts';
  const today = Temporal.PlainDate.from('2026-11-30');
  const typed = { kind: 'pet_care', what: '', answer: 'taken', ownWords: '', offered: today };
  const days = { 'offered-day': '30', 'offered-month': '11', 'offered-year': '2026' };
  const taken = offerForm(today, []).safeParse({ ...typed, ...days });
  const asked = detailsForm('pet_care').safeParse({ pets: 'Two cats' });
  const first = mayFollow(kindOf('pet_care'), 'accepted', 'ordered');
  const owed = packs.map(({ commitments }) => commitments.filter(({ measure }) =>
    measure.kind === 'clock' && measure.only?.kinds?.includes('pet_care')).length);
  console.log(JSON.stringify([taken.success, asked.data, first.allowed, owed]));`;

test('a new kind of offer is three places: followed, it is offered, asked about, owed and counted', async (t) => {
  assert.equal(new Set(steps.map(({ file }) => file)).size, 3);
  const folder = await scratch();
  t.after(() => rmSync(folder, { recursive: true }));
  for (const { file, before, text } of steps) {
    const was = readFileSync(join(folder, file), 'utf8');
    const at = was.lastIndexOf(before);
    assert.ok(at >= 0, `${file} has no ${before}`);
    writeFileSync(join(folder, file), `${was.slice(0, at)}${text}${was.slice(at)}`);
  }
  await run(folder, ['--test', '--test-isolation=none', 'src/packs/editions.test.ts'], { UPDATE: '1' });
  const tried = globSync(['src/modules/support/*.test.ts', 'src/packs/{*,*/*}.test.ts'], { cwd: folder });
  const pure = tried.filter((file) => !file.endsWith('.db.test.ts'));
  assert.ok(pure.length > 4);
  await run(folder, ['--test', '--test-isolation=none', ...pure]);
  writeFileSync(join(folder, 'used.ts'), used);
  const [taken, asked, allowed, owed] = JSON.parse(await run(folder, ['used.ts']));
  assert.deepEqual(
    [taken, asked, allowed],
    [true, { pets: 'Two cats' }, false],
    'what costs is approved first',
  );
  assert.deepEqual(owed, [2, 2]);
});
