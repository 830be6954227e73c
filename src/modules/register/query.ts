import { commonInAddresses, otherwiseWritten } from './address-words.ts';
import { compact, folded } from './fold.ts';
import { phoneBeginning } from './phone.ts';
import { typedPostcode } from './postcode.ts';

/** One word typed, and everything that it may stand for: "07700" begins a phone or a reference. */
export interface SearchWord {
  readonly beginnings: readonly string[];
  /** Met only as they are: the number of a house, or names that are spelt alike. */
  readonly whole: readonly string[];
}

/** What to look for, the most telling word first; `too-short` until there are three letters or digits. */
export type SearchText =
  | { readonly kind: 'words'; readonly words: readonly SearchWord[] }
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-short' };

const wordsAtMost = 8;
const phone = /(?<![\p{L}\p{N}])(?:\+|0)[\d\s().-]*\d(?![\p{L}\p{N}])/gu;

/** Reads what somebody typed: names in any order, an address, a postcode or phone with any spacing, a reference. */
export function readSearch(typed: string): SearchText {
  const text = folded(typed.slice(0, 200)).trim();
  if (text === '') return { kind: 'empty' };
  const words: SearchWord[] = [];
  const rest = text
    .replace(typedPostcode, (_, outward, inward) => ` ${outward}${inward} `)
    .replace(phone, (found) => {
      const beginning = phoneBeginning(found);
      if (beginning === null || compact(found).length < 5) return found;
      const digits = compact(found);
      words.push({ beginnings: [...new Set([beginning, digits, digits.replace(/^0+/, '')])], whole: [] });
      return ' ';
    });
  for (const part of rest.split(/[\s,;:()]+/)) {
    const word = compact(part).slice(0, 60);
    if (word !== '') words.push({ beginnings: [word], whole: otherwiseWritten(word) });
  }
  return chosen(words.length > 1 ? words.map(asNumber) : words);
}

function chosen(words: readonly SearchWord[]): SearchText {
  const kept = words.toSorted((one, other) => weight(other) - weight(one)).slice(0, wordsAtMost);
  const [telling] = kept;
  if (telling === undefined || length(telling) < 2) return { kind: 'too-short' };
  return kept.reduce((sum, word) => sum + length(word), 0) < 3
    ? { kind: 'too-short' }
    : { kind: 'words', words: kept };
}

/** Beside other words a short number is a house's: "1 Mill Lane" is not "12 Mill Lane". */
function asNumber(word: SearchWord): SearchWord {
  const numbers = word.beginnings.filter((beginning) => /^[1-9]\d{0,3}[a-z]?$/.test(beginning));
  return numbers.length === word.beginnings.length ? { beginnings: [], whole: numbers } : word;
}

function length(word: SearchWord): number {
  return (word.beginnings.at(-1) ?? word.whole[0] ?? '').length;
}

function weight(word: SearchWord): number {
  const first = word.beginnings[0] ?? word.whole[0] ?? '';
  if (commonInAddresses.has(first)) return 0;
  return length(word) + (/\d/.test(first) && length(word) > 4 ? 10 : 0);
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
