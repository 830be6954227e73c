import { createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { Failure } from '#kit/failure.ts';
import { type SheetOf, sheetsOf } from '#kit/spreadsheets/index.ts';
import { fileSource, type Source } from './source.ts';

/**
 * The tables of a file: of CSV itself, of a workbook each sheet that holds anything, written out as CSV.
 * @param folder private, and taken away by whoever made it
 * @param bytes how large a workbook may be: larger ones are saved as CSV
 * @throws Failure in plain words where a workbook cannot be read
 */
export async function tablesOf(
  path: string,
  name: string,
  { folder, bytes }: { readonly folder: string; readonly bytes: number },
): Promise<readonly Source[]> {
  const kind = await kindOf(path);
  if (kind === 'csv') return [fileSource(path, name)];
  if (kind === 'old')
    throw new Failure(
      `${name} is an old Excel workbook, or protected by a password.`,
      'Save it as “Excel workbook (.xlsx)” without a password, or as “CSV UTF-8”, and try again.',
    );
  const { size } = await stat(path);
  if (size > bytes)
    throw new Failure(
      `${name} is larger than a spreadsheet may be here (${Math.floor(bytes / 1024 / 1024)} MB).`,
      'Save each of its sheets as “CSV UTF-8” and import those.',
    );
  const sheets = await sheetsOf(path, name);
  const tables: Source[] = [];
  for (const [at, sheet] of sheets.entries()) {
    const written = join(folder, `${path.slice(path.lastIndexOf('/') + 1)}-${at}.csv`);
    if (!(await writtenOut(sheet, written))) continue;
    const called = sheets.length === 1 ? name : `${name}, sheet ${tidy(sheet.name)}`;
    tables.push(fileSource(written, called));
  }
  if (tables.length === 0) throw new Failure(`${name} is empty.`, 'Export it again, with a header row.');
  return tables;
}

/** By its first bytes: what it is called says little. */
async function kindOf(path: string): Promise<'csv' | 'workbook' | 'old'> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4);
    const start = buffer.subarray(0, bytesRead).toString('hex');
    return start === '504b0304' ? 'workbook' : start === 'd0cf11e0' ? 'old' : 'csv';
  } finally {
    await file.close();
  }
}

/** A row of the sheet is a line of the file, so that a line that is reported is found in the sheet. */
async function writtenOut(sheet: SheetOf, path: string): Promise<boolean> {
  let holds = false;
  async function* lines(): AsyncGenerator<string> {
    let width = 0;
    for await (const row of sheet.rows()) {
      holds ||= row.some((cell) => cell.trim() !== '');
      // A sheet does not keep the empty cells at the end of a row.
      width = Math.max(width, row.length);
      const cells = Array.from({ length: width }, (_, at) => (row[at] ?? '').replace(/\s*[\r\n]+\s*/g, '; '));
      yield stringify([cells]);
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path, { mode: 0o600 }));
  return holds;
}

function tidy(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 60);
}
