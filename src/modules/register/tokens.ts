import { compact, endings, nameWords, runsOn, unspaced, wordsIn } from './fold.ts';
import { phoneEnding } from './phone.ts';

/** How often what people are found by has changed: whoever was made findable before the last is made so anew. */
export const foldings = 1;

/** What the register's search is asked about: each kept as one row a token. */
export interface Findable {
  /** Words of names, sought again when they were spelt otherwise. */
  readonly names: readonly string[];
  /** Everything else. */
  readonly others: readonly string[];
}

const longest = 60;

export function personTokens(person: {
  readonly reference: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly alsoKnownAs: readonly string[];
  readonly phones: readonly string[];
}): Findable {
  const { givenName, familyName, phones } = person;
  const written = [givenName, familyName, ...person.alsoKnownAs];
  const names = written.flatMap(nameWords);
  const together = unspaced.test(familyName) ? [familyName + givenName, givenName + familyName] : [];
  const found = [...written.flatMap(runsOn), ...[...names, ...together.map(compact)].flatMap(endings)];
  return {
    names: bounded(names),
    others: bounded([...found, ...phones, ...phones.map(phoneEnding), compact(person.reference ?? '')]),
  };
}

export function homeTokens(home: {
  readonly reference: string;
  readonly uprn: string | null;
  readonly addressLines: readonly string[];
  readonly postcode: string;
}): Findable {
  const address = home.addressLines.flatMap(wordsIn);
  return {
    names: [],
    others: bounded([...address, compact(home.postcode), home.uprn ?? '', compact(home.reference)]),
  };
}

function bounded(tokens: readonly string[]): readonly string[] {
  return [...new Set(tokens.map((token) => token.slice(0, longest)))].filter((token) => token !== '');
}
