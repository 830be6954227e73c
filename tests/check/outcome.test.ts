import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { type Outcome, sum } from './outcome.ts';
import { perform, shard } from './perform.ts';

const good = "test('good', () => {}); test('good as well', () => {});";

/** Really runs shards over planted files, each by its name without `.test.ts`. */
async function run(t: TestContext, planted: Readonly<Record<string, string>>, divided: readonly string[][]) {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-shards-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const name = (file: string) => `${file}.test.mjs`;
  for (const [file, text] of Object.entries(planted))
    writeFileSync(join(folder, name(file)), `import { test } from 'node:test';\n${text}\n`);
  const outcomes: Outcome[] = [];
  for (const files of divided)
    outcomes.push(await perform(shard('A shard', files.map(name)), undefined, folder));
  return { outcomes, ...sum(outcomes, Object.keys(planted).map(name)) };
}

test('what passes and what fails is counted over all shards, each test once', async (t) => {
  const planted = { good, bad: "test('bad', () => { throw new Error('because'); });" };
  const { outcomes, passed, failed, unrun, times } = await run(t, planted, [['good'], ['bad']]);
  assert.deepEqual([passed, failed, unrun], [2, 1, []]);
  assert.match(outcomes[1]?.output ?? '', /✖ bad \(bad\.test\.mjs:2\)\n {4}Error: because/);
  assert.deepEqual(Object.keys(times), ['good.test.mjs', 'bad.test.mjs']);
});

for (const [how, text] of Object.entries({
  'ends itself as if all were well': "test('ends', () => process.exit(0));",
  'is killed': "test('is killed', () => process.kill(process.pid, 'SIGKILL'));",
  'breaks while it is read': 'throw new Error();',
}))
  test(`a shard that ${how} is a failure, whatever passed before`, async (t) => {
    const { passed, failed } = await run(t, { good, dies: text }, [['good', 'dies']]);
    assert.ok(passed <= 2);
    assert.ok(failed > 0);
  });

test('a file that no shard runs is a failure, and so is one in which there is no test', async (t) => {
  const { passed, failed, unrun } = await run(t, { good, forgotten: good, empty: '' }, [['good', 'empty']]);
  assert.deepEqual(unrun, ['forgotten.test.mjs', 'empty.test.mjs']);
  assert.deepEqual([passed, failed], [3, 2]);
});

test('types and lint count as one each', async () => {
  const step = { name: 'Types', counts: false, remedy: '' };
  const outcomes = await Promise.all(
    ['process.exit(0)', 'process.exit(2)', 'process.kill(process.pid)'].map((text) =>
      perform({ ...step, command: ['--eval', text] }),
    ),
  );
  assert.deepEqual(
    outcomes.map(({ tally }) => tally.failed),
    [0, 1, 1],
  );
});
