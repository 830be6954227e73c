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

/**
 * What may be a name in a description, however it was typed: all of “Orson Quince” and “orson quince”; “Teo” in “Her
 * son Teo, aged 7”, “Ann” in “Ann (next door)”. Too much is better than a name that is missed.
 */
export function namesOf(description: string): readonly string[] {
  const words = description.match(/\p{L}[\p{L}\p{M}’'-]*/gu) ?? [];
  const others = words.filter((word) => !describes.has(word.toLowerCase().replace(/[’']s$/, '')));
  const short = words.length <= 4;
  const named = others.filter(
    (word) => short || /^\p{Lu}/u.test(word) || !/\p{Ll}/u.test(word) || saidToBe(description, word),
  );
  return [...new Set(named)].filter((word) => word.length > 1);
}

/** “her ex who is called orson”. */
function saidToBe(description: string, word: string): boolean {
  return new RegExp(`(?:called|named|name is|known as|aka) (?:\\p{L}+ )?${word}(?!\\p{L})`, 'iu').test(
    description,
  );
}

/** Words by which somebody is described whose name nobody knows, or who stands beside a name. */
const describes = setOf(
  'the a an and or of in from at to by for on with who whom is was are as not no yet still known unknown unnamed ' +
    'name ' +
    'named called aka first second last other another new old young older younger eldest youngest big little tall ' +
    'her his their my our your she he they it him them this that somebody someone anybody person people man men ' +
    'woman ' +
    'women boy girl gentleman lady mr mrs ms miss mx dr mum dad mam nan gran grandma grandad grandmother grandfather ' +
    'mother father parent parents son sons daughter daughters child children baby twin twins brother sister sibling ' +
    'half step stepson stepdaughter stepfather stepmother aunt uncle niece nephew cousin grandson granddaughter ' +
    'husband wife partner ex ex-partner ex-husband ex-wife ex-boyfriend ex-girlfriend boyfriend girlfriend former ' +
    'current fiancé fiancée lover family relative relatives in-law mother-in-law father-in-law brother-in-law ' +
    'sister-in-law friend friends neighbour neighbours next door upstairs downstairs flat house home lodger flatmate ' +
    'housemate tenant visitor guest carer landlord colleague manager boss worker teacher doctor gp school college ' +
    'nursery work works living lives away abroad aged age years year months month old born group gang ' +
    'alleged perpetrator suspect witness joint household member members unborn pregnant same side two three ' +
    'four one both all some several perhaps maybe might be has have had says said thought described',
);
