import { dateInWords } from '#rules/moment.ts';
import type { Problem } from './check.ts';
import { checkHome } from './check-homes.ts';
import { checkPerson } from './check-people.ts';
import { checkResident, checkTenancy } from './check-tenancies.ts';
import { columnsOf } from './columns.ts';
import { orderShown, readDate } from './dates.ts';
import type { Header } from './headers.ts';
import type { Row } from './layout.ts';

/** The first rows of a file as they would be read. */
export interface Preview {
  readonly heads: readonly string[];
  readonly rows: readonly PreviewRow[];
}

export interface PreviewRow {
  readonly line: number;
  readonly values: readonly string[];
  readonly problems: readonly Problem[];
}

export function previewOf(header: Header, first: readonly Row[], today: Temporal.PlainDate): Preview {
  const columns = columnsOf[header.kind].filter(({ name }) => header.columns.has(name));
  return {
    heads: columns.map(({ label }) => label),
    rows: first.map(({ line, cells }) => ({
      line,
      values: columns.map(({ name, date }) => {
        const text = (cells[header.columns.get(name) ?? -1] ?? '').trim();
        return date ? dateIn(text, header, name) : text;
      }),
      problems: checked(header, cells, today),
    })),
  };
}

function dateIn(text: string, header: Header, column: string): string {
  const order = header.dates?.get(column);
  if (orderShown(text) === 'either' && order === undefined)
    return `${text} (the rest of the column, or your answer, says how)`;
  const date = readDate(text, order ?? (orderShown(text) === 'month-first' ? 'month-first' : 'day-first'));
  return date ? dateInWords(date) : text;
}

function checked(header: Header, cells: readonly string[], today: Temporal.PlainDate): readonly Problem[] {
  if (header.kind === 'homes') return checkHome(header, cells).problems;
  if (header.kind === 'people') return checkPerson(header, cells, today).problems;
  return (header.kind === 'tenancies' ? checkTenancy(header, cells) : checkResident(header, cells)).problems;
}
