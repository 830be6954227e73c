import { type Html, html } from '#kit/html.ts';
import { verbatim } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import type { SupervisionOnFile } from '../store/supervisions.ts';

/** What was discussed when a manager looked at the case, the newest first. */
export function reviewsOf(reviews: readonly SupervisionOnFile[], calendar: WorkingCalendar): Html {
  if (reviews.length === 0) return html`<p class="govuk-body">No manager has reviewed this case yet.</p>`;
  return html`${reviews.map(
    ({ heldAt, recordedByName, leadName, discussed }) =>
      html`<section class="lintel-note"><h3 class="govuk-heading-s">${momentInWords(heldAt, calendar)}</h3><p class="govuk-hint">${recordedByName}${leadName && `, with ${leadName}`}</p>${verbatim(discussed)}</section>`,
  )}`;
}
