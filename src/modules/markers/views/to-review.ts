import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, type FormModel, verbatim } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { isDue } from '../markers.ts';
import { paths } from '../paths.ts';
import type { KeptMarker } from '../store/kept.ts';
import { forWhom, reviewFields, untilWhen } from './parts.ts';

export interface ToReviewModel {
  readonly markers: readonly KeptMarker[];
  readonly today: Temporal.PlainDate;
}

/** What somebody placed and is to look at again, the nearest day first. */
export function toReviewPage({ markers, today }: ToReviewModel): Html {
  return html`<h1 class="govuk-heading-l">Markers to review</h1>
${
  markers.length === 0
    ? html`<p class="govuk-body">You keep no marker at present.</p>`
    : table({
        caption: 'Markers that you keep',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        head: [{ text: 'What it says' }, { text: 'For' }, { text: 'Until' }, { text: 'Change' }],
        rows: markers.map((marker) => [
          { text: marker.text },
          { text: forWhom(marker.audiences) },
          {
            html: html`<div>${isDue(marker, today) && tag({ text: 'Look at it', classes: 'govuk-tag--orange' })} ${untilWhen(marker, today)}</div>`,
          },
          {
            html: html`<a class="govuk-link" href="${marker.caseId ? paths.reviewInCase(marker.caseId, marker.id) : paths.review(marker.id)}">Review<span class="govuk-visually-hidden">: ${marker.text}</span></a>`,
          },
        ]),
      })
}`;
}

/** What those who keep it know of one marker. */
export function keptFacts(marker: KeptMarker, calendar: WorkingCalendar, today: Temporal.PlainDate): Html {
  return summaryList({
    rows: [
      { key: { text: 'What it says' }, value: { text: marker.text } },
      { key: { text: 'For' }, value: { text: forWhom(marker.audiences) } },
      { key: { text: 'Until' }, value: { text: untilWhen(marker, today) } },
      {
        key: { text: 'Placed' },
        value: { text: `${momentInWords(marker.placedAt, calendar)} by ${marker.placedByName ?? 'Lintel'}` },
      },
      { key: { text: 'Why' }, value: { html: verbatim(marker.why) } },
      marker.reviewedAt !== null && {
        key: { text: 'Last looked at' },
        value: {
          html: html`${momentInWords(marker.reviewedAt, calendar)} by ${marker.reviewedByName ?? 'Lintel'}${verbatim(marker.reviewReason ?? '')}`,
        },
      },
    ],
  });
}

/** @param facts what is kept of it; for somebody who was second, that it has changed as well */
export function reviewPage(formModel: FormModel, facts: Html): Html {
  return html`<h1 class="govuk-heading-l">Review a marker</h1>${facts}${caseForm(formModel, 'Save', reviewFields(formModel))}`;
}
