import { button } from '#kit/components/button.ts';
import { input } from '#kit/components/input.ts';
import { type Html, html } from '#kit/html.ts';

/** Somebody or some home of the register, in a line. */
export interface Found {
  readonly id: string;
  readonly text: string;
}

export interface RegisterPart {
  readonly search: string;
  readonly people: readonly Found[];
  readonly homes: readonly Found[];
  readonly person: Found | null;
  readonly property: Found | null;
  /** Homes in which the chosen person is a tenant. */
  readonly theirHomes: readonly Found[];
}

/** Finding the person and the home. Neither is needed: help does not wait for a name. */
export function registerSection(id: string, part: RegisterPart): Html {
  const { person, property } = part;
  return html`<h2 class="govuk-heading-m">Who and where</h2>
${person && html`<p class="govuk-body">Person: <strong>${person.text}</strong> <a class="govuk-link" href="${choose(id, { property })}">Choose somebody else</a></p>`}
${property && html`<p class="govuk-body">Home: <strong>${property.text}</strong> <a class="govuk-link" href="${choose(id, { person })}">Choose another home</a></p>`}
${!property && list('Homes of this person', part.theirHomes, (home) => choose(id, { person, property: home }))}
<form method="get" action="/disclosures/${id}/triage" role="search">
${person && html`<input type="hidden" name="person" value="${person.id}">`}
${property && html`<input type="hidden" name="property" value="${property.id}">`}
${input({
  label: { text: 'Find a person or a home', classes: 'govuk-label--s' },
  hint: {
    text: 'Name, address, postcode, phone or reference, from 3 letters. Cases that are there already are offered once somebody or a home is chosen',
  },
  name: 'search',
  type: 'search',
  value: part.search,
  autocomplete: 'off',
})}
${button({ text: 'Find', classes: 'govuk-button--secondary' })}
</form>
${!person && list('People', part.people, (found) => choose(id, { person: found, property }))}
${!property && list('Homes', part.homes, (found) => choose(id, { person, property: found }))}
${part.search !== '' && part.people.length + part.homes.length === 0 && html`<p class="govuk-body">Nobody and no home like that is on the register.</p>`}`;
}

function list(title: string, found: readonly Found[], href: (found: Found) => string): Html | undefined {
  if (found.length === 0) return undefined;
  return html`<h3 class="govuk-heading-s">${title}</h3><ul class="govuk-list">${found.map(
    (each) => html`<li><a class="govuk-link" href="${href(each)}">${each.text}</a></li>`,
  )}</ul>`;
}

/** Only ids stand in the address. */
function choose(
  id: string,
  { person, property }: { readonly person?: Found | null; readonly property?: Found | null },
): string {
  const query = new URLSearchParams();
  if (person) query.set('person', person.id);
  if (property) query.set('property', property.id);
  return `/disclosures/${id}/triage?${query}`;
}
