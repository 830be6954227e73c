import { plainLetters } from './alike-letters.ts';
import { unseen } from './visible.ts';

/*
 * How text is made comparable: accents, case and punctuation fall away, so that "Zoë O’Brien" is found as "zoe obrien".
 * The same folding makes the stored tokens and reads what somebody typed. Whoever changes it makes everybody findable
 * anew: `foldings` in tokens.ts.
 */

const apostrophes = /[`´ʹʺʻʼʽʾʿˈˊˋ΄՚׳‘’‛′‵Ꞌꞌ＇｀\u1fbd\u1fbf\u1fef\u1ffd\u1ffe]/gu;
const hyphens = /[\p{Pd}·˗‧⁃−・･]/gu;
/** It parts what belongs together, as a hyphen does. */
const nonJoiner = /\u200c/g;
const accents = /\p{M}/gu;
const plain = /^[a-z0-9 ]*$/;

/** Lower case without accents or unseen characters; punctuation is kept, one kind of apostrophe and of hyphen. */
export function folded(text: string): string {
  if (plain.test(text)) return text;
  const marked = text
    .replace(apostrophes, "'")
    .replace(nonJoiner, '-')
    .replace(hyphens, '-')
    .replace(unseen, '');
  const bare = marked.normalize('NFKD').toLowerCase().normalize('NFKD').replace(accents, '');
  return plainLetters(bare).replace(apostrophes, "'").normalize('NFC');
}

/** Only letters and digits: "O’Brien" is `obrien`, "P-000/12" is `p00012`. */
export function compact(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Words parted by spaces, commas and the like, each compact; apostrophes and hyphens stay within a word. */
export function wordsIn(text: string): readonly string[] {
  return folded(text)
    .split(/[\s,;:()،؛、]+/)
    .map(compact)
    .filter((word) => word !== '');
}

/** The parts of a name however they are held together: "Anne-Marie O’Brien" is `anne`, `marie`, `o`, `brien`. */
export function nameParts(name: string): readonly string[] {
  return wordsIn(folded(name).replace(/['\-./_&+]/g, ' '));
}

/**
 * The words that a name is found by: "Anne-Marie O’Brien" by `annemarie`, `anne`, `marie`, `obrien` and `brien`. What
 * an apostrophe leaves of one letter says nothing on its own; a name of one letter does.
 */
export function nameWords(name: string): readonly string[] {
  return [...new Set([...wordsIn(name), ...nameParts(name).filter((part) => part.length > 1)])];
}

/** A name written together from each of its parts on: "Van der Berg" is `vanderberg`, `derberg` and `berg`. */
export function runsOn(name: string): readonly string[] {
  const parts = nameParts(name).slice(0, 8);
  return parts.map((_, at) => parts.slice(at).join(''));
}

/** Scripts that write no spaces between words. */
export const unspaced = new RegExp(
  `[${['Han', 'Hiragana', 'Katakana', 'Hangul', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan']
    .map((script) => `\\p{Script=${script}}`)
    .join('')}]`,
  'u',
);

/** What follows any letter of a word without spaces: a given name is found where it stands behind a family name. */
export function endings(word: string): readonly string[] {
  if (!unspaced.test(word)) return [];
  const letters = [...word].slice(0, 20);
  return letters.map((_, at) => letters.slice(at).join(''));
}
