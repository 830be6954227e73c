import type { Language } from '#rules/languages.ts';
import type { TellingWords } from '#rules/telling-words.ts';
import { english } from './telling-words/english.ts';
import { others } from './telling-words/others.ts';
import { welsh } from './telling-words/welsh.ts';

/** Of every language in which something may be written. */
export const tellingWords: Readonly<Record<Language, TellingWords>> = { en: english, cy: welsh, ...others };
