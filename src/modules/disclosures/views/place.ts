import { button } from '#kit/components/button.ts';
import type { FormState } from '#kit/components/form-state.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { personName } from '#kit/components/person-name.ts';
import { type Html, html } from '#kit/html.ts';
import type { Found } from './register.ts';

/** What the register has of where it was. */
export interface PlacePart {
  readonly search: string;
  readonly homes: readonly Found[];
  readonly more: boolean;
  /** None is spelt like that: these are nearly so. */
  readonly similar: boolean;
  readonly home: Found | null;
  /** Who lives there, for whoever may search the register, and for nobody else. */
  readonly residents: readonly Found[];
}

const finding = '/concerns/new/search';

/** Finding the home within the form, without a script: what was typed so far comes back with what was found. */
export function whereFields(form: FormState, place: PlacePart | null, describe: Html): Html {
  if (place === null) return describe;
  const { home, homes, search, similar, more } = place;
  return html`<input type="hidden" name="property_id" value="${home?.id ?? ''}">${
    home
      ? html`<p class="govuk-body">Home: <strong>${home.text}</strong> ${pick('property', {
          id: '',
          text: 'Choose another home',
        })}</p>${living(place)}`
      : html`<div role="search">${input({
          ...kept(form, 'search'),
          label: { text: 'Find the home', classes: 'govuk-label--s' },
          hint: {
            text: 'Street, postcode or reference. It shows where a home is, and nothing of who lives there',
          },
          type: 'search',
          autocomplete: 'off',
        })}${button({
          text: 'Find',
          classes: 'govuk-button--secondary',
          attributes: { formaction: finding, formnovalidate: true },
        })}</div>${
          search !== '' &&
          homes.length === 0 &&
          html`<p class="govuk-body" role="status">No home like that is on the register. Describe the place below.</p>`
        }${
          similar &&
          homes.length > 0 &&
          html`<p class="govuk-body">None is spelt like that. These are nearly so.</p>`
        }${
          homes.length > 0 &&
          html`<ul class="govuk-list">${homes.map((each) => html`<li>${pick('property', each)}</li>`)}</ul>`
        }${more && html`<p class="govuk-body">There are more. Add the number or the postcode.</p>`}`
  }${describe}`;
}

function living({ residents }: PlacePart): Html | undefined {
  if (residents.length === 0) return undefined;
  return html`<p class="govuk-body">On the register as living there. Choose whom you are worried about, if you know:</p>
<ul class="govuk-list">${residents.map((each) => html`<li>${pick('resident', each)}</li>`)}</ul>`;
}

/** Chooses by id, and sends what was typed along. */
function pick(name: 'property' | 'resident', { id, text }: Found): Html {
  return html`<button type="submit" class="govuk-link lintel-link-button" formaction="${finding}"
    formnovalidate name="${name}" value="${id}">${personName(text)}</button>`;
}
