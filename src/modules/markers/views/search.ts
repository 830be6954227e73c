import { input } from '#kit/components/input.ts';
import { searchForm } from '#kit/components/search-form.ts';
import { type Html, html } from '#kit/html.ts';
import type { PropertySummary } from '#modules/register/index.ts';
import { paths } from '../paths.ts';
import type { ShownMarker } from '../store/sightings.ts';
import { markerList } from './home.ts';

export interface SearchModel {
  readonly csrf: string;
  readonly typed: string;
  readonly kind: 'empty' | 'too-short' | 'too-long' | 'found';
  readonly homes: readonly PropertySummary[];
  readonly more: boolean;
  readonly how: 'as-typed' | 'similar';
  readonly markers: readonly ShownMarker[];
  /** Whoever places markers also reviews them. */
  readonly manages: boolean;
}

const wrong: Partial<Record<SearchModel['kind'], string>> = {
  'too-short': 'Type a street, or at least 3 digits',
  'too-long': 'Use 200 characters or fewer',
};

/** Before somebody goes to a home, or writes there: is there anything to mind? */
export function searchPage(model: SearchModel): Html {
  const message = wrong[model.kind];
  return html`<h1 class="govuk-heading-l">Markers on homes</h1>
<p class="govuk-body">Look here before you visit, ring or write. Do as the marker says;
  it does not say why, and nobody asks.</p>
${
  model.manages &&
  html`<p class="govuk-body"><a class="govuk-link" href="${paths.toReview}">Markers to review</a> ·
    <a class="govuk-link" href="${paths.wordings}">Approved wordings</a></p>`
}
${searchForm({
  action: paths.search,
  csrf: model.csrf,
  fields: input({
    label: { text: 'Address, postcode or reference of the home', classes: 'govuk-label--s' },
    name: 'q',
    type: 'search',
    value: model.typed,
    autocomplete: 'off',
    spellcheck: false,
    errorMessage: message ? { text: message } : undefined,
  }),
})}
${model.kind === 'found' && results(model)}`;
}

function results({ homes, more, how, markers }: SearchModel): Html {
  if (homes.length === 0)
    return html`<p class="govuk-body" role="status">No home matches. Try the street, or only the postcode.</p>`;
  return html`${
    how === 'similar' &&
    html`<p class="govuk-body" role="status">No address is spelt like that. These are nearly so:
      make sure that it is the home you mean.</p>`
  }${homes.map((home) => {
    const own = markers.filter(({ propertyId }) => propertyId === home.id);
    return html`<section class="lintel-marked"><h2 class="govuk-heading-s"><a class="govuk-link"
      href="${paths.home(home.id)}">${[...home.addressLines, home.postcode].filter(Boolean).join(', ')}</a></h2>
      ${markerList(own)}</section>`;
  })}${more && html`<p class="govuk-body">There are more. Add the number of the house or the postcode.</p>`}`;
}
