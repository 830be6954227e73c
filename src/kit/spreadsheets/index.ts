import { Failure } from '../failure.ts';
import { rowsOf } from './rows.ts';
import { readWorkbook, type Sheet } from './workbook.ts';
import { notOne, openParts, tooLarge } from './zip.ts';

export { tooLarge as holdsTooMuch };

/** One sheet of a spreadsheet file; it can be read more than once. */
export interface SheetOf {
  readonly name: string;
  rows(): AsyncGenerator<readonly string[]>;
}

/** More than a million rows of a register take, and little enough to read through. */
const mostOut = 400 * 1024 * 1024;

/** A workbook of a register has a few; each is read through apart. */
const sheetsAtMost = 50;

/** @throws Failure where its table of contents cannot be read, which costs little */
export async function opensAsWorkbook(path: string, name: string): Promise<void> {
  (await openParts(path, name, mostOut)).close();
}

/**
 * The sheets of an Excel workbook (.xlsx), each cell as somebody reads it who looks at it: numbers with the noughts
 * that are shown, days as 2024-03-31. Only what cells share is kept in memory; rows stream by.
 * @param most how many bytes may come out of one part
 * @throws Failure in plain words where it cannot be read
 */
export async function sheetsOf(path: string, name: string, most = mostOut): Promise<readonly SheetOf[]> {
  const parts = await openParts(path, name, most);
  try {
    const { sheets } = await readWorkbook(parts, name);
    if (sheets.length > sheetsAtMost) throw tooLarge(name);
    return sheets.map((sheet) => ({ name: sheet.name, rows: () => rowsIn(path, name, sheet, most) }));
  } catch (cause) {
    throw inWords(name, cause);
  } finally {
    parts.close();
  }
}

async function* rowsIn(
  path: string,
  name: string,
  sheet: Sheet,
  most: number,
): AsyncGenerator<readonly string[]> {
  const parts = await openParts(path, name, most);
  try {
    yield* rowsOf(parts, await readWorkbook(parts, name), sheet);
  } catch (cause) {
    throw inWords(name, cause);
  } finally {
    parts.close();
  }
}

/** Whatever else goes wrong in it: the file is not what it seems. */
function inWords(name: string, cause: unknown): Failure {
  return cause instanceof Failure ? cause : notOne(name, cause);
}
