import { type Folded, folded, isSign } from './folded-text.ts';

/** Where something stands in a text, and how it is written there. */
export interface Found {
  readonly at: number;
  readonly written: string;
}

/** A word that is looked for, however it is disguised. */
export interface Sought {
  readonly letters: readonly Letter[];
  /** How many words it has. */
  readonly words: number;
  /** Alone, as the beginning of a word, or anywhere in one. */
  readonly within: boolean;
  readonly goesOn: boolean;
  /** Words of everyday life that would read as it. */
  readonly harmless: ReadonlySet<string>;
}

/** How a letter may be written. */
interface Letter {
  readonly as: readonly string[];
  /** So often at most, one after the other. */
  readonly most: number;
  /** Of a further word: blanks may stand before it. */
  readonly further: boolean;
}

/** Signs, digits and other letters that are written for a letter. */
const forLetters: Readonly<Record<string, string>> = {
  ...{ a: '4 @', b: '8', c: '(', e: '3 €', f: 'ph', g: '6 9', h: '#', i: '1 ! | l ¡', l: '1 | i !', m: 'rn' },
  ...{ o: '0', s: '5 $', t: '7 +', u: 'v', v: 'u', w: 'vv uu', z: '2' },
};

/**
 * A word to look for, as lists write it: `court` is found alone, `abus*` with whatever follows, `*landlord*` also
 * within a longer word; a blank stands for whatever is between words.
 */
export function sought(entry: string, harmless: ReadonlySet<string> = new Set()): Sought {
  const words = entry.split(' ').map((word) => folded(word.replaceAll('*', '')).reads.split(''));
  // Of two or three letters, digits would find the numbers of homes.
  const short = words.flat().length < 4;
  const letter = (each: string, further: boolean): Letter => ({
    ...{ as: short ? [each] : [each, ...(forLetters[each]?.split(' ') ?? [])], most: short ? 1 : 3 },
    further,
  });
  return {
    letters: words.flatMap((word, nth) => word.map((each, at) => letter(each, nth > 0 && at === 0))),
    words: words.length,
    within: entry.startsWith('*'),
    goesOn: entry.endsWith('*'),
    harmless,
  };
}

/**
 * Where it is first written, whatever its case, with look-alikes, digits and signs for letters, letters written more
 * than once, signs in between, spaced out, or torn apart; null: nowhere.
 */
export function findIn(text: Folded, word: Sought): Found | null {
  const { reads } = text;
  const [first] = word.letters;
  if (!first) return null;
  for (let from = 0; from < reads.length; from += 1) {
    if (!first.as.some((each) => reads.startsWith(each, from))) continue;
    const begins = beginsWord(reads, from);
    const together = word.within || begins ? endOf(word, reads, from, false) : -1;
    if (together !== -1 && isWord(reads, from, together) && !word.harmless.has(around(reads, from, together)))
      return foundAt(text, from, together);
    const apart = begins && word.letters.length > 2 ? endOf(word, reads, from, true) : -1;
    if (apart !== -1 && isWord(reads, from, apart) && tornApart(reads, from, apart, word))
      return foundAt(text, from, apart);
  }
  return null;
}

/** Not in the middle of a word: in “let’s talk”, nobody stalks. */
function beginsWord(reads: string, at: number): boolean {
  return isSign(reads[at - 1]) && !(reads[at - 1] === "'" && !isSign(reads[at - 2]));
}

/** Digits and signs alone are no word. */
function isWord(reads: string, from: number, to: number): boolean {
  return /\p{L}/u.test(reads.slice(from, to));
}

/** Where the word ends that begins here, written together or `apart`; -1: it is another. */
function endOf({ letters, goesOn }: Sought, reads: string, from: number, apart: boolean): number {
  const after = (index: number, at: number): number => {
    const next = letters[index];
    if (next === undefined) return wordEnds(reads, at, goesOn);
    const blanks = apart || next.further;
    for (let gap = 0; gap <= (index === 0 ? 0 : blanks ? 6 : 3); gap += 1) {
      if (gap > 0 && !isGap(reads[at + gap - 1], blanks)) break;
      const end = written(next.as, at + gap, next.most, index);
      if (end !== -1) return end;
    }
    return -1;
  };
  const written = (as: Letter['as'], at: number, times: number, index: number): number => {
    for (const each of as) {
      if (!reads.startsWith(each, at)) continue;
      const here = at + each.length;
      const end = after(index + 1, here);
      if (end !== -1) return end;
      const again = times > 1 ? written(as, here, times - 1, index) : -1;
      if (again !== -1) return again;
    }
    return -1;
  };
  return after(0, from);
}

function isGap(unit: string | undefined, blanks: boolean): boolean {
  return unit !== undefined && isSign(unit) && (blanks || unit !== ' ');
}

/** Nothing follows within the word but “’s”, or whatever follows. */
function wordEnds(reads: string, at: number, goesOn: boolean): number {
  const end = goesOn ? endOfWord(reads, at) : reads.startsWith("'s", at) ? at + 2 : at;
  return isSign(reads[end]) ? end : -1;
}

function endOfWord(reads: string, at: number): number {
  let end = at;
  while (!isSign(reads[end])) end += 1;
  return end;
}

/** With the rest of the words in which it begins and ends. */
function around(reads: string, from: number, to: number): string {
  let begin = from;
  while (begin > 0 && !isSign(reads[begin - 1])) begin -= 1;
  return reads.slice(begin, endOfWord(reads, to));
}

/**
 * Blanks within it. Spaced out: pieces of a letter or two. Torn in two or three: nothing but the pieces of this word,
 * and no end of a sentence between them.
 */
function tornApart(reads: string, from: number, to: number, { words, harmless }: Sought): boolean {
  const whole = around(reads, from, to);
  const pieces = whole.split(/ +/).map((piece) => [...piece].filter((unit) => !isSign(unit)).length);
  if (pieces.length <= words) return false;
  if (pieces.length > 2 && pieces.slice(0, -1).every((length) => length <= 2)) return true;
  return pieces.length < 4 && !/[.!] /.test(whole) && !innocent.test(whole) && !harmless.has(whole);
}

/** “A bus”, “a busy day”, “a business”. */
const innocent = /^a bus(?!e|ive)/;

function foundAt({ text, from: places }: Folded, from: number, to: number): Found {
  const at = places[from] ?? 0;
  return { at, written: text.slice(at, places[to] ?? text.length).trim() };
}
