import { tag } from '#kit/components/tag.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { languages } from '#rules/languages.ts';
import { type Wording, wordedChannels } from '#rules/wording.ts';
import { labelOf } from '#rules/words.ts';
import { previewsOf } from '../preview.ts';
import type { Standing } from '../wordings.ts';

export type When = (at: Temporal.Instant) => string;

export function linkTo(href: string, text: string, about = ''): Html {
  return html`<a class="govuk-link" href="${href}">${text}${
    about && html`<span class="govuk-visually-hidden">: ${about}</span>`
  }</a>`;
}

/** `Text message, English` */
export function kindInWords({ channel, language }: Pick<Wording, 'channel' | 'language'>): string {
  return `${labelOf(wordedChannels, channel)}, ${labelOf(languages, language)}`;
}

const states = {
  'in-use': { text: 'In use', classes: 'govuk-tag--green' },
  'to-check': { text: 'To be read first', classes: 'govuk-tag--yellow' },
  withdrawn: { text: 'Out of use', classes: 'govuk-tag--grey' },
  proposed: { text: 'Waits for a decision', classes: 'govuk-tag--yellow' },
} as const;

export function stateTag({ state }: Pick<Standing, 'state'>): Html {
  return tag(states[state]);
}

/** As it would be read, for somebody who is invented. */
export function previews({ body, language }: Pick<Wording, 'body' | 'language'>): Html {
  const { full, least } = previewsOf({ body });
  return html`<div lang="${language}" dir="auto">${verbatim(full)}</div>${
    least !== full &&
    html`<p class="govuk-body">Where no reason or name was agreed:</p>
<div lang="${language}" dir="auto">${verbatim(least)}</div>`
  }`;
}
