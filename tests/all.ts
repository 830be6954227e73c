import { spawn } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { stopwatch } from '#kit/now.ts';
import type { Tally } from './reporter.ts';
import { folder, testServer } from './template.ts';

/** npm test: everything that a change must pass, one line a step, ending with a true count. */

type Step = Readonly<{ name: string; command: readonly string[]; counts: boolean; remedy: string }>;
type Outcome = Readonly<{ step: Step; tally: Tally; output: string }>;

const root = join(import.meta.dirname, '..');
const patience = 30 * 60_000;
const saysAfter = 30_000;
const tallyLine = /\n\{"passed":\d+,"failed":\d+(?:,"ended":true)?\}\n/g;

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
const running = [
  ...tests('Rules, pages, database', [
    'src/**/*.test.ts',
    'demonstration/**/*.test.ts',
    'tests/**/*.test.ts',
  ]),
  ...tests('Browser', ['tests/browser/*.browser.ts']),
];

const outcomes = [
  ...(await Promise.all([types, style].map(perform))),
  ...(await Promise.all(running.map(perform))),
];
if (existsSync(folder)) await (await testServer()).close();

const failures = outcomes.filter(({ tally }) => tally.failed > 0);
for (const { step, output } of failures) {
  console.log(`\n──── ${step.name} ────\n${output.trim()}\n\nWhat to do: ${step.remedy}`);
}
const passed = sum(outcomes.map(({ tally }) => tally.passed));
const failed = sum(outcomes.map(({ tally }) => tally.failed));
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 || passed === 0 ? 1 : 0);

function tests(name: string, patterns: readonly string[]): readonly Step[] {
  const files = patterns.flatMap((pattern) => globSync(pattern, { cwd: root })).sort();
  if (files.length === 0) return [];
  const reporter = `file://${join(root, 'tests/reporter.ts')}`;
  const how = ['--test', '--test-isolation=none', '--test-timeout=900000', `--test-reporter=${reporter}`];
  const remedy = 'Run one file alone: npx node --test --test-isolation=none FILE.';
  return [{ name, command: [...how, ...files], counts: true, remedy }];
}

async function perform(step: Step): Promise<Outcome> {
  const elapsed = stopwatch();
  const { code, output } = await node(step);
  const outcome = step.counts ? counted(step, code, output) : checked(step, code, output);
  const { passed, failed } = outcome.tally;
  const figures = step.counts ? `${passed} passed, ${failed} failed` : failed === 0 ? 'passed' : 'failed';
  console.log(`${step.name.padEnd(24)}${figures} (${(elapsed() / 1000).toFixed(1)} s)`);
  return outcome;
}

function checked(step: Step, code: number | null, output: string): Outcome {
  return { step, tally: code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, output };
}

/** A run that broke off, or that failed without a failed test, counts as a failure more than it admits. */
function counted(step: Step, code: number | null, printed: string): Outcome {
  const tally = tallies(printed).at(-1) ?? { passed: 0, failed: 0 };
  const output = printed.replaceAll(tallyLine, '');
  if (!tally.ended) {
    const why = code === null ? 'it did not end within half an hour' : `status ${code}`;
    const failed = tally.failed + 1;
    return { step, tally: { ...tally, failed }, output: `${output}\nThe run broke off: ${why}.` };
  }
  const failed = tally.failed === 0 && code !== 0 ? 1 : tally.failed;
  return { step, tally: { ...tally, failed }, output };
}

/** How a run stands, as often as it has said so. */
function tallies(printed: string): readonly Tally[] {
  return [...printed.matchAll(tallyLine)].map(([line]) => JSON.parse(line));
}

/** Runs Node apart from the settings of whoever calls the tests: they must not reach a real database or mail server. */
function node({ name, command }: Step): Promise<{ code: number | null; output: string }> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(LINTEL_|DATABASE_|SMTP_|MAIL_|PG)/.test(name)),
  );
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: patience,
    });
    let output = '';
    const saying = setInterval(() => {
      const soFar = tallies(output).at(-1);
      if (soFar) console.log(`${name.padEnd(24)}${soFar.passed} passed so far, ${soFar.failed} failed …`);
    }, saysAfter);
    const collect = (chunk: Buffer) => {
      output += chunk;
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(saying);
      resolve({ code, output });
    });
  });
}

function program(name: string, path: string): string {
  return join(root, 'node_modules', name, path);
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}
