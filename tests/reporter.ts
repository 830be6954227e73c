import { relative } from 'node:path';
import type { TestEvent } from 'node:test/reporters';
import { inspect } from 'node:util';

/** What one run of node:test came to; its last line, for `tests/all.ts`. */
export type Tally = Readonly<{ passed: number; failed: number }>;

/** Says nothing of what passes, everything of what fails, and ends with the tally as JSON. */
export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const event of events) {
    if (event.type === 'test:fail') yield failure(event.data);
    if (event.type === 'test:stderr' || event.type === 'test:stdout') yield event.data.message;
    if (event.type === 'test:summary' && event.data.file === undefined) {
      const { passed, tests, skipped, todo } = event.data.counts;
      yield `${JSON.stringify({ passed, failed: tests - passed - skipped - todo } satisfies Tally)}\n`;
    }
  }
}

type Failed = Extract<TestEvent, { type: 'test:fail' }>['data'];

function failure({ name, file, line, details }: Failed): string {
  const { error } = details;
  if ('failureType' in error && error.failureType === 'subtestsFailed') return '';
  const where = file ? `${relative(process.cwd(), file)}:${line}` : '';
  return `✖ ${name} (${where})\n${inspect(error.cause ?? error).replace(/^/gm, '    ')}\n`;
}
