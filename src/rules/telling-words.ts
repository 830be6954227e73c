import { type Sought, sought } from './disguise.ts';
import type { Language } from './languages.ts';

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
 * Makes the words of a message ready, which takes long: once for each language. Those of English are looked for in
 * every language, for whoever reads it here may read English too.
 */
export function wordsFor(
  language: Language,
  lists: Readonly<Record<Language, TellingWords>>,
): readonly WordsOf[] {
  const harmless = new Set(lists[language].harmless.concat(lists.en.harmless));
  return [...new Set<Language>(['en', language])].map((of) => {
    // “Da” is a word of many languages: the shortest words of English are looked for in English alone.
    const fits = (entry: string) => language === 'en' || of !== 'en' || entry.replaceAll('*', '').length > 3;
    const ready = (entries: readonly string[]) =>
      entries.filter(fits).map((entry) => sought(entry, harmless));
    return { subject: ready(lists[of].subject), landlord: ready(lists[of].landlord) };
  });
}

/** The landlord's own words, beside the lists. */
export function ownWords(entries: readonly string[]): WordsOf {
  return { subject: entries.map((entry) => sought(entry)), landlord: [] };
}
