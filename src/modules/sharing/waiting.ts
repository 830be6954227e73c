import type { Since } from './store/since.ts';

/** What somebody still has to look at, or to send. */
export function waiting(since: readonly Since[], kind: Since['kind']): readonly Since[] {
  return since.filter((each) => each.kind === kind && each.answer === null);
}
