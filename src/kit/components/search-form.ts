import { type Html, html } from '../html.ts';
import { button } from './button.ts';

export type SearchFormOptions = {
  /** Answers with the page of results; asked for by GET, it shows the search alone. */
  readonly action: string;
  readonly csrf: string;
  readonly fields: Html;
  /** Where something else on the page matters more than the search. */
  readonly secondary?: boolean;
};

/**
 * A search whose words are sent in the body, never in the address: what is looked for is a name, and addresses are
 * kept by browsers, proxies and whoever looks over a shoulder.
 */
export function searchForm({ action, csrf, fields, secondary }: SearchFormOptions): Html {
  const classes = secondary ? 'govuk-button--secondary' : undefined;
  return html`<form method="post" action="${action}" role="search"
    class="lintel-filters">${proof(csrf)}${fields}${button({ text: 'Search', classes })}</form>`;
}

export type SearchPagesOptions = {
  readonly action: string;
  readonly csrf: string;
  /** What was searched for: sent again with the number of the page. */
  readonly sent: Readonly<Record<string, string>>;
  /** A `pagination` of page numbers without addresses: each is a button. */
  readonly pages: Html;
};

/** From one page of results to another, carrying what was searched for in the body again. */
export function searchPages({ action, csrf, sent, pages }: SearchPagesOptions): Html {
  const carried = Object.entries(sent).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form method="post" action="${action}">${proof(csrf)}${carried}${pages}</form>`;
}

/** Proof of origin; no submission id, for a search may be sent twice. */
function proof(csrf: string): Html {
  return html`<input type="hidden" name="_csrf" value="${csrf}">`;
}
