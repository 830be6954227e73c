import type { FormState } from '#kit/components/form-state.ts';
import { type Html, html } from '#kit/html.ts';
import { type FindHome, type Found, findHomeFields, pickFound } from '#modules/register/pure.ts';

/** What the register has of where it was. */
export interface PlacePart extends FindHome {
  /** Who lives there, for whoever may search the register, and for nobody else. */
  readonly residents: readonly Found[];
}

const finding = '/concerns/new/search';

/** Finding the home within the form, without a script: what was typed so far comes back with what was found. */
export function whereFields(form: FormState, place: PlacePart | null, describe: Html): Html {
  if (place === null) return describe;
  return html`${findHomeFields(form, place, finding, living(place))}${describe}`;
}

function living({ residents }: PlacePart): Html | undefined {
  if (residents.length === 0) return undefined;
  return html`<p class="govuk-body">On the register as living there. Choose whom you are worried about, if you know:</p>
<ul class="govuk-list">${residents.map((each) => html`<li>${pickFound(finding, 'resident', each)}</li>`)}</ul>`;
}
