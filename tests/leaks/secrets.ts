/** Whose secret it is: what belongs together is seen together, or not at all. */
export const scopes = [
  'hidden',
  'emergency',
  'waiting',
  'unnamed',
  'rang',
  'ownside',
  'open',
  'draft',
  'report',
  'register',
  'nextdoor',
  'imports',
  'policy',
  'funds',
  'rates',
  'colleague',
  'signin',
  'elsewhere',
] as const;
export type Scope = (typeof scopes)[number];

/** A secret found, and where it was planted. */
export type Found = Readonly<{ scope: Scope; place: string }>;

/**
 * A word that stands nowhere else: letters only, so that it survives escaping, addresses, CSV, search and changes of
 * case. `zqhiddenxcaseentryxwordsqz` is what was planted for `hidden` in `case_entry.words`.
 */
export function marker(scope: Scope, table: string, column: string): string {
  const letters = (text: string) => text.replace(/[^a-z]/gi, '').toLowerCase();
  return `Zq${scope}x${letters(table)}x${letters(column)}qz`;
}

/** A reference is neutral, so it may stand in titles; it is a secret all the same to whoever may not see its case. */
export function markedReference(scope: Scope, letter: 'C' | 'D'): string {
  return `${letter}-${scope.slice(0, 4).toUpperCase()}-ZQZQ`;
}

const planted = new RegExp(`zq(${scopes.join('|')})x([a-z]+x[a-z]+?)qz`, 'gi');
const reference = /[CD]-[A-Z]{4}-ZQZQ/g;
const references = new Map(
  scopes.flatMap((scope) => (['C', 'D'] as const).map((letter) => [markedReference(scope, letter), scope])),
);

export function secretsIn(text: string): readonly Found[] {
  const places = new Map<string, Found>();
  for (const [word, scope, place] of text.matchAll(planted))
    places.set(word.toLowerCase(), {
      scope: scope?.toLowerCase() as Scope,
      place: place?.toLowerCase() ?? '',
    });
  return [...places.values()];
}

/** What somebody could have typed who may read these: for every other secret another word stands there. */
export function withoutSecrets(text: string, sees: readonly Scope[]): string {
  const known = (scope: Scope | undefined) => scope !== undefined && sees.includes(scope);
  return text
    .replace(planted, (word, scope: string) => (known(scope.toLowerCase() as Scope) ? word : 'typed'))
    .replace(reference, (word) => (known(references.get(word)) ? word : `${word.slice(0, 2)}TYPE-TYPE`));
}

export function referencesIn(text: string): readonly Found[] {
  const found = new Set([...text.matchAll(reference)].map(([reference]) => reference));
  return [...found].flatMap((reference) => {
    const scope = references.get(reference);
    return scope ? [{ scope, place: `reference ${reference}` }] : [];
  });
}
