import type { FileKind } from './columns.ts';

/** A file weighed against the register before its first row is taken. */
export interface Weighed {
  readonly rows: number;
  /** By their reference, or by the one that they had until now. */
  readonly known: number;
  /** Not known, but on the register with other noughts before it. */
  readonly bare: number;
  /** Not known, but on the register under another reference: the same home, or the same name and birthday. */
  readonly elsewhere: number;
  /** Of how many rows `elsewhere` was asked. */
  readonly asked: number;
}

export const nothingWeighed: Weighed = { rows: 0, known: 0, bare: 0, elsewhere: 0, asked: 0 };

export function together(one: Weighed, other: Weighed): Weighed {
  return {
    rows: one.rows + other.rows,
    known: one.known + other.known,
    bare: one.bare + other.bare,
    elsewhere: one.elsewhere + other.elsewhere,
    asked: one.asked + other.asked,
  };
}

/** Fewer rows are judged one by one. */
const judgedFrom = 5;

/**
 * Why nothing of a file can be taken, in plain words with what to do; null: it can. A file whose references were spoilt
 * would put a second record beside every home and person, and hide what is known of the first.
 */
export function verdictOn(kind: FileKind, { rows, known, bare, elsewhere, asked }: Weighed): string | null {
  const strangers = rows - known;
  if (rows < judgedFrom || strangers * 2 <= rows) return null;
  if (bare * 2 > strangers)
    return (
      `${count(bare)} of ${count(rows)} references are on the register with other noughts before them. ` +
      'A spreadsheet takes leading noughts away: export the file again and do not open it before you import it, ' +
      'or make the column of references text. Nothing of it was taken.'
    );
  if (asked > 0 && elsewhere * 2 > asked)
    return (
      `${count(strangers)} of ${count(rows)} references are new, but most of those ${things[kind]} are on the ` +
      `register under other references (${by[kind]}). If the column of references is the wrong one, choose another. ` +
      'If the housing system gave new references, add a column previous_reference with the old ones: ' +
      'then each keeps what is known of it. Nothing of it was taken.'
    );
  return null;
}

const things: Readonly<Record<FileKind, string>> = {
  homes: 'homes',
  people: 'people',
  tenancies: 'tenancies',
  residents: 'residents',
};
const by: Readonly<Record<FileKind, string>> = {
  homes: 'the same UPRN, or the same address and postcode',
  people: 'the same name and date of birth',
  tenancies: 'the same home and start',
  residents: 'the same home and person',
};

function count(value: number): string {
  return value.toLocaleString('en-GB');
}
