import type { Attributes } from '../html.ts';

/** Words for govuk-frontend's JavaScript: one text, or one for each plural form (“one”, “other”, …). */
export type Translation = string | Readonly<Record<string, string>> | undefined;

/** The `data-i18n.…` attributes from which the JavaScript of a component takes its words. */
export function translations(words: Readonly<Record<string, Translation>>): Attributes {
  const pairs: Record<string, string> = {};
  for (const [key, text] of Object.entries(words)) {
    if (text === undefined) continue;
    if (typeof text === 'string') pairs[`data-i18n.${key}`] = text;
    else for (const [form, one] of Object.entries(text)) pairs[`data-i18n.${key}.${form}`] = one;
  }
  return pairs;
}
