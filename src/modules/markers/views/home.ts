import { button } from '#kit/components/button.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, type FormModel, verbatim } from '#modules/case-file/pure.ts';
import type { PropertySummary } from '#modules/register/index.ts';
import { paths } from '../paths.ts';
import type { KeptMarker } from '../store/kept.ts';
import type { ShownMarker } from '../store/sightings.ts';
import { forWhom, placingFields, untilWhen } from './parts.ts';

export interface HomeModel {
  readonly home: PropertySummary;
  readonly markers: readonly ShownMarker[];
  readonly manages: boolean;
  /** Those of no case that whoever looks placed, each with its reason. */
  readonly kept: readonly KeptMarker[];
  readonly today: Temporal.PlainDate;
}

const addressOf = ({ addressLines, postcode }: PropertySummary) =>
  [...addressLines, postcode].filter(Boolean).join(', ');

/** What to mind at one home; the same for a dog as for anything else. */
export function homePage({ home, markers, manages, kept, today }: HomeModel): Html {
  return html`<h1 class="govuk-heading-l">Markers at this home</h1>
<p class="govuk-body"><strong>${addressOf(home)}</strong></p>
${markerList(markers)}
${manages && button({ text: 'Place a marker', href: paths.newAtHome(home.id), classes: 'govuk-button--secondary' })}
${kept.length > 0 && keptHere(kept, today)}`;
}

/** Why each is there and until when, for whoever placed it alone. */
function keptHere(kept: readonly KeptMarker[], today: Temporal.PlainDate): Html {
  return html`<h2 class="govuk-heading-m">What you placed here</h2>${kept.map((marker) =>
    summaryList({
      classes: 'lintel-summary--compact',
      rows: [
        { key: { text: 'What it says' }, value: { text: marker.text } },
        { key: { text: 'Until' }, value: { text: untilWhen(marker, today) } },
        { key: { text: 'Why' }, value: { html: verbatim(marker.why) } },
        {
          key: { text: 'Change' },
          value: {
            html: html`<a class="govuk-link" href="${paths.review(marker.id)}">Review<span
              class="govuk-visually-hidden">: ${marker.text}</span></a>`,
          },
        },
      ],
    }),
  )}`;
}

export function markerList(markers: readonly ShownMarker[]): Html {
  if (markers.length === 0) return html`<p class="govuk-body">Nothing to mind.</p>`;
  return html`<ul class="govuk-list lintel-markers">${markers.map(
    ({ text, audiences }) =>
      html`<li class="lintel-markers__marker">
        <strong>${text}</strong> <span class="lintel-markers__for">For: ${forWhom(audiences)}</span></li>`,
  )}</ul>`;
}

/** Without any case: dogs, stairs, a narrow lane. */
export function newAtHomePage(home: PropertySummary, formModel: FormModel, texts: readonly string[]): Html {
  return html`<h1 class="govuk-heading-l">Place a marker</h1>
<p class="govuk-body"><strong>${addressOf(home)}</strong></p>
<p class="govuk-body">For what is at the home itself, such as dogs or unsafe stairs. For the safety of somebody
  whom you support, place it from their case: who may know of the case then knows why.</p>
${caseForm(
  formModel,
  'Place this marker',
  placingFields(formModel, texts, 'Only you and the managers of the team see this'),
)}`;
}
