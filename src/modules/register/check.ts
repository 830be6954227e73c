import { readDate } from './dates.ts';
import type { Header } from './headers.ts';

/** What is wrong with one field of a row, in plain words and without repeating what stands there. */
export interface Problem {
  readonly field: string;
  readonly problem: string;
  /** The whole row is refused; otherwise it is imported without this field. */
  readonly refused: boolean;
}

/** A row, understood as far as it goes; `value` is null where it is refused. */
export interface CheckedRow<T> {
  readonly value: T | null;
  readonly problems: readonly Problem[];
}

/** Reads the fields of one row and remembers what is wrong. */
export interface Fields {
  text(column: string, most?: number): string;
  required(column: string, missing: string, most?: number): string;
  list(column: string): readonly string[];
  date(column: string, unreadable: 'refuse' | 'leave-out'): Temporal.PlainDate | null;
  refuse(field: string, problem: string): void;
  leaveOut(field: string, problem: string): void;
}

/** Gives the fields of a row to `read`; what `read` makes counts only where nothing was refused. */
export function checkRow<T>(
  header: Header,
  cells: readonly string[],
  read: (fields: Fields) => T,
): CheckedRow<T> {
  const missing = cells.length < header.width;
  if (missing || cells.slice(header.width).some((cell) => cell.trim() !== ''))
    return {
      value: null,
      problems: [
        {
          field: 'row',
          problem:
            `The row has ${cells.length} fields where the header has ${header.width}: ` +
            (missing
              ? 'a row may be torn by a line end, which belongs between quotation marks'
              : 'put a value that holds the separator between quotation marks'),
          refused: true,
        },
      ],
    };
  const problems: Problem[] = [];
  const value = read(fieldsOf(header, cells, problems));
  return { value: problems.some((problem) => problem.refused) ? null : value, problems };
}

function fieldsOf(header: Header, cells: readonly string[], problems: Problem[]): Fields {
  const refuse = (field: string, problem: string) => problems.push({ field, problem, refused: true });
  const leaveOut = (field: string, problem: string) => problems.push({ field, problem, refused: false });
  function text(column: string, most = 200): string {
    const at = header.columns.get(column);
    const value = at === undefined ? '' : (cells[at] ?? '').replaceAll('\0', '').trim();
    if (value.length <= most) return value;
    refuse(column, `Longer than ${most} characters`);
    return '';
  }
  /** 1.00023E+11: what stood there is lost, and another reference would be made up in its place. */
  function spoilt(column: string, value: string): boolean {
    if (!column.endsWith('reference') && !column.endsWith('references')) return false;
    if (!/^\d+(?:\.\d+)?e[+-]?\d+$/i.test(value)) return false;
    refuse(
      column,
      'A spreadsheet wrote this reference as a power of ten: make the column text and export it again',
    );
    return true;
  }
  return {
    text,
    required(column, missing, most) {
      const value = text(column, most);
      if (value === '' && !problems.some((problem) => problem.field === column)) refuse(column, missing);
      return spoilt(column, value) ? '' : value;
    },
    list: (column) =>
      [...new Set(text(column, 1_000).split(/[;|]/).map(trim).filter(Boolean))].filter(
        (value) => !column.endsWith('_references') || !spoilt(column, value),
      ),
    date(column, unreadable) {
      const value = text(column);
      if (value === '') return null;
      const date = readDate(value, header.dates?.get(column));
      if (date === null) {
        const problem = 'Not a date. Write 2024-03-31, 31/03/2024 or 31 March 2024';
        if (unreadable === 'refuse') refuse(column, problem);
        else leaveOut(column, problem);
      }
      return date;
    },
    refuse,
    leaveOut,
  };
}

function trim(text: string): string {
  return text.trim();
}
