import { type Html, html } from '#kit/html.ts';
import { ownWords, verbatim } from '#modules/case-file/pure.ts';
import type { Entry } from '../store/entries.ts';

/** What was said, what was seen and what was decided, each under its own name where there is more than one of them. */
export function entryWords(entry: Entry): Html {
  const { words, observed, decision, decisionWhy } = entry;
  // What they said is theirs to see; what we noted of it is not.
  const theirs = entry.source === 'person' && entry.disclosableTo.includes('person');
  const parts = [
    { name: 'What was said', text: words },
    { name: 'What was seen or noticed', text: observed },
    { name: 'What was decided', text: decision },
    { name: 'Why', text: decisionWhy },
  ].filter(({ text }) => text !== '');
  const only = parts.length === 1 && parts[0]?.text === words;
  return html`${parts.map(
    ({ name, text }) =>
      html`${!only && html`<p class="govuk-body-s lintel-entry__part">${name}</p>`}${
        theirs && text === words ? ownWords(text) : verbatim(text)
      }`,
  )}`;
}
