import { attributes, type Html, html } from '../html.ts';
import type { Options } from './options.ts';

export type FoldOptions = Options<{
  heading: string;
  /** How much is in it, such as “31 clauses”: whoever reads on need not open it to know. */
  about?: string;
  html: Html | readonly (Html | false)[];
  open?: boolean;
}>;

/** A part of a page below its own heading, folded until somebody wants it; on paper it is always there. */
export function fold({ heading, about, html: inside, open }: FoldOptions): Html {
  return html`<details class="lintel-fold"${attributes({ open })}><summary class="lintel-fold__summary"><h2
    class="govuk-heading-m lintel-fold__heading">${heading}</h2>${
      about &&
      html` <span
    class="lintel-aside">${about}</span>`
    }</summary><div class="lintel-fold__inside">${inside}</div></details>`;
}
