import { type Html, html } from '../html.ts';

/** Somebody's words, with their line breaks. */
export function verbatim(words: string): Html {
  return html`<div class="lintel-verbatim">${words.split(/\n{2,}/).map((paragraph) => {
    const lines = paragraph.split('\n');
    return html`<p class="govuk-body">${lines.map((line, index) => html`${index > 0 && html`<br>`}${line}`)}</p>`;
  })}</div>`;
}
