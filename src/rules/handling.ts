/** To whom something may be shown outside the team. */
export type Reader = 'person' | 'agencies';

/** Something on record, with the conditions under which it was received or written. */
export interface Handled {
  readonly id: string;
  /** As it was last decided; nobody: they are asked first who told us. */
  readonly disclosableTo: readonly Reader[];
  /** What it puts right, if anything. */
  readonly correctsId: string | null;
  /** Whoever told us asked that it goes no further, and has not allowed it since (“police: do not disclose”). */
  readonly heldBack: boolean;
}

export interface Selection<E> {
  readonly shown: readonly E[];
  readonly leftOut: readonly E[];
}

/**
 * What of it may reach this reader: the one rule of every export, copy, share and pack (V3.2, domain §10). What was
 * corrected goes only with its correction: where that may not be shown, old words would stand as if they were right.
 * @param reader null: the team’s own file, of which nothing is left out
 * @param all everything of the case, so that no correction is overlooked
 */
export function mayReach<E extends Handled>(reader: Reader | null, all: readonly E[]): Selection<E> {
  if (reader === null) return { shown: all, leftOut: [] };
  const corrections = new Map<string, E[]>();
  for (const each of all)
    if (each.correctsId)
      corrections.set(each.correctsId, [...(corrections.get(each.correctsId) ?? []), each]);
  const may = (each: E): boolean =>
    !each.heldBack && each.disclosableTo.includes(reader) && (corrections.get(each.id) ?? []).every(may);
  const shown = new Set(all.filter(may));
  return { shown: [...shown], leftOut: all.filter((each) => !shown.has(each)) };
}

/** So many words in a row that stand in something held back are no chance. */
const telling = 6;

/**
 * Does a text that somebody writes freely repeat what may not reach its reader? Their own words do not lift a
 * condition: who told us would be as plain as in the entry.
 */
export function repeats(text: string, leftOut: readonly string[]): boolean {
  const said = ` ${wordsOf(text).join(' ')} `;
  return leftOut.some((each) => {
    const words = wordsOf(each);
    if (words.length < telling) return false;
    return words.slice(0, words.length - telling + 1).some((_, at) => {
      const run = words.slice(at, at + telling).join(' ');
      return said.includes(` ${run} `);
    });
  });
}

function wordsOf(text: string): readonly string[] {
  return text.toLocaleLowerCase('en-GB').match(/[\p{L}\p{N}]+/gu) ?? [];
}
