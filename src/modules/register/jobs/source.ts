import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse/sync';
import { codeOf, Failure, wordsOf } from '#kit/failure.ts';
import { type Header, readHeader, separatorOf } from '../headers.ts';

/** A CSV file, wherever its bytes come from; it can be read more than once. */
export interface Source {
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

export function fileSource(path: string, name = basename(path)): Source {
  return { name, open: () => createReadStream(path, { highWaterMark: 256 * 1024 }) };
}

export function textSource(name: string, text: string): Source {
  const bytes = Buffer.from(text);
  return {
    name,
    async *open() {
      yield bytes;
    },
  };
}

/** A source, read once through to know what it is. */
export interface Surveyed {
  readonly source: Source;
  readonly header: Header;
  readonly encoding: 'utf-8' | 'windows-1252';
  readonly separator: string;
  readonly hash: string;
  /** Rows below the header, about. */
  readonly rows: number;
}

const headerWithin = 64 * 1024;

/**
 * Reads a file through once: its kind, its encoding (UTF-8, or else what spreadsheets on Windows write), its separator.
 * @throws Failure in plain words where it cannot be imported
 */
export async function survey(source: Source): Promise<Surveyed> {
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
    if (utf8) utf8 = reads(strict, chunk, true);
  }
  if (utf8) utf8 = reads(strict, new Uint8Array(), false);
  if (length === 0) throw new Failure(`${source.name} is empty.`, 'Export it again, with a header row.');
  const encoding = utf8 ? 'utf-8' : 'windows-1252';
  const beginning = new TextDecoder(encoding).decode(start);
  const separator = separatorOf(/^[^\r\n]*/.exec(beginning)?.[0] ?? '');
  const header = readHeader(firstRow(source.name, beginning, separator));
  if ('problem' in header)
    throw new Failure(
      `${source.name}: ${header.problem}`,
      'docs/register-import.md lists the columns of each file.',
    );
  return { source, header, encoding, separator, hash: hash.digest('hex'), rows: Math.max(0, lines - 1) };
}

async function* opened(source: Source): AsyncGenerator<Uint8Array> {
  try {
    yield* source.open();
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    throw new Failure(
      `${source.name} cannot be read: ${wordsOf(cause)}.`,
      'Check the name of the file, and that you may read it.',
      cause,
    );
  }
}

function reads(decoder: TextDecoder, chunk: Uint8Array, stream: boolean): boolean {
  try {
    decoder.decode(chunk, { stream });
    return true;
  } catch {
    return false;
  }
}

function firstRow(name: string, beginning: string, separator: string): readonly string[] {
  try {
    const rows = parse(beginning.slice(0, beginning.lastIndexOf('\n') + 1) || beginning, {
      delimiter: separator,
      to: 1,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as string[][];
    return rows[0] ?? [];
  } catch (cause) {
    throw new Failure(`${name} is not a CSV file.`, 'Save it as “CSV UTF-8” and try again.', cause);
  }
}
