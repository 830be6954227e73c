import type { CheckedRow, Problem } from './check.ts';

/** A row that passed its checks, with its line. */
export interface Numbered<T> {
  readonly line: number;
  readonly value: T;
}

export type LineProblem = Problem & { readonly line: number };

export interface CheckedBatch<T> {
  readonly good: readonly Numbered<T>[];
  readonly problems: readonly LineProblem[];
}

/**
 * Checks a batch of one file, row by row; a key that stood in the file before is refused.
 * @param lines on which line each key stands; grows with every batch of the file
 */
export function checkBatch<T>(
  rows: readonly { readonly line: number; readonly cells: readonly string[] }[],
  check: (cells: readonly string[]) => CheckedRow<T>,
  key: (value: T) => string,
  lines: Map<string, number>,
): CheckedBatch<T> {
  const good: Numbered<T>[] = [];
  const problems: LineProblem[] = [];
  for (const { line, cells } of rows) {
    const checked = check(cells);
    for (const problem of checked.problems) problems.push({ line, ...problem });
    if (checked.value === null) continue;
    const earlier = lines.get(key(checked.value));
    if (earlier !== undefined) {
      problems.push({ line, field: 'row', problem: `The same is on line ${earlier} already`, refused: true });
      continue;
    }
    lines.set(key(checked.value), line);
    good.push({ line, value: checked.value });
  }
  return { good, problems };
}
