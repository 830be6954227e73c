/** Something that is not to leave: what it is called on a page, and each way in which it may be written. */
export interface Withheld {
  readonly id: string;
  readonly label: string;
  readonly texts: readonly string[];
}

/** Stands where something was. */
export const leftOut = '[left out]';

/** Finds and takes out, whatever the accents, the capitals, and the spaces between words or digits. */
export interface Redactor {
  /** The text without any of it. */
  clean(text: string): string;
  holds(text: string): boolean;
}

/** @param texts as they may stand in somebody's words; shorter than two letters would take out too much */
export function redactor(texts: readonly string[]): Redactor {
  const ways = [...new Set(texts.map((text) => folded(text).text.trim()))]
    .filter((text) => text.replaceAll(/[^\p{L}\p{N}]/gu, '').length > 1)
    .toSorted((one, other) => other.length - one.length)
    .map(pattern);
  if (ways.length === 0) return { clean: (text) => text, holds: () => false };
  const any = new RegExp(ways.join('|'), 'gu');
  return {
    clean: (text) => cleaned(text, any),
    holds: (text) => folded(text).text.search(any) >= 0,
  };
}

function cleaned(text: string, any: RegExp): string {
  const { text: plain, at } = folded(text);
  let done = 0;
  let kept = '';
  for (const found of plain.matchAll(any)) {
    const [from, to] = [at(found.index), at(found.index + found[0].length)];
    if (from < done) continue;
    kept += text.slice(done, from) + leftOut;
    done = to;
  }
  return done === 0 ? text : kept + text.slice(done);
}

/** A number however it is spaced, with or without its country; anything else as words. */
function pattern(text: string): string {
  const digits = text.replaceAll(/\D/g, '');
  const isNumber = digits.length >= 6 && /^[+\d\s().-]+$/.test(text);
  if (isNumber) {
    const core = digits.replace(/^(?:0{0,2}44)?0?/, '');
    return `(?<!\\p{N})(?:\\+?(?:00)?44${between}(?:\\(?0\\)?)?|0)?${between}${[...core].join(between)}(?!\\p{N})`;
  }
  const words = text.split(/[^\p{L}\p{N}@._]+/u).filter((word) => word !== '');
  const apart = words.length > 1 && /\d/.test(text) ? '[^\\p{L}\\p{N}]*' : '[^\\p{L}\\p{N}]+';
  return `(?<![\\p{L}\\p{N}])${words.map(escaped).join(apart)}(?![\\p{L}\\p{N}])`;
}

const between = '[\\s().\\-]*';

function escaped(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/**
 * A text in small letters without accents, and where each place in it stands in the text that was written. Plain
 * letters, which most texts are made of, take no second look.
 */
function folded(text: string): { readonly text: string; readonly at: (index: number) => number } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything that is ASCII
  if (/^[\u0000-\u007f]*$/.test(text)) return { text: text.toLowerCase(), at: (index) => index };
  let plain = '';
  const places: number[] = [];
  let index = 0;
  for (const letter of text) {
    const simple = letter.normalize('NFKD').toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
    plain += simple;
    for (let each = 0; each < simple.length; each += 1) places.push(index);
    index += letter.length;
  }
  places.push(text.length);
  return { text: plain, at: (place) => places[place] ?? text.length };
}
