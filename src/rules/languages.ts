import type { Choice } from './words.ts';

/** Languages in which a letter or a text may be written; the first two are official in Wales. */
export const languages = [
  { value: 'en', label: 'English' },
  { value: 'cy', label: 'Welsh' },
  { value: 'ar', label: 'Arabic' },
  { value: 'bn', label: 'Bengali' },
  { value: 'zh', label: 'Chinese' },
  { value: 'fa', label: 'Farsi' },
  { value: 'fr', label: 'French' },
  { value: 'gu', label: 'Gujarati' },
  { value: 'lt', label: 'Lithuanian' },
  { value: 'pl', label: 'Polish' },
  { value: 'pt', label: 'Portuguese' },
  { value: 'pa', label: 'Punjabi' },
  { value: 'ro', label: 'Romanian' },
  { value: 'so', label: 'Somali' },
  { value: 'es', label: 'Spanish' },
  { value: 'tr', label: 'Turkish' },
  { value: 'uk', label: 'Ukrainian' },
  { value: 'ur', label: 'Urdu' },
] as const satisfies readonly Choice[];
export type Language = (typeof languages)[number]['value'];

export const languageCodes = languages.map(({ value }) => value);

/** The script in which a language is written, besides signs that all share. */
export const scriptOf: Readonly<Record<Language, string>> = {
  en: 'Latin',
  cy: 'Latin',
  ar: 'Arabic',
  bn: 'Bengali',
  zh: 'Han',
  fa: 'Arabic',
  fr: 'Latin',
  gu: 'Gujarati',
  lt: 'Latin',
  pl: 'Latin',
  pt: 'Latin',
  pa: 'Gurmukhi',
  ro: 'Latin',
  so: 'Latin',
  es: 'Latin',
  tr: 'Latin',
  uk: 'Cyrillic',
  ur: 'Arabic',
};
