import { pipeline, Readable } from 'node:stream';
import { type Info, parse } from 'csv-parse';
import { Failure } from '#kit/failure.ts';
import type { Row } from '../layout.ts';
import type { Surveyed } from './survey.ts';

const rowAtMost = 128 * 1024;

/**
 * Streams the rows of a file in batches; at no time is more than one batch in memory.
 * @throws Failure where the file cannot be read on, for instance a quotation mark that is never closed
 */
export async function* batchesOf(file: Surveyed, size: number): AsyncGenerator<readonly Row[]> {
  const parser = parse({
    delimiter: file.separator,
    relax_quotes: true,
    relax_column_count: true,
    // Rows of separators alone are what a spreadsheet keeps of rows that were emptied.
    skip_records_with_empty_values: true,
    info: true,
    max_record_size: rowAtMost,
  });
  // Errors of either stream arrive at the loop below.
  pipeline(Readable.from(textOf(file)), parser, () => {});
  let batch: Row[] = [];
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (info.lines <= file.headerLine) continue;
      batch.push({ line: info.lines, cells: record });
      if (batch.length < size) continue;
      yield batch;
      batch = [];
    }
  } catch (cause) {
    throw new Failure(
      `${file.source.name} cannot be read beyond line ${parser.info.lines}.`,
      'Look there for a quotation mark that is not closed, and send the corrected file.',
      cause,
    );
  }
  if (batch.length > 0) yield batch;
}

async function* textOf(file: Surveyed): AsyncGenerator<string> {
  // The decoder takes the byte order mark away.
  const decoder = new TextDecoder(file.encoding);
  for await (const chunk of file.source.open()) yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
