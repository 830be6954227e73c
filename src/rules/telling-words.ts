import { type Sought, sought } from './disguise.ts';
import { folded } from './folded-text.ts';
import { type Language, languageCodes, scriptOf } from './languages.ts';

/** What tells of the subject or of the landlord, in one language, as lists write it (`disguise.ts`). */
export interface TellingWords {
  /** Still to be read by somebody who speaks the language. */
  readonly toCheck: boolean;
  readonly subject: readonly string[];
  readonly landlord: readonly string[];
  /** Words of everyday life that would read as one of those. */
  readonly harmless: readonly string[];
}

/** `abus*, at risk`: as a list is written. */
export function listed(words: string): readonly string[] {
  return words.split(', ');
}

/** The words of a language, ready to be looked for. */
export interface WordsOf {
  readonly subject: readonly Sought[];
  readonly landlord: readonly Sought[];
}

/**
 * Makes the words of a message ready, which takes long: once for each language. Whoever writes says in which language
 * it is, and nothing says that it is: so those of every language are looked for in each.
 */
export function wordsFor(
  language: Language,
  lists: Readonly<Record<Language, TellingWords>>,
): readonly WordsOf[] {
  const everyday = lists[language].harmless.concat(lists.en.harmless);
  const each: readonly Language[] = ['en', language, ...languageCodes];
  return [...new Set(each)].map((of) => {
    const harmless = new Set(everyday.concat(lists[of].harmless).map((word) => folded(word).reads));
    const shortest = shortestIn(of, language);
    const fits = (entry: string) => entry.replaceAll('*', '').length >= shortest;
    const ready = (entries: readonly string[]) =>
      entries.filter(fits).map((entry) => sought(entry, harmless));
    return { subject: ready(lists[of].subject), landlord: ready(lists[of].landlord) };
  });
}

/** “Da” is a word of many languages: the shortest words of a list are looked for in its own language alone. */
function shortestIn(list: Language, language: Language): number {
  if (list === language || scriptOf[list] !== 'Latin') return 0;
  return list === 'en' ? 4 : 5;
}

/** The landlord's own words, beside the lists. */
export function ownWords(entries: readonly string[]): WordsOf {
  return { subject: entries.map((entry) => sought(entry)), landlord: [] };
}
