import { filledIn, type Values } from '#rules/fill-in.ts';
import { type Finding, type LintFacts, lint } from '#rules/message-lint.ts';
import type { Wording } from '#rules/wording.ts';

/** Somebody who is invented, for whom every wording is shown and tried. */
export const invented: Values = {
  ...{ number: '01632 960 142', when: 'on Tuesday 1 December at 10:30', place: 'the library in Quay Street' },
  ...{ reason: 'the survey', name: 'Sam' },
};

/** How it would read: with all that may be known, and with as little as may be. */
export function previewsOf({ body }: Pick<Wording, 'body'>): {
  readonly full: string;
  readonly least: string;
} {
  const { number = '', when = '', place = '' } = invented;
  return { full: filledIn(body, invented).text, least: filledIn(body, { number, when, place }).text };
}

/** What is wrong with a wording, whoever it will be filled in for. */
export function problemsWith(
  { channel, language, title, body }: Omit<Wording, 'key'>,
  known: LintFacts,
): { readonly body?: string; readonly title?: string } {
  if (channel !== 'letter' && body.includes('{name}'))
    return { body: 'A text or an e-mail names nobody: leave out {name}' };
  // Each is filled in with the number that is set then, and holds no other.
  const facts = { ...known, callBack: invented.number ?? '' };
  const { full, least } = previewsOf({ body });
  if (least.trim() === '')
    return { body: 'Nothing is left of it where no reason was agreed. Add a sentence' };
  const found = lint({ channel, language, subject: '', body: full }, facts);
  // Colleagues alone read the title: it is listed where others may look over a shoulder.
  const inTitle = lint({ channel: 'letter', language: 'en', subject: title, body: '' }, facts);
  return {
    ...(found.length > 0 && { body: inWords(found) }),
    ...(inTitle.length > 0 && { title: inWords(inTitle) }),
  };
}

/** What was found, and how to say it instead, as one message beside a field. */
export function inWords(found: readonly Finding[]): string {
  const [first] = found;
  if (!first) return '';
  const each = [...new Set(found.map(({ says }) => says))];
  const more = each.length > 3 ? `, and ${each.length - 3} more` : '';
  const instead = [...new Set(found.map((finding) => finding.instead))].slice(0, 2);
  return `${each.slice(0, 3).join('. ')}${more}. ${instead.join('. ')}`;
}
