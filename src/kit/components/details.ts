import { attributes, type Html, html } from '../html.ts';
import { type Content, classes, content, type Options, type Styling } from './options.ts';

export type DetailsOptions = Content &
  Styling &
  Options<{ summaryText?: string; summaryHtml?: Html; id?: string; open?: boolean }>;

/** More for whoever wants it, folded away. */
export function details(options: DetailsOptions): Html {
  const { id, open } = options;
  return html`<details${attributes({ id })} class="${classes('govuk-details', options.classes)}"
    ${attributes(options.attributes)}${attributes({ open })}><summary class="govuk-details__summary"><span
    class="govuk-details__summary-text">${options.summaryHtml ?? options.summaryText}</span></summary><div
    class="govuk-details__text">${content(options)}</div></details>`;
}
