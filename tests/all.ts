import { randomInt } from 'node:crypto';
import { existsSync, globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { stopwatch } from '#kit/now.ts';
import { changedFiles } from './check/changed.ts';
import { type Outcome, type Step, sum } from './check/outcome.ts';
import { perform, root, shard } from './check/perform.ts';
import { shards } from './check/shards.ts';
import { readTimes, slow, slowest, writeTimes } from './check/times.ts';
import type { Tally } from './reporter.ts';
import { folder, testServer } from './template.ts';

/**
 * npm test: everything that a change must pass, ending with a true count. `--changed` runs what a change can touch,
 * `--long` every property in full, `--measure` keeps the times by which the files are divided.
 */

const asked = process.argv.slice(2);
const saysAfter = 30_000;
const elapsed = stopwatch();
const seconds = () => `${(elapsed() / 1000).toFixed(0)} s`;

const every = globSync(['{src,demonstration,tests}/**/*.test.ts', 'tests/browser/*.browser.ts'], {
  cwd: root,
})
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const files = asked.includes('--changed') ? await changedFiles(every) : every;

process.env.PROPERTY_SEED ??= String(randomInt(2 ** 31));
process.env.TEST_RUN = String(process.pid);
if (asked.includes('--long')) process.env.PROPERTY_RUNS = 'all';
console.log(`Properties are tried with PROPERTY_SEED=${process.env.PROPERTY_SEED}`);

const types: Step = {
  name: 'Types',
  command: [program('typescript', 'bin/tsc'), '-p', '.'],
  counts: false,
  remedy: 'Correct the types; npx tsc -p . shows them.',
};
const style: Step = {
  name: 'Lint and format',
  command: [program('@biomejs/biome', 'bin/biome'), 'ci', '--colors=off', '.'],
  counts: false,
  remedy: 'Run npx biome check --write, then correct what it could not.',
};
const divided = shards(files, readTimes(), Math.max(2, availableParallelism()));
const steps = [...divided.map((some, at) => shard(`Tests, shard ${at + 1}`, some)), types, style];

const standing = new Map<Step, Tally>();
const saying = setInterval(() => {
  const soFar = [...standing.values()];
  const [passed, failed] = (['passed', 'failed'] as const).map((of) =>
    soFar.reduce((so, tally) => so + tally[of], 0),
  );
  console.log(`${'All so far'.padEnd(24)}${passed} passed, ${failed} failed … (${seconds()})`);
}, saysAfter);
const outcomes = await Promise.all(steps.map(performed));
clearInterval(saying);
if (existsSync(folder)) await (await testServer()).close();

const { passed, failed, times, unrun } = sum(outcomes, files);
for (const { step, output, tally } of outcomes)
  if (tally.failed > 0)
    console.log(`\n──── ${step.name} ────\n${output.trim()}\n\nWhat to do: ${step.remedy}`);
for (const file of unrun) console.log(`\n✖ ${file}: no shard ran a test of it`);
console.log(`\nThe slowest, of ${seconds()}:`);
for (const [file, took] of slowest(times, 10))
  console.log(`${(took / 1000).toFixed(1).padStart(7)} s  ${file}${took > slow ? ' (over 20 s)' : ''}`);
if (asked.includes('--measure') && unrun.length === 0) writeTimes(times);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

async function performed(step: Step): Promise<Outcome> {
  const outcome = await perform(step, {
    stands: (tally) => step.counts && standing.set(step, tally),
    fails: (test) => console.log(test),
  });
  const { passed, failed } = outcome.tally;
  const figures = step.counts ? `${passed} passed, ${failed} failed` : failed === 0 ? 'passed' : 'failed';
  console.log(`${step.name.padEnd(24)}${figures} (${seconds()})`);
  return outcome;
}

function program(name: string, path: string): string {
  return join(root, 'node_modules', name, path);
}
