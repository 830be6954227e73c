import { personName } from '#kit/components/person-name.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';

/** What every form carries (kit/components/submission.ts); an edit also the version that was seen. */
export type Hidden = (version?: number) => Html;

export function person(id: string, name: string): Html {
  return html`<a class="govuk-link" href="/people/${id}">${personName(name || 'Name not known')}</a>`;
}

export function home(id: string, address: string): Html {
  return html`<a class="govuk-link" href="/homes/${id}">${address}</a>`;
}

export function born(date: Temporal.PlainDate | null): string {
  return date ? dateInWords(date) : 'Not known';
}

/** "Since 1 April 2019", "1 April 2019 to 3 May 2021", "Until 3 May 2021", or nothing where neither is known. */
export function period(from: Temporal.PlainDate | null, to: Temporal.PlainDate | null): string {
  if (from && to) return `${dateInWords(from)} to ${dateInWords(to)}`;
  if (from) return `Since ${dateInWords(from)}`;
  return to ? `Until ${dateInWords(to)}` : '';
}

export function list(items: readonly (Html | string)[]): Html | undefined {
  return items.length === 0
    ? undefined
    : html`<ul class="govuk-list">${items.map((item) => html`<li>${item}</li>`)}</ul>`;
}

/** Repeated where a page could tempt somebody to use the register as a way to reach a person. */
export const notForContact = html`<p class="govuk-body">The register does not say how to reach somebody safely.
  Use only the way of contact that was agreed with the person.</p>`;
