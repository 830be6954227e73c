import { createHash } from 'node:crypto';
import { parse } from 'csv-parse/sync';
import { Failure } from '#kit/failure.ts';
import { type Encoding, wideEncoding } from '../encoding.ts';
import { type Mapping, separatorOf } from '../headers.ts';
import { type Layout, layoutOf, type Row } from '../layout.ts';
import { opened, type Source } from './source.ts';

/** A source, read once through to know how it is laid out. */
export interface Surveyed extends Layout {
  readonly source: Source;
  /** Its place among the files that were given. */
  readonly place: number;
  readonly encoding: Encoding;
  readonly separator: string;
  readonly hash: string;
  /** Rows below the header, about. */
  readonly rows: number;
  /** The first of them. */
  readonly first: readonly Row[];
}

/** What an administrator said of files with these headings. */
export type Recall = (headings: readonly string[]) => Mapping | null;

const headerWithin = 64 * 1024;
const shownRows = 5;

/**
 * Reads a file through once: its encoding (UTF-16, UTF-8, or else what spreadsheets on Windows write), its separator,
 * where its headings stand and what they say.
 * @param extent only the beginning, where nothing but its headings and first rows is wanted
 * @throws Failure in plain words where it is no table at all
 */
export async function survey(
  source: Source,
  place: number,
  recall: Recall,
  extent: 'whole' | 'beginning' = 'whole',
): Promise<Surveyed> {
  const hash = createHash('sha256');
  const strict = new TextDecoder('utf-8', { fatal: true });
  let utf8 = true;
  let lines = 0;
  let length = 0;
  let start = Buffer.alloc(0);
  for await (const chunk of opened(source)) {
    hash.update(chunk);
    length += chunk.length;
    if (start.length < headerWithin) start = Buffer.concat([start, chunk]).subarray(0, headerWithin);
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
    if (utf8) utf8 = isUtf8(strict, chunk, true);
    if (extent === 'beginning' && start.length === headerWithin) break;
  }
  const torn = extent === 'beginning' && start.length === headerWithin;
  if (utf8 && !torn) utf8 = isUtf8(strict, new Uint8Array(), false);
  if (length === 0) throw new Failure(`${source.name} is empty.`, 'Export it again, with a header row.');
  const encoding = wideEncoding(start) ?? (utf8 ? 'utf-8' : 'windows-1252');
  const beginning = new TextDecoder(encoding).decode(start, { stream: torn || length > start.length });
  const { separator, layout, first } = laidOut(source.name, beginning, torn || length > start.length, recall);
  const rows = Math.max(0, lines - layout.headerLine);
  return { source, place, ...layout, encoding, separator, hash: hash.digest('hex'), rows, first };
}

function isUtf8(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}

/** By the separator that a first line names (`sep=;`), else by the one with which the headings can be read. */
function laidOut(name: string, beginning: string, torn: boolean, recall: Recall) {
  const whole = torn ? beginning.slice(0, beginning.lastIndexOf('\n') + 1) || beginning : beginning;
  const lines = whole.split(/\r\n|\n|\r/);
  const named = /^\uFEFF?"?sep=(.)"?[,;\t|]*$/i.exec(lines[0] ?? '')?.[1];
  const likeliest = separatorOf(
    lines.slice(0, 20).toSorted((one, other) => other.length - one.length)[0] ?? '',
  );
  const tried = named ? [named] : [...new Set([likeliest, ',', ';', '\t', '|'])];
  const all = tried.map((separator) => {
    const rows = firstRows(name, whole, separator);
    const layout = layoutOf(rows, recall);
    const first = rows.filter(({ line }) => line > layout.headerLine).slice(0, shownRows);
    return { separator, layout, first };
  });
  const [likely] = all;
  if (!likely) throw new Failure(`${name} is not a CSV file.`, 'Save it as “CSV UTF-8” and try again.');
  return all.find(({ layout }) => layout.leftOut || !('problem' in layout.header)) ?? likely;
}

function firstRows(name: string, beginning: string, separator: string): readonly Row[] {
  const rows: Row[] = [];
  try {
    parse(beginning, {
      delimiter: separator,
      to: 30,
      bom: true,
      relax_quotes: true,
      relax_column_count: true,
      skip_records_with_empty_values: true,
      on_record(cells: string[], { lines }) {
        rows.push({ line: lines, cells });
        return null;
      },
    });
  } catch (cause) {
    // A quotation mark may be closed beyond what was looked at; what was read until there is enough.
    if (rows.length === 0)
      throw new Failure(`${name} is not a CSV file.`, 'Save it as “CSV UTF-8” and try again.', cause);
  }
  return rows;
}
