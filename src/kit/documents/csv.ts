import { stringify } from 'csv-stringify/sync';

/** What a spreadsheet runs, also in the wide forms of East Asian keyboards; it passes over what leads it. */
const runs = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

/**
 * A table as a spreadsheet opens it: the first row names the columns. A spreadsheet runs what begins with a formula's
 * sign (= + - @), also behind spaces and line ends, or with a tab: such a cell is led by an apostrophe, so that a text
 * stays a text.
 */
export function csvText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify(
    [head, ...rows].map((cells) => cells.map(inert)),
    { bom: true, record_delimiter: 'windows' },
  );
}

function inert(cell: string): string {
  return runs.test(cell) ? `'${cell}` : cell;
}
