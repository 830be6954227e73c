import { commonInAddresses, otherwiseWritten } from './address-words.ts';
import { compact, folded, unspaced } from './fold.ts';
import { phoneBeginning, phoneEnding } from './phone.ts';
import { typedPostcode } from './postcode.ts';
import { withItsLetter } from './reference-words.ts';

/** One word typed, and everything that it may stand for: "07700" begins a phone or a reference. */
export interface SearchWord {
  readonly beginnings: readonly string[];
  /** Met only as they are: the number of a house, a name of two letters, or names that are spelt alike. */
  readonly whole: readonly string[];
}

/** What to look for, the most telling word first; `too-short` where there are only one or two digits. */
export type SearchText =
  | { readonly kind: 'words'; readonly words: readonly SearchWord[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-short' };

interface Typed extends SearchWord {
  /** As it was typed, compact: what tells most is the longest. */
  readonly text: string;
}

const wordsAtMost = 8;
const phone = /(?<![\p{L}\p{N}])(?:\+|0)[\d\s().-]*\d(?![\p{L}\p{N}])/gu;

/** Reads what somebody typed: names in any order, an address, a postcode or phone with any spacing, a reference. */
export function readSearch(typed: string): SearchText {
  const text = withItsLetter(folded(typed.slice(0, 200)).trim());
  if (text === '') return { kind: 'empty' };
  const phones: Typed[] = [];
  const rest = together(text)
    .replace(typedPostcode, (_, outward, inward) => ` ${outward}${inward} `)
    .replace(phone, (found) => {
      const beginning = phoneBeginning(found);
      if (beginning === null || compact(found).length < 5) return found;
      const digits = compact(found);
      const beginnings = [beginning, digits, digits.replace(/^0+/, ''), ...endingWith(digits)];
      phones.push({ text: digits, beginnings: [...new Set(beginnings)], whole: [] });
      return ' ';
    });
  const texts = rest
    .split(/[\s,;:()،؛、]+/)
    .map((part) => compact(part).slice(0, 60))
    .filter((word) => word !== '');
  return chosen([...phones, ...texts.map((word, at) => asWord(word, at, texts, phones.length > 0))]);
}

/** Nothing but groups of digits is one number: the end of a phone as somebody reads it out. */
function together(text: string): string {
  return /^[1-9][\d\s.-]+$/.test(text) && text.replace(/\D/g, '').length >= endingAtLeast
    ? text.replace(/\D/g, '')
    : text;
}

function asWord(word: string, at: number, texts: readonly string[], besidePhone: boolean): Typed {
  const whole = [...otherwiseWritten(word), ...runsWith(texts, at)];
  const ends = /^\d+$/.test(word) ? endingWith(word) : [];
  // Beside other words a short number is a house's: "1 Mill Lane" is not "12 Mill Lane".
  const number = (texts.length > 1 || besidePhone) && /^[1-9]\d{0,3}[a-z]?$/.test(word);
  if (number) return { text: word, beginnings: ends, whole: [word] };
  return { text: word, beginnings: [word, ...ends], whole };
}

const runAtMost = 5;

/** The word written together with those beside it: "O Brien" may stand as "OBrien". */
function runsWith(texts: readonly string[], at: number): readonly string[] {
  const runs: string[] = [];
  for (let from = Math.max(0, at - runAtMost + 1); from <= at; from += 1) {
    for (let to = Math.max(at, from + 1); to < Math.min(texts.length, from + runAtMost); to += 1) {
      const run = texts.slice(from, to + 1).join('');
      if (!/\d/.test(run)) runs.push(run.slice(0, 60));
    }
  }
  return runs;
}

/** Fewer digits would be the end of too many numbers. */
const endingAtLeast = 4;

/** The last digits of a phone, where there are enough to tell and too few for a whole number. */
function endingWith(digits: string): readonly string[] {
  return digits.length >= endingAtLeast && digits.length < 10 ? [phoneEnding(digits)] : [];
}

function chosen(words: readonly Typed[]): SearchText {
  const kept = words.toSorted((one, other) => weight(other) - weight(one)).slice(0, wordsAtMost);
  const sum = kept.reduce((total, { text }) => total + lengthOf(text), 0);
  const longest = Math.max(0, ...kept.map(({ text }) => lengthOf(text)));
  if (sum > 2 && longest > 1)
    return { kind: 'words', words: kept.map(({ beginnings, whole }) => ({ beginnings, whole })) };
  if (kept.every(({ text }) => !/\p{L}/u.test(text))) return { kind: 'too-short' };
  // A name may be as short as that; the beginnings of others with so few letters are too many.
  return {
    kind: 'words',
    words: kept.map(({ text, whole }) => ({ beginnings: [], whole: [text, ...whole] })),
  };
}

/** One sign of a script without spaces is a word. */
function lengthOf(text: string): number {
  return unspaced.test(text) ? Math.max(3, text.length) : text.length;
}

function weight({ text }: Typed): number {
  if (commonInAddresses.has(text)) return 0;
  return lengthOf(text) + (/\d/.test(text) && text.length > 4 ? 10 : 0);
}

/** Words that a hurried hand may have meant: two letters exchanged, or one too many. */
export function slips(word: string): readonly string[] {
  if (word.length < 3 || word.length > 20 || /\d/.test(word)) return [];
  const meant = new Set<string>();
  for (let at = 0; at < word.length; at += 1) {
    if (word.length > 3) meant.add(word.slice(0, at) + word.slice(at + 1));
    meant.add(word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2));
  }
  meant.delete(word);
  return [...meant];
}
