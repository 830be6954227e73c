import { stringify } from 'csv-stringify/sync';

/** What a spreadsheet runs, also in the wide forms of East Asian keyboards; it passes over what leads it. */
const runs = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/** So many rows are set at once: no more of a long table lies about as cells. */
const rowsAtOnce = 50;

/**
 * A table as a spreadsheet opens it: the first row names the columns. A spreadsheet runs what begins with a formula's
 * sign (= + - @), also behind spaces and line ends, or with a tab: such a cell is led by an apostrophe, so that a text
 * stays a text.
 */
export function csvText(head: readonly string[], rows: Iterable<readonly string[]>): string {
  return csvParts(head, rows).toArray().join('');
}

/** The same as bytes, with no more of its rows in memory than a few. */
export function csvBytes(head: readonly string[], rows: Iterable<readonly string[]>): Buffer {
  return Buffer.concat(
    csvParts(head, rows)
      .map((part) => Buffer.from(part))
      .toArray(),
  );
}

function* csvParts(head: readonly string[], rows: Iterable<readonly string[]>) {
  let some: (readonly string[])[] = [head];
  let bom = true;
  for (const row of rows) {
    if (some.length === rowsAtOnce) {
      yield set(some, bom);
      some = [];
      bom = false;
    }
    some.push(row);
  }
  yield set(some, bom);
}

function set(rows: readonly (readonly string[])[], bom: boolean): string {
  return stringify(
    rows.map((cells) => cells.map(inert)),
    { bom, record_delimiter: 'windows' },
  );
}

function inert(cell: string): string {
  return runs.test(cell) ? `'${cell}` : cell;
}
