import { type Found, findIn, sought } from './disguise.ts';
import type { Folded } from './folded-text.ts';

/** Where a text holds a name, or any word of it, however it is disguised. */
export function namesIn(text: Folded, name: string): readonly Found[] {
  const parts = partsOf(name);
  const whole = parts.length > 1 ? (findIn(text, sought(parts.join(' '))) ?? []) : [];
  return parts
    .flatMap((part) =>
      everyday.has(part.toLowerCase()) ? asName(text.text, part) : (findIn(text, sought(part)) ?? []),
    )
    .concat(whole);
}

/** A name as each of its words, but for those that say nothing by themselves. */
export function partsOf(name: string): readonly string[] {
  const parts = name.split(/[\s,]+/).map((part) => part.replaceAll(/^\P{L}+|\P{L}+$/gu, ''));
  return [...new Set(parts.filter((part) => part.length > 1 && !saysNothing.has(part.toLowerCase())))];
}

const setOf = (words: string) => new Set(words.split(' '));

const saysNothing = setOf(
  'the and for home homes group association trust limited ltd of or by an in at her his their them who with to is mr ' +
    'mrs ms miss mx dr ex old not known man woman person friend brother sister mother father cousin neighbour name ' +
    'housing society community communities living people your our my from new north south east west',
);

/** Names that are everyday words too: looked for where they are written as a name. */
const everyday = setOf(
  'will may mark hope grace rose bill art june april august summer joy faith dawn guy rob pat sue jack drew chase ' +
    'young king day best long good call price wood sunny iris lily daisy ivy olive pearl ruby amber crystal star ' +
    'sky rain river brook lane hill field banks bush park rivers stone woods church cook baker carter page short ' +
    'small brown black white green gray grey wise swift bright case early ring number please hall law love mill',
);

/** But for the month after a day, or before a year: “5 May”. */
function asName(text: string, part: string): readonly Found[] {
  const written = `${part.slice(0, 1).toUpperCase()}${part.slice(1).toLowerCase()}`;
  const month = ['April', 'May', 'June', 'August'].includes(written);
  const alone = `(?<!\\p{L})(?:${written}|${part.toUpperCase()})(?!\\p{L})`;
  const match = new RegExp(month ? `(?<!\\d(?:st|nd|rd|th)? )${alone}(?! \\d{4})` : alone, 'u').exec(text);
  return match ? [{ at: match.index, written: match[0] }] : [];
}

/** What reads as a name in a description: all of “Orson Quince”; “Ann” in “Her friend Ann, next door”. */
export function namesOf(description: string): readonly string[] {
  if (/^(?:\p{Lu}[\p{L}’'-]+ ?)+$/u.test(description)) return [description];
  return description.match(/(?<=\p{L}[\p{P}]? )\p{Lu}[\p{L}’'-]+|^\p{Lu}[\p{L}’'-]+(?=,)/gu) ?? [];
}
