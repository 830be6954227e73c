import { columnsOf } from '../columns.ts';
import { type DateEvidence, decideOrder, noEvidence, shown } from '../date-order.ts';
import type { DateOrder } from '../dates.ts';
import type { Header } from '../headers.ts';
import type { Finding } from '../import-run.ts';
import { batchesOf } from './rows.ts';
import type { Surveyed } from './survey.ts';

/** A file of which everything is decided that its rows are read by. */
export interface Ready extends Surveyed {
  readonly header: Header;
}

/** What was seen of a file before its first row is taken: what it is, and what is to be asked or said about it. */
export interface Examined {
  readonly ready: Ready | null;
  readonly findings: readonly Finding[];
}

const atOnce = 5_000;

/**
 * Reads the date columns of a file through, because their order shows only in the whole of a column.
 * @param chosen which order holds where a column does not show it
 */
export async function examine(file: Surveyed, chosen: DateOrder | null): Promise<Examined> {
  const { header, leftOut, source, headerLine, mapping } = file;
  const finding = (text: string, asks = false): Finding => ({ file: source.name, text, asks });
  if (leftOut) return { ready: null, findings: [finding('It is left out, as somebody said of such files.')] };
  if ('problem' in header) return { ready: null, findings: unreadable(file) };
  const findings: Finding[] = [];
  if (headerLine > 1)
    findings.push(finding(`Its headings are on line ${headerLine}; the lines above are left out.`));
  if (file.encoding.startsWith('utf-16')) findings.push(finding('It is read as UTF-16.'));
  if (header.unread.length > 0)
    findings.push(finding(`These columns are not read: ${header.unread.slice(0, 30).join(', ')}.`));
  const dates = new Map<string, DateOrder>();
  for (const [column, evidence] of await evidenceOf(file, header)) {
    const decision = decideOrder(column, evidence, chosen ?? mapping?.dates ?? null);
    if ('ask' in decision) {
      findings.push(finding(decision.ask, true));
      continue;
    }
    dates.set(column, decision.order);
    if (decision.note) findings.push(finding(decision.note));
  }
  const asks = findings.some((each) => each.asks);
  return { ready: asks ? null : { ...file, header: { ...header, dates } }, findings };
}

/** What keeps the columns of a file from being read, as its beginning shows. */
export function unreadable({ header, leftOut, source }: Surveyed): readonly Finding[] {
  return !leftOut && 'problem' in header ? [{ file: source.name, text: header.problem, asks: true }] : [];
}

async function evidenceOf(file: Surveyed, header: Header): Promise<ReadonlyMap<string, DateEvidence>> {
  const columns = columnsOf[header.kind].flatMap(({ name, date }) => {
    const at = header.columns.get(name);
    return date && at !== undefined ? [{ name, at }] : [];
  });
  const found = new Map<string, DateEvidence>(columns.map(({ name }) => [name, noEvidence]));
  if (columns.length === 0) return found;
  for await (const rows of batchesOf(file, atOnce)) {
    for (const { cells, line } of rows)
      for (const { name, at } of columns)
        found.set(name, shown(found.get(name) ?? noEvidence, cells[at] ?? '', line));
  }
  return found;
}
