import { createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'csv-stringify/sync';
import { Failure } from '#kit/failure.ts';
import { holdsTooMuch, opensAsWorkbook, type SheetOf, sheetsOf } from '#kit/spreadsheets/index.ts';
import { type FileSource, fileSource } from './source.ts';

const megabyte = 1024 * 1024;

/** How large a workbook may be; a register of 400,000 residents has about half of it. */
const workbookAtMost = 60 * megabyte;

/** What is written out of one workbook: a small one may hold a cell a million times, or rows far below one another. */
const writtenAtMost = 400 * megabyte;

export interface Making {
  /** Private, and taken away by whoever made it. */
  readonly folder: string;
  readonly writtenAtMost?: number;
  /** Is told of each row that is written out. */
  readonly onRow?: () => void;
}

/**
 * The tables of a file: of CSV itself, of a workbook each sheet that holds anything, written out as CSV.
 * @throws Failure in plain words where a workbook cannot be read
 */
export async function tablesOf(path: string, name: string, making: Making): Promise<readonly FileSource[]> {
  if ((await readableKind(path, name)) === 'csv') return [fileSource(path, name)];
  const sheets = await sheetsOf(path, name);
  const tables: FileSource[] = [];
  const room = { left: making.writtenAtMost ?? writtenAtMost };
  for (const [at, sheet] of sheets.entries()) {
    const written = join(making.folder, `${basename(path)}-${at}.csv`);
    if (!(await writtenOut(sheet, written, name, room, making.onRow))) continue;
    const called = sheets.length === 1 ? name : `${name}, sheet ${tidy(sheet.name)}`;
    tables.push(fileSource(written, called));
  }
  if (tables.length === 0) throw new Failure(`${name} is empty.`, 'Export it again, with a header row.');
  return tables;
}

/**
 * What can be said of a file at once, by its first bytes, its size and its table of contents.
 * @throws Failure in plain words where it is a workbook that cannot be read
 */
export async function readableKind(path: string, name: string): Promise<'csv' | 'workbook'> {
  const kind = await kindOf(path);
  if (kind === 'csv') return kind;
  if (kind === 'old')
    throw new Failure(
      `${name} is an old Excel workbook, or protected by a password.`,
      'Save it as “Excel workbook (.xlsx)” without a password, or as “CSV UTF-8”, and try again.',
    );
  const { size } = await stat(path);
  if (size > workbookAtMost)
    throw new Failure(
      `${name} is larger than a spreadsheet may be here (${workbookAtMost / megabyte} MB).`,
      'Save each of its sheets as “CSV UTF-8” and import those.',
    );
  await opensAsWorkbook(path, name);
  return kind;
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
async function writtenOut(
  sheet: SheetOf,
  path: string,
  name: string,
  room: { left: number },
  onRow: () => void = () => {},
): Promise<boolean> {
  let holds = false;
  async function* lines(): AsyncGenerator<string> {
    let width = 0;
    for await (const row of sheet.rows()) {
      holds ||= row.some((cell) => cell.trim() !== '');
      // A sheet does not keep the empty cells at the end of a row.
      width = Math.max(width, row.length);
      const cells = Array.from({ length: width }, (_, at) => (row[at] ?? '').replace(/\s*[\r\n]+\s*/g, '; '));
      const line = stringify([cells]);
      room.left -= line.length;
      if (room.left < 0) throw holdsTooMuch(name);
      onRow();
      yield line;
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(path, { mode: 0o600 }));
  return holds;
}

function tidy(name: string): string {
  return name.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 60);
}
