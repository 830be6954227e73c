import { resultsPagination } from '#kit/components/results-pagination.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { dueMomentInWords } from '#rules/closed-since.ts';
import { momentInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { endOf, isRunning, reasons } from '../emergency.ts';
import { paths } from '../paths.ts';
import type { Use } from '../store/emergency-uses.ts';

export interface UsesModel {
  readonly uses: readonly Use[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/** Every use and every try, for whoever reviews them: what waits comes first. */
export function usesPage(model: UsesModel): Html {
  const { uses, calendar, now } = model;
  return html`<h1 class="govuk-heading-l">Emergency access</h1>
<p class="govuk-body">Colleagues who asked for a case that they are not let into.
  You see who, when and why, and which pages they opened; never what stands in the case.</p>
<p class="govuk-body"><a class="govuk-link" href="${paths.readersByReference}">Who opened a case</a></p>
${
  uses.length === 0
    ? html`<p class="govuk-body">Nobody has asked yet.</p>`
    : table({
        caption: 'Who asked',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards lintel-table--brief',
        head: [
          { text: 'Who' },
          { text: 'When' },
          { text: 'Why' },
          { text: 'What came of it' },
          { text: 'Review' },
        ],
        rows: uses.map((use) => [
          { html: html`<a class="govuk-link" href="${paths.use(use.id)}">${use.staffName}</a>` },
          { text: momentInWords(use.at, calendar), classes: 'lintel-cell--bare' },
          { text: labelOf(reasons, use.reason), classes: 'lintel-cell--words' },
          { html: outcomeInWords(use, calendar, now), classes: 'lintel-cell--words' },
          { html: reviewInWords(use, calendar, now), classes: 'lintel-cell--line' },
        ]),
      })
}
${resultsPagination({ ...model, href: (page) => `${paths.uses}?page=${page}`, nouns: ['time', 'times'] })}`;
}

/** "Case C-7K2M-9QXA, until 14:05"; for a try, that nobody was let in. */
export function outcomeInWords(use: Use, calendar: WorkingCalendar, now: Temporal.Instant): Html {
  const end = endOf(use);
  switch (use.outcome) {
    case 'granted':
      return html`${
        isRunning(use, now) && tag({ text: 'Running', classes: 'govuk-tag--red' })
      } Case ${use.caseReference}, until ${end && momentInWords(end, calendar)}`;
    case 'not_needed':
      return html`Not needed: they could open the case anyway`;
    case 'limited':
      return html`Refused: asked too often`;
    case 'nothing':
      return use.conflict
        ? html`${tag({ text: 'Conflict', classes: 'govuk-tag--red' })} Refused:
          they have a conflict with the case that they asked for`
        : html`Refused: there is no such case`;
  }
}

function reviewInWords(use: Use, calendar: WorkingCalendar, now: Temporal.Instant): Html {
  if (use.outcome !== 'granted') return html`None needed`;
  if (use.finding === 'appropriate')
    return html`${tag({ text: 'Appropriate', classes: 'govuk-tag--green' })}`;
  if (use.finding !== null) return html`${tag({ text: 'Not appropriate', classes: 'govuk-tag--orange' })}`;
  const due = use.reviewDueAt;
  if (due === null) return html`Waiting for you`;
  const late = Temporal.Instant.compare(due, now) < 0;
  return html`${
    late && tag({ text: 'Overdue', classes: 'govuk-tag--red' })
  } ${late ? 'Was due' : 'Due'} by ${dueMomentInWords(due, calendar)}`;
}
