import { compact, nameWords, wordsIn } from './fold.ts';

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
  const names = [person.givenName, person.familyName, ...person.alsoKnownAs].flatMap(nameWords);
  return { names: bounded(names), others: bounded([...person.phones, compact(person.reference ?? '')]) };
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
