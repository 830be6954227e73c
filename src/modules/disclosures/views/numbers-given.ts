import { type Html, html } from '#kit/html.ts';
import type { KnownNumber } from '#modules/register/index.ts';

/** Whom the register has for what was given, as far as whoever reads it may know. */
export interface NumbersGiven {
  readonly ofPerson: readonly KnownNumber[];
  readonly ofInformant: readonly KnownNumber[];
  /** One of them is called as whoever they fear. */
  readonly ofFeared: boolean;
}
export const noneKnown: NumbersGiven = { ofPerson: [], ofInformant: [], ofFeared: false };

/**
 * Beside a number that is shown, before anybody rings it. Of whoever is kept from the reader nothing is told, so what
 * is always safe is said each time: that nothing is known of a number is no sign that it is theirs.
 */
export function beforeRinging(known: readonly KnownNumber[]): Html {
  return html`<p class="govuk-body"><strong>Before you ring or write:</strong> make sure who answers before you say who
  you are, or why.</p>${
    known.length > 0 &&
    html`<ul class="govuk-list govuk-list--bullet">${known.map(
      ({ value, name }) =>
        html`<li>The register has ${value} as one of
          <strong>${name}</strong>. Unless it is their own, do not use it before you know who answers.</li>`,
    )}</ul>`
  }`;
}
