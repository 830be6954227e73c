import type { Language } from '#rules/languages.ts';
import type { TellingWords } from '#rules/telling-words.ts';
import { english } from './telling-words/english.ts';
import { others } from './telling-words/others.ts';
import { othersAtHome } from './telling-words/others-at-home.ts';
import { welsh } from './telling-words/welsh.ts';

const lists: Readonly<Record<Language, TellingWords>> = { en: english, cy: welsh, ...others };

function withOthers<L extends Language>(each: Readonly<Record<L, TellingWords>>) {
  return (Object.keys(each) as L[]).reduce<Readonly<Record<L, TellingWords>>>((all, language) => {
    const subject = [...each[language].subject, ...othersAtHome[language]];
    return { ...all, [language]: { ...each[language], subject } };
  }, each);
}

/** Of every language in which something may be written. */
export const tellingWords = withOthers(lists);
