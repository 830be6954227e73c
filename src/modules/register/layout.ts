import { columnName, columnsOf, fileKinds } from './columns.ts';
import { type Header, type Mapping, readHeader } from './headers.ts';

/** One row of a file, with the line on which it ends. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** How a file is laid out: where its headings stand, and what they say. */
export interface Layout {
  /** The line on which the row of headings ends; rows after it are the file's. */
  readonly headerLine: number;
  readonly headings: readonly string[];
  readonly header: Header | { readonly problem: string };
  /** What an administrator said of such a file, where somebody did. */
  readonly mapping: Mapping | null;
  /** Left out, as an administrator said. */
  readonly leftOut: boolean;
}

/** Headings stand within so many rows: a title or the day of the report may come before them. */
const headedWithin = 20;

/**
 * Finds the row of headings among the first rows of a file: one that somebody has said something of, else the first
 * that reads as a header, else the one that knows most columns, with what is wrong with it.
 */
export function layoutOf(
  rows: readonly Row[],
  recall: (headings: readonly string[]) => Mapping | null,
): Layout {
  const candidates = rows
    .slice(0, headedWithin)
    .filter(({ cells }) => cells.filter((cell) => cell.trim() !== '').length > 1);
  for (const { cells, line } of candidates) {
    const mapping = recall(cells);
    if (mapping === null) continue;
    const leftOut = mapping.kind === null;
    return { headerLine: line, headings: cells, header: readHeader(cells, mapping), mapping, leftOut };
  }
  const plain = { mapping: null, leftOut: false } as const;
  for (const { cells, line } of candidates) {
    const header = readHeader(cells);
    if (!('problem' in header)) return { headerLine: line, headings: cells, header, ...plain };
  }
  const nearest =
    candidates.reduce<Row | undefined>(
      (best, row) => (best && telling(best.cells) >= telling(row.cells) ? best : row),
      undefined,
    ) ?? rows[0];
  const cells = nearest?.cells ?? [];
  return { headerLine: nearest?.line ?? 0, headings: cells, header: readHeader(cells), ...plain };
}

const everyColumn = new Set(fileKinds.flatMap((kind) => columnsOf[kind].map(({ name }) => name)));

/** Columns that are known count most; of a title with a comma and a row of headings, the row has more cells. */
function telling(cells: readonly string[]): number {
  const known = cells.filter((cell) => everyColumn.has(columnName(cell))).length;
  return known * 10 + cells.filter((cell) => cell.trim() !== '').length;
}

/** By what files of one layout are known again: their headings, in their order. */
export function headingsKey(headings: readonly string[]): readonly string[] {
  return headings.map(columnName);
}
