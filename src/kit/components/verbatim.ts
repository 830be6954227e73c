import { type Html, html } from '../html.ts';

/** Somebody's words, with their line breaks. */
export function verbatim(words: string): Html {
  return quoted(words, 'lintel-verbatim');
}

/** The person's own words, larger than anything that we say about them. */
export function ownWords(words: string): Html {
  return quoted(words, 'lintel-verbatim lintel-verbatim--own');
}

function quoted(words: string, classes: string): Html {
  return html`<div class="${classes}">${words.split(/\n{2,}/).map((paragraph) => {
    const lines = paragraph.split('\n');
    return html`<p class="govuk-body" dir="auto">${lines.flatMap((line, at) => [at > 0 && html`<br>`, line])}</p>`;
  })}</div>`;
}
