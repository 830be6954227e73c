import { input } from '#kit/components/input.ts';
import { pagination } from '#kit/components/pagination.ts';
import { searchForm, searchPages } from '#kit/components/search-form.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { PersonSummary, PropertySummary } from '../summary.ts';
import { born, home, person } from './parts.ts';

export interface SearchModel {
  readonly csrf: string;
  readonly typed: string;
  readonly page: number;
  readonly kind: SearchKind;
  readonly how: 'as-typed' | 'similar';
  readonly people: readonly PersonSummary[];
  readonly homes: readonly PropertySummary[];
  readonly morePeople: boolean;
  readonly moreHomes: boolean;
  /** Whether leafing further is still offered. */
  readonly canGoOn: boolean;
}

export type SearchKind = 'empty' | 'too-short' | 'too-long' | 'found';

const wrong: Partial<Record<SearchKind, string>> = {
  'too-short': 'Type a name, or more digits',
  'too-long': 'Use 200 characters or fewer',
};

export function searchPage(model: SearchModel): Html {
  return html`<h1 class="govuk-heading-l">People and homes</h1>
${searchForm({ action: '/people', csrf: model.csrf, fields: searched(model) })}
${model.kind === 'found' && results(model)}`;
}

function searched({ typed, kind }: SearchModel): Html {
  const message = wrong[kind];
  return input({
    label: { text: 'Name, address, postcode, phone or reference', classes: 'govuk-label--s' },
    hint: { text: 'Words in any order. Part of a name is enough, and so are the last 4 digits of a phone.' },
    name: 'q',
    type: 'search',
    value: typed,
    autocomplete: 'off',
    spellcheck: false,
    errorMessage: message ? { text: message } : undefined,
  });
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
<p class="govuk-body">Somebody who is not on the register can be helped all the same:
  record what they told you, and describe who they are.</p>`;
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

function leaf({ csrf, typed, page, morePeople, moreHomes, canGoOn }: SearchModel): Html | undefined {
  const more = morePeople || moreHomes;
  if (!more && page === 1) return undefined;
  const pages = pagination({
    landmarkLabel: 'Pages',
    items: [{ number: page, page, current: true }],
    previous: page > 1 ? { page: page - 1 } : undefined,
    next: more && canGoOn ? { page: page + 1 } : undefined,
  });
  return html`${searchPages({
    action: '/people',
    csrf,
    sent: { q: typed },
    pages,
  })}${
    more &&
    html`<p class="govuk-body">There are more. Another word, for instance a street, narrows them down.</p>`
  }`;
}
