import type { Measured } from './measure.ts';
import type { Scenario } from './scenarios.ts';

export interface Row extends Measured {
  readonly cases: number;
  readonly scenario: Scenario;
  readonly connections: number;
  /** Bytes. */
  readonly memory: number;
  /** The same statements without the program, times a second over as many connections. */
  readonly bare: number;
  /** Milliseconds from the process's start to its first answer. */
  readonly readyAfter: number;
}

const columns = [
  'cases',
  'what',
  'conns',
  'req/s',
  'target',
  'p50 ms',
  'p95 ms',
  'p99 ms',
  'busy ms',
  'of bare SQL',
  'MB',
  'wrong',
];
const widths = [9, 24, 6, 8, 8, 8, 8, 8, 8, 12, 6, 6];

/** One table, a line a measurement; ratios compare within this run, whatever the machine is doing. */
export function report(rows: readonly Row[], whole = true): string {
  const lines = rows.map((row) =>
    aligned([
      row.cases.toLocaleString('en-GB'),
      row.scenario.name,
      row.connections,
      Math.round(row.perSecond),
      row.connections === 8 ? row.scenario.target : '',
      row.p50.toFixed(1),
      row.p95.toFixed(1),
      row.p99.toFixed(1),
      row.busy.toFixed(1),
      `${Math.round((100 * row.perSecond) / row.bare)} %`,
      Math.round(row.memory / 2 ** 20),
      row.notAsExpected,
    ]),
  );
  if (!whole) return lines.join('\n');
  return ['', aligned(columns), ...lines, '', growth(rows), readiness(rows)].join('\n');
}

function aligned(cells: readonly (string | number)[]): string {
  return cells
    .map((cell, index) => (index === 1 ? String(cell).padEnd(24) : String(cell).padStart(widths[index] ?? 8)))
    .join(' ');
}

/** How much slower the largest is than the smallest, at 8 connections. */
function growth(rows: readonly Row[]): string {
  const sizes = [...new Set(rows.map((row) => row.cases))].toSorted((one, other) => one - other);
  const [least, most] = [sizes[0], sizes.at(-1)];
  if (least === most) return '';
  const at = (name: string, cases?: number) =>
    rows.find((row) => row.scenario.name === name && row.cases === cases && row.connections === 8)?.p95 ??
    Number.NaN;
  return [...new Set(rows.map((row) => row.scenario.name))]
    .map(
      (name) =>
        `${name}: p95 at ${most} cases is ${(at(name, most) / at(name, least)).toFixed(2)} times that at ${least}`,
    )
    .join('\n');
}

function readiness(rows: readonly Row[]): string {
  const slowest = Math.round(Math.max(...rows.map((row) => row.readyAfter)));
  return `Ready ${slowest} ms after the process starts, the database running.`;
}
