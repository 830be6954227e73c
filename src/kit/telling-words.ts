import { tellingWords } from '#packs/lintel/telling-words.ts';
import { type Language, languages } from '#rules/languages.ts';
import { type WordsOf, wordsFor } from '#rules/telling-words.ts';

const ready = new Map<Language, readonly WordsOf[]>();

/** What Lintel looks for in a message of this language, made ready once. */
export function wordsOfLanguage(language: Language): readonly WordsOf[] {
  const words = ready.get(language) ?? wordsFor(language, tellingWords);
  ready.set(language, words);
  return words;
}

/** Each language with its lists, as the page of words shows them. */
export const listsByLanguage = languages.map(({ value, label }) => ({
  language: value,
  label,
  ...tellingWords[value],
}));
