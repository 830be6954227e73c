import { relative, resolve, sep } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

/**
 * What a run of node:test has come to so far, or in all: a line of JSON, for `tests/all.ts`. `files` says how long the
 * tests of each file took, in milliseconds; a file in which no test ran is not in it.
 */
export type Tally = Readonly<{
  passed: number;
  failed: number;
  ended?: true;
  files?: Readonly<Record<string, number>>;
}>;

/** Says everything of what fails; of what passes only how many so far, a line each; and ends with the whole tally. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const soFar = { passed: 0, failed: 0 };
  const files: Record<string, number> = {};
  for await (const event of events) {
    if (event.type === 'test:pass') soFar.passed += 1;
    if (event.type === 'test:fail') soFar.failed += 1;
    if (event.type === 'test:pass' || event.type === 'test:fail') {
      addTime(files, event.data);
      yield line(soFar);
    }
    if (event.type === 'test:fail') yield failure(event.data);
    if (event.type === 'test:stderr' || event.type === 'test:stdout') yield event.data.message;
    if (event.type === 'test:summary' && event.data.file === undefined) {
      const { passed, tests, skipped, todo } = event.data.counts;
      const failed = tests - passed - skipped - todo;
      yield line({ passed, failed, ended: true, files });
    }
  }
}

/** A line of its own, whatever was printed before it. */
function line(tally: Tally): string {
  return `\n${JSON.stringify(tally)}\n`;
}

type Ended = Extract<TestEvent, { type: 'test:pass' | 'test:fail' }>['data'];
type Failed = Extract<TestEvent, { type: 'test:fail' }>['data'];

/** A file without tests passes as if it were one, under its own name. */
function addTime(files: Record<string, number>, { name, nesting, file, details }: Ended): void {
  if (nesting > 0 || !file || resolve(name) === file) return;
  const path = relative(process.cwd(), file).split(sep).join('/');
  files[path] = Math.round((files[path] ?? 0) + details.duration_ms);
}

function failure({ name, file, line, details }: Failed): string {
  const { error } = details;
  if ('failureType' in error && error.failureType === 'subtestsFailed') return '';
  const where = file ? `${relative(process.cwd(), file)}:${line}` : '';
  return `✖ ${name} (${where})\n${inspect(error.cause ?? error).replace(/^/gm, '    ')}\n`;
}
