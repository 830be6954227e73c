import { button } from '#kit/components/button.ts';
import { input } from '#kit/components/input.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { PersonSummary, PropertySummary } from '../summary.ts';
import { born, home, person } from './parts.ts';

export interface SearchModel {
  readonly typed: string;
  readonly page: number;
  readonly kind: 'empty' | 'too-short' | 'found';
  readonly how: 'as-typed' | 'similar';
  readonly people: readonly PersonSummary[];
  readonly homes: readonly PropertySummary[];
  readonly morePeople: boolean;
  readonly moreHomes: boolean;
  /** Whether leafing further is still offered. */
  readonly canGoOn: boolean;
}

export function searchPage(model: SearchModel): Html {
  return html`<h1 class="govuk-heading-l">People and homes</h1>
<form method="get" action="/people" role="search" class="lintel-filters">${input({
    label: { text: 'Name, address, postcode, phone or reference', classes: 'govuk-label--s' },
    hint: { text: 'At least 3 letters, in any order. Part of a name is enough.' },
    name: 'q',
    type: 'search',
    value: model.typed,
    autocomplete: 'off',
    spellcheck: false,
    errorMessage: model.kind === 'too-short' ? { text: 'Type at least 3 letters or digits' } : undefined,
  })}${button({ text: 'Search' })}</form>
${model.kind === 'found' && results(model)}`;
}

function results(model: SearchModel): Html {
  if (model.people.length === 0 && model.homes.length === 0) return nothing(model);
  return html`${
    model.how === 'similar' &&
    html`<p class="govuk-body" role="status">Nothing is spelt exactly like that. These are similar.</p>`
  }${model.people.length > 0 && people(model.people)}${model.homes.length > 0 && homes(model.homes)}${leaf(model)}`;
}

function nothing({ page }: SearchModel): Html {
  if (page > 1) return html`<p class="govuk-body" role="status">There is nothing more.</p>`;
  return html`<div role="status"><h2 class="govuk-heading-m">Nothing found</h2></div>
<p class="govuk-body">You could try:</p>
<ul class="govuk-list govuk-list--bullet">
<li>only the beginning of the name, or only the family name</li>
<li>another name that the person uses</li>
<li>the street or the postcode of the home</li>
<li>a phone number, or the last reference that you know</li>
</ul>
<p class="govuk-body">Somebody who is not on the register can be helped all the same: record what they told you, and describe who they are.</p>`;
}

function people(found: readonly PersonSummary[]): Html {
  return table({
    caption: 'People',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--dense lintel-table--cards',
    head: [{ text: 'Name' }, { text: 'Born' }, { text: 'Home' }, { text: 'Reference' }],
    rows: found.map((each) => [
      { html: person(each.id, each.name) },
      { text: born(each.dateOfBirth) },
      { text: each.address ?? 'Not known' },
      { text: each.reference ?? 'Not from the housing system' },
    ]),
  });
}

function homes(found: readonly PropertySummary[]): Html {
  return table({
    caption: 'Homes',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--dense lintel-table--cards',
    head: [{ text: 'Address' }, { text: 'Postcode' }, { text: 'UPRN' }, { text: 'Reference' }],
    rows: found.map((each) => [
      { html: home(each.id, each.addressLines.join(', ')) },
      { text: each.postcode },
      { text: each.uprn ?? 'Not known' },
      { text: each.reference },
    ]),
  });
}

function leaf(model: SearchModel): Html | undefined {
  const { typed, page, morePeople, moreHomes, canGoOn } = model;
  const to = (number: number) => `/people?q=${encodeURIComponent(typed)}&page=${number}`;
  const more = morePeople || moreHomes;
  if (!more && page === 1) return undefined;
  return html`<nav class="govuk-pagination" aria-label="Pages">${
    page > 1 &&
    html`<div class="govuk-pagination__prev"><a class="govuk-link govuk-pagination__link" href="${to(page - 1)}" rel="prev">Previous page</a></div>`
  }${
    more &&
    canGoOn &&
    html`<div class="govuk-pagination__next"><a class="govuk-link govuk-pagination__link" href="${to(page + 1)}" rel="next">Next page</a></div>`
  }</nav>${more && html`<p class="govuk-body">There are more. Another word, for instance a street, narrows them down.</p>`}`;
}
