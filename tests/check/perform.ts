import { spawn } from 'node:child_process';
import { getCompileCacheDir } from 'node:module';
import { join } from 'node:path';
import type { Tally } from '../reporter.ts';
import { type Ended, type Outcome, outcomeOf, type Step, tallies } from './outcome.ts';

export const root = join(import.meta.dirname, '../..');
/** A step that says nothing for so long hangs; one that is only slow, on a busy machine, goes on. */
const patience = 20 * 60_000;

/** A shard of the tests: its files in one process. */
export function shard(name: string, files: readonly string[]): Step {
  const reporter = `file://${join(root, 'tests/reporter.ts')}`;
  const how = ['--test', '--test-isolation=none', '--test-timeout=900000', `--test-reporter=${reporter}`];
  const remedy = 'Run one file alone: npx node --test --test-isolation=none FILE.';
  return { name, command: [...how, ...files], counts: true, remedy };
}

/** How a step stands, as often as it says so, and each test that fails, as soon as it does. */
export interface Told {
  stands(tally: Tally): void;
  fails(test: string): void;
}

const nobody: Told = { stands: () => {}, fails: () => {} };

export async function perform(step: Step, told = nobody, cwd = root): Promise<Outcome> {
  return outcomeOf(step, await node(step.command, cwd, told));
}

/** Runs Node apart from the settings of whoever calls the tests: they must not reach a real database or mail server. */
function node(command: readonly string[], cwd: string, { stands, fails }: Told): Promise<Ended> {
  const own = Object.entries(process.env).filter(
    ([name]) => !/^(LINTEL_|DATABASE_|SMTP_|MAIL_|PG)/.test(name),
  );
  const cache = getCompileCacheDir();
  const env = { ...Object.fromEntries(own), ...(cache && { NODE_COMPILE_CACHE: cache }) };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const silent = setTimeout(() => child.kill(), patience);
    const collect = (chunk: Buffer) => {
      silent.refresh();
      output += chunk;
      for (const [failed] of `${chunk}`.matchAll(/^✖ .*$/gm)) fails(failed);
      const latest = tallies(`${chunk}`).at(-1);
      if (latest) stands(latest);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(silent);
      resolve({ code, output });
    });
  });
}
