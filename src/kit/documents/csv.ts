import { stringify } from 'csv-stringify/sync';

/**
 * A table as a spreadsheet opens it: the first row names the columns. A spreadsheet runs what begins with a formula's
 * sign (= + - @ or a tab): such a cell is led by an apostrophe, so that a text stays a text.
 */
export function csvText(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return stringify([head, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });
}
