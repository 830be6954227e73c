/**
 * Words that tell whoever finds a paper what it is about, or that somebody is being helped. Looked for on
 * the person's own copy, not in the record: there, words stay as they were said. Rather one word too many:
 * it only asks to look twice.
 */
const telling: readonly RegExp[] = [
  /\bdomestic\b/i,
  /\babus\w*/i,
  /\bviolen\w*/i,
  /\bvictims?\b/i,
  /\bsurvivors?\b/i,
  /\bperpetrators?\b/i,
  /\bcoerc\w*/i,
  /\bassault\w*/i,
  /\bharass\w*/i,
  /\bstalk\w*/i,
  /\bstrang\w*/i,
  /\brefuges?\b/i,
  /\bsanctuar\w*/i,
  /\bsafeguard\w*/i,
  /\bsafe ?rooms?\b/i,
  /\bsafety plans?\b/i,
  /\bmarac\b/i,
  /\bdash\b/i,
  /\bi[sd]vas?\b/i,
  /\bwomen[’']?s aid\b/i,
  /\bpolice\b/i,
  /\bcourts?\b/i,
  /\binjunctions?\b/i,
  /\bnon-?molestation\b/i,
  /\boccupation order\b/i,
  /\bescap\w*/i,
  /\bfle(?:e|eing|d)\b/i,
  /\bleav(?:e|es|ing)\b/i,
  /\bthreat\w*/i,
  /\b(?:afraid|scared|fear\w*|frighten\w*)\b/i,
  /\b(?:hit|hits|hitting|hurt\w*|shout\w*)\b/i,
  /\bsafe(?:r|ly|ty)?\b/i,
  /\bsecre\w*/i,
  /\b(?:hide|hides|hidden|hiding)\b/i,
  /\b(?:bag|bags|spare keys?)\b/i,
  /\banother home\b/i,
  /\balarms?\b/i,
  /\bcounsel\w*/i,
  /\bmonitor\w*/i,
  /\b999\b/,
];

/** What a line on paper would give away, as it is written there; also these names, whole or in part. */
export function givenAwayBy(text: string, names: readonly string[] = []): readonly string[] {
  const words = telling.flatMap((word) => word.exec(text)?.[0] ?? []);
  return [...new Set([...words, ...namedIn(text, names)])];
}

/** What reads as a name in a description: all of “Orson Quince”; “Ann” in “Her friend Ann, next door”. */
export function namesIn(description: string): readonly string[] {
  return wholly.test(description) ? [description] : (description.match(within) ?? []);
}

const wholly = /^(?:\p{Lu}[\p{L}’'-]+ ?)+$/u;
/** Not the first word of a sentence, but the first word that a comma follows: “Ann, next door”. */
const within = /(?<=\p{L}[\p{P}]? )\p{Lu}[\p{L}’'-]+|^\p{Lu}[\p{L}’'-]+(?=,)/gu;

/** The same text without the names of others: whoever reads over a shoulder learns of nobody else. */
export function withoutNames(text: string, names: readonly string[]): string {
  return namedIn(text, names)
    .toSorted((one, other) => other.length - one.length)
    .reduce((so, name) => so.replaceAll(wholeName(name), '…'), text);
}

/** Parts of a name that also are everyday words say nothing by themselves. */
const everyday = /^(?:the|and|for|homes?|housing|group|association|trust|limited|ltd|of)$/i;

function namedIn(text: string, names: readonly string[]): readonly string[] {
  const parts = names.flatMap((name) => [name, ...name.split(/\s+/)]);
  const own = parts.filter((part) => part.length > 2 && !everyday.test(part));
  return own.filter((part) => wholeName(part).test(text));
}

function wholeName(name: string): RegExp {
  return new RegExp(`(?<!\\p{L})${escaped(name)}(?!\\p{L})`, 'giu');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
