import { button } from '#kit/components/button.ts';
import { input } from '#kit/components/input.ts';
import { personName } from '#kit/components/person-name.ts';
import { type Html, html } from '#kit/html.ts';
import type { Found } from '#modules/register/pure.ts';

export interface RegisterPart {
  readonly search: string;
  readonly people: readonly Found[];
  readonly homes: readonly Found[];
  readonly person: Found | null;
  readonly property: Found | null;
  /** Homes in which the chosen person is a tenant. */
  readonly theirHomes: readonly Found[];
  /** Who lives in the chosen home, as far as whoever looks may know of each. */
  readonly residents: readonly Found[];
}

/**
 * Finding the person and the home, within the form of the decision: what was decided so far comes back with what was
 * found, and what was looked for stands in no address. Neither is needed: help does not wait for a name.
 */
export function registerSection(id: string, part: RegisterPart, told: readonly string[]): Html {
  const { person, property } = part;
  const finding = searchPath(id);
  return html`<h2 class="govuk-heading-m">Who and where</h2>
${told.length > 0 && html`<p class="govuk-body">What was told: ${told.join('; ')}</p>`}
<div role="search">
${input({
  label: { text: 'Find a person or a home', classes: 'govuk-label--s' },
  hint: {
    text:
      'Name, address, postcode, phone (or its last 4 digits) or reference. Cases that are there already are ' +
      'offered once somebody or a home is chosen',
  },
  name: 'search',
  type: 'search',
  value: part.search,
  autocomplete: 'off',
})}
${button({ text: 'Find', classes: 'govuk-button--secondary', attributes: { formaction: finding } })}
</div>
${
  person &&
  html`<p class="govuk-body">Person: <strong>${personName(person.text)}</strong>
    ${pick(finding, 'person', { id: '', text: 'Choose somebody else' })}</p>`
}
${
  property &&
  html`<p class="govuk-body">Home: <strong>${property.text}</strong>
    ${pick(finding, 'property', { id: '', text: 'Choose another home' })}</p>`
}
<input type="hidden" name="person_id" value="${person?.id ?? ''}">
<input type="hidden" name="property_id" value="${property?.id ?? ''}">
${!property && list('Homes of this person', part.theirHomes, (home) => pick(finding, 'property', home))}
${!person && list('Living in this home', part.residents, (found) => pick(finding, 'person', found))}
${!person && list('People', part.people, (found) => pick(finding, 'person', found))}
${!property && list('Homes', part.homes, (found) => pick(finding, 'property', found))}
${
  part.search !== '' &&
  part.people.length + part.homes.length === 0 &&
  html`<p class="govuk-body">Nobody and no home like that is on the register.</p>`
}`;
}

function searchPath(id: string): string {
  return `/disclosures/${id}/triage/search`;
}

function list(title: string, found: readonly Found[], pick: (found: Found) => Html): Html | undefined {
  if (found.length === 0) return undefined;
  return html`<h3 class="govuk-heading-s">${title}</h3>
    <ul class="govuk-list">${found.map((each) => html`<li>${pick(each)}</li>`)}</ul>`;
}

/** Chooses by id, and sends what was typed along. */
function pick(finding: string, name: 'person' | 'property', { id, text }: Found): Html {
  return html`<button type="submit" class="govuk-link lintel-link-button"
    formaction="${finding}" name="${name}" value="${id}">${personName(text)}</button>`;
}
