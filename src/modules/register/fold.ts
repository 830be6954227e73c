/*
 * How text is made comparable: accents, case and punctuation fall away, so that "Zoë O’Brien" is found as "zoe obrien".
 * The same folding makes the stored tokens and reads what somebody typed.
 */

/** Letters that have no accent to lose. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const alikeLetters = new RegExp(`[${Object.keys(alike).join('')}]`, 'g');
const accents = /\p{M}/gu;
const plain = /^[a-z0-9 ]*$/;

/** Lower case without accents; punctuation is kept. */
export function folded(text: string): string {
  if (plain.test(text)) return text;
  return text
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(accents, '')
    .replace(alikeLetters, (letter) => alike[letter] ?? letter);
}

/** Only letters and digits: "O’Brien" is `obrien`, "P-000/12" is `p00012`. */
export function compact(text: string): string {
  return folded(text).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Words parted by spaces, commas and the like, each compact; apostrophes and hyphens stay within a word. */
export function wordsIn(text: string): readonly string[] {
  return text
    .split(/[\s,;:()]+/)
    .map(compact)
    .filter((word) => word !== '');
}

/**
 * The words that a name is found by: "Anne-Marie O’Brien" by `annemarie`, `anne`, `marie`, `obrien` and `brien`.
 * Parts of one letter say nothing on their own.
 */
export function nameWords(name: string): readonly string[] {
  const whole = wordsIn(name);
  const parts = /[-'’`]/.test(name) ? wordsIn(name.replace(/[-'’`]/g, ' ')) : [];
  return [...new Set([...whole, ...parts.filter((part) => part.length > 1)])];
}
