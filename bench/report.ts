import type { Documents } from './documents.ts';
import type { Measured } from './measure.ts';
import type { Counted, Scenario } from './scenarios.ts';
import { type Sent, sendingTarget } from './sending.ts';

export interface Row extends Measured {
  readonly cases: number;
  readonly scenario: Scenario;
  readonly connections: number;
  /** Bytes, at the end of the measurement and at most since the process started. */
  readonly memory: number;
  readonly peak: number;
  /** What it asks of the database, and the same statements without the program, times a second; null: nothing. */
  readonly database: (Counted & { readonly bare: number }) | null;
  /** Milliseconds from the process's start to its first answer. */
  readonly readyAfter: number;
}

const columns: readonly (readonly [string, number, (row: Row) => string | number])[] = [
  ['cases', 8, ({ cases }) => cases.toLocaleString('en-GB')],
  ['what', -26, ({ scenario }) => scenario.name],
  ['conns', 5, ({ connections }) => connections],
  ['target', 7, ({ scenario }) => scenario.target ?? ''],
  ['CPU ms', 7, ({ busy }) => (busy.program + (busy.database ?? 0)).toFixed(2)],
  ['program', 8, ({ busy }) => busy.program.toFixed(2)],
  ['database', 9, ({ busy }) => busy.database?.toFixed(2) ?? '?'],
  ['sender', 7, ({ busy }) => busy.generator.toFixed(2)],
  ['trips', 6, ({ database }) => database?.trips ?? 0],
  ['statements', 11, ({ database }) => database?.statements ?? 0],
  ['req/s', 7, ({ perSecond }) => Math.round(perSecond)],
  [
    'of bare',
    8,
    ({ database, perSecond }) => (database ? `${Math.round((100 * perSecond) / database.bare)} %` : ''),
  ],
  ['p50', 7, ({ p50 }) => p50.toFixed(1)],
  ['p95', 7, ({ p95 }) => p95.toFixed(1)],
  ['p99', 7, ({ p99 }) => p99.toFixed(1)],
  ['MB', 5, ({ memory }) => megabytes(memory)],
  ['peak', 5, ({ peak }) => megabytes(peak)],
  ['wrong', 6, ({ notAsExpected }) => notAsExpected],
  ['', 8, ({ noisy, spread }) => (noisy ? `noisy ±${Math.round(50 * spread)} %` : '')],
];

/**
 * One table, a line a measurement. Processor time compares between runs on one machine; everything else only within
 * this run, beside the floor.
 */
export function report(rows: readonly Row[], whole = true): string {
  const lines = rows.map((row) => aligned(columns.map(([, width, cell]) => [width, cell(row)])));
  if (!whole) return lines.join('\n');
  const head = aligned(columns.map(([name, width]) => [width, name]));
  return ['', head, ...lines, '', growth(rows), readiness(rows)].join('\n');
}

const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);

/** What memory documents took that many asked for at once. */
export function reportDocuments(documents: readonly Documents[]): string {
  return documents
    .map(({ format, made, putOff, wrong, seconds, peak, children }) => {
      const apart = children ? `, their own processes ${megabytes(children)} MB at most` : '';
      return [
        `${made + putOff + wrong} chronologies of 500 entries at once as ${format}:`,
        `${made} made in ${Math.round(seconds)} s, ${putOff} put off, ${wrong} wrong;`,
        `the program has held ${megabytes(peak)} MB at most${apart}`,
      ].join(' ');
    })
    .join('\n');
}

/** What one message costs on its way out. */
export function reportSent({ queued, left, program, database, seconds }: Sent): string {
  const sum = database === null ? '?' : (program + database).toFixed(2);
  return [
    `${queued} e-mails that waited, ${left} of them left in ${seconds.toFixed(1)} s: ${sum} ms of processor time each`,
    `(at most ${sendingTarget}), the program ${program.toFixed(2)}, the database ${database?.toFixed(2) ?? '?'}`,
  ].join(' ');
}

function aligned(cells: readonly (readonly [number, string | number])[]): string {
  return cells
    .map(([width, cell]) => (width < 0 ? String(cell).padEnd(-width) : String(cell).padStart(width)))
    .join(' ')
    .trimEnd();
}

/** How much more processor time the largest takes than the smallest. */
function growth(rows: readonly Row[]): string {
  const sizes = [...new Set(rows.map((row) => row.cases))].toSorted((one, other) => one - other);
  const [least, most] = [sizes[0], sizes.at(-1)];
  if (least === most) return '';
  const at = (name: string, cases?: number) => {
    const row = rows.findLast((each) => each.scenario.name === name && each.cases === cases);
    return row ? row.busy.program + (row.busy.database ?? 0) : Number.NaN;
  };
  return [...new Set(rows.map((row) => row.scenario.name))]
    .map(
      (name) =>
        `${name}: at ${most} cases ${(at(name, most) / at(name, least)).toFixed(2)} times that at ${least}`,
    )
    .join('\n');
}

function readiness(rows: readonly Row[]): string {
  const slowest = Math.round(Math.max(...rows.map((row) => row.readyAfter)));
  return `Ready ${slowest} ms after the process starts, the database running.`;
}
