import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, casePaths } from '#modules/case-file/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import type { MoveReason } from '#rules/move-check.ts';
import { answers, reasons } from '../saying.ts';
import type { CheckMet } from '../store/met.ts';

/** What lettings asked about somebody of this case, with why: for the team alone. */
export function ofCasePage(model: CaseModel, met: readonly CheckMet[]): Html {
  return html`${caseHead(model, 'Moves', 'What lettings asked')}
<p class="govuk-body">They were told “safe” or “ask the lead”, and never why. When they ring, say whether it may
  be offered, and nothing else. <a class="govuk-link" href="${casePaths.moves(model.file.id)}">Back to moves</a></p>
${
  met.length === 0
    ? html`<p class="govuk-body">Nothing has been asked about them.</p>`
    : table({
        caption: 'What lettings asked, the latest first',
        captionClasses: 'govuk-visually-hidden',
        head: ['Home, and when', 'What they were told, and why'].map((text) => ({ text })),
        rows: met.map((check) => [
          {
            html: html`${check.address}<br><span class="govuk-hint">${momentInWords(check.metAt, model.calendar)},
              ${check.askedByName ?? 'a system'}</span>`,
          },
          {
            html: html`<strong>${answers[check.told].label}</strong><ul class="govuk-list">${check.why.map(
              (why) => html`<li>${reasons[why as MoveReason] ?? why}</li>`,
            )}</ul>`,
          },
        ]),
      })
}`;
}
