/*
 * Names and words in scripts that are written from right to left. Unisolated, they pull what stands beside them along:
 * a phone beside a Hebrew name is read with its halves exchanged (Unicode Standard Annex 9).
 */

const letters =
  '\\u0590-\\u08ff\\u200f\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';
const anyLetter = new RegExp(`[${letters}]`, 'u');
/** From one such letter to the last one before a letter of another script, with what stands between. */
const stretch = new RegExp(`[${letters}](?:[^[\\p{L}--[${letters}]]\\n]*[${letters}])?`, 'gv');

/** A part of a text, and whether it is written from right to left. */
export interface Stretch {
  readonly text: string;
  readonly rightToLeft: boolean;
}

export function isRightToLeft(text: string): boolean {
  return anyLetter.test(text);
}

/** A text in its stretches, in their order. */
export function stretchesOf(text: string): readonly Stretch[] {
  if (!anyLetter.test(text)) return [{ text, rightToLeft: false }];
  const found: Stretch[] = [];
  let at = 0;
  for (const { 0: part, index } of text.matchAll(stretch)) {
    if (index > at) found.push({ text: text.slice(at, index), rightToLeft: false });
    found.push({ text: part, rightToLeft: true });
    at = index + part.length;
  }
  if (at < text.length) found.push({ text: text.slice(at), rightToLeft: false });
  return found;
}

/** The same words where nothing but letters can stand: each stretch between characters that nobody sees. */
export function isolated(text: string): string {
  if (!anyLetter.test(text)) return text;
  return stretchesOf(text)
    .map((part) => (part.rightToLeft ? `\u2068${part.text}\u2069` : part.text))
    .join('');
}
