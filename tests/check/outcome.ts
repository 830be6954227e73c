import type { Tally } from '../reporter.ts';
import type { Times } from './times.ts';

/** One command of the whole check: types, lint, or a shard of the tests. */
export type Step = Readonly<{ name: string; command: readonly string[]; counts: boolean; remedy: string }>;
export type Outcome = Readonly<{ step: Step; tally: Tally; output: string }>;
/** How a command ended: null where it was ended from outside. */
export type Ended = Readonly<{ code: number | null; output: string }>;

const tallyLine = /\n\{"passed":\d+,"failed":\d+(?:,"ended":true,"files":\{[^}]*\})?\}\n/g;

/** How a run stands, as often as it has said so. */
export function tallies(printed: string): readonly Tally[] {
  return [...printed.matchAll(tallyLine)].map(([line]) => JSON.parse(line));
}

export function outcomeOf(step: Step, ended: Ended): Outcome {
  return step.counts ? counted(step, ended) : checked(step, ended);
}

function checked(step: Step, { code, output }: Ended): Outcome {
  return { step, tally: code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, output };
}

/** A run that broke off, or that failed without a failed test, counts as a failure more than it admits. */
function counted(step: Step, { code, output: printed }: Ended): Outcome {
  const tally = tallies(printed).at(-1) ?? { passed: 0, failed: 0 };
  const output = printed.replaceAll(tallyLine, '');
  if (!tally.ended) {
    const why = code === null ? 'it was ended from outside, or by its time limit' : `status ${code}`;
    const failed = tally.failed + 1;
    return { step, tally: { ...tally, failed }, output: `${output}\nThe run broke off: ${why}.` };
  }
  const failed = tally.failed === 0 && code !== 0 ? 1 : tally.failed;
  return { step, tally: { ...tally, failed }, output };
}

/** What all of it came to. */
export type Sum = Readonly<{
  passed: number;
  failed: number;
  times: Times;
  /** Files that should have run, and of which no shard reports a test: each is a failure. */
  unrun: readonly string[];
}>;

export function sum(outcomes: readonly Outcome[], files: readonly string[]): Sum {
  const times = Object.assign({}, ...outcomes.map(({ tally }) => tally.files ?? {})) as Times;
  const unrun = files.filter((file) => times[file] === undefined);
  const total = (of: 'passed' | 'failed') => outcomes.reduce((so, { tally }) => so + tally[of], 0);
  return { passed: total('passed'), failed: total('failed') + unrun.length, times, unrun };
}
