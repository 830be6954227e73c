import { button } from '#kit/components/button.ts';
import { type FormState, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { personName } from '#kit/components/person-name.ts';
import { type Html, html } from '#kit/html.ts';

/** Somebody or some home of the register, in a line. */
export interface Found {
  readonly id: string;
  readonly text: string;
}

export interface FindHome {
  readonly search: string;
  readonly homes: readonly Found[];
  readonly more: boolean;
  /** None is spelt like that: these are nearly so. */
  readonly similar: boolean;
  readonly home: Found | null;
}

/**
 * Finding a home within a form, without a script: what was typed so far comes back with what was found.
 * @param finding the address that looks it up
 * @param chosen what stands beside the chosen home
 */
export function findHomeFields(
  form: FormState,
  { home, homes, search, similar, more }: FindHome,
  finding: string,
  chosen?: Html,
): Html {
  return html`<input type="hidden" name="property_id" value="${home?.id ?? ''}">${
    home
      ? html`<p class="govuk-body">Home: <strong>${home.text}</strong> ${pickFound(finding, 'property', {
          id: '',
          text: 'Choose another home',
        })}</p>${chosen}`
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
          html`<ul class="govuk-list">${homes.map(
            (each) => html`<li>${pickFound(finding, 'property', each)}</li>`,
          )}</ul>`
        }${more && html`<p class="govuk-body">There are more. Add the number or the postcode.</p>`}`
  }`;
}

/** Chooses by id, and sends what was typed along. */
export function pickFound(finding: string, name: 'property' | 'resident', { id, text }: Found): Html {
  return html`<button type="submit" class="govuk-link lintel-link-button" formaction="${finding}"
    formnovalidate name="${name}" value="${id}">${personName(text)}</button>`;
}
