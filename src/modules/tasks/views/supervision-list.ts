import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { casePaths, verbatim } from '#modules/case-file/pure.ts';
import { atTheOffice, type WorkingCalendar } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import type { DueReview, WellbeingOnFile } from '../store/supervision-list.ts';
import { mayReview, workerStandings } from '../supervision.ts';
import { dueBadge } from './due.ts';
import { managerNavigation } from './manager-nav.ts';
import { riskTag } from './risk-tag.ts';

export interface SupervisionListModel {
  readonly due: readonly DueReview[];
  readonly checks: readonly WellbeingOnFile[];
  readonly mayRecord: boolean;
  readonly viewer: StaffId;
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

/** Which cases a manager is to look at next, and how colleagues are: the second for the two concerned alone. */
export function supervisionListPage(model: SupervisionListModel): Html {
  const { due, checks, mayRecord } = model;
  return html`<h1 class="govuk-heading-l">Case reviews</h1>${mayRecord && managerNavigation('Case reviews')}
<p class="govuk-body">A manager looks at each open case with whoever leads it, every 28 days.</p>
${due.length === 0 ? html`<p class="govuk-body">No review is owed at present.</p>` : dueTable(model)}
<h2 class="govuk-heading-m">How colleagues are</h2>
<p class="govuk-body">What you wrote about a colleague, and what was written about you.
  Nobody else sees it, and it stands in no case.</p>
${checks.length === 0 ? html`<p class="govuk-body">Nothing is written.</p>` : checkTable(model)}`;
}

function dueTable({ due, calendar, now, mayRecord, viewer }: SupervisionListModel): Html {
  return table({
    caption: 'Cases to be reviewed',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief',
    head: [
      { text: 'Case' },
      { text: 'Lead' },
      { text: 'Last review' },
      { text: 'Next one' },
      ...(mayRecord ? [{ text: 'Review' }] : []),
    ],
    rows: due.map(({ caseId, reference, leadId, leadName, lastHeldAt, dueAt, ...each }) => [
      {
        html: html`<a class="govuk-link" href="${casePaths.overview(caseId)}">${reference}</a>
          ${riskTag(each)}`,
      },
      { text: leadName ?? 'Nobody yet' },
      { text: lastHeldAt ? dayOfWeekInWords(atTheOffice(lastHeldAt, calendar)) : 'Not yet' },
      { html: dueBadge(dueAt, calendar, now), classes: 'lintel-cell--bare' },
      ...(mayRecord
        ? [
            {
              html: mayReview(leadId, viewer).allowed
                ? html`<a class="govuk-link" href="${paths.newSupervision(caseId)}">Review<span
                class="govuk-visually-hidden"> case ${reference}</span></a>`
                : html`Another manager: you lead it`,
              classes: 'lintel-cell--bare',
            },
          ]
        : []),
    ]),
  });
}

function checkTable({ checks, calendar }: SupervisionListModel): Html {
  return table({
    caption: 'How colleagues are',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards',
    head: [
      { text: 'Colleague' },
      { text: 'When' },
      { text: 'With' },
      { text: 'How they are' },
      { text: 'What was said' },
    ],
    rows: checks.map(({ staffName, heldAt, recordedByName, standing, words }) => [
      { text: staffName },
      { text: dayOfWeekInWords(atTheOffice(heldAt, calendar)) },
      { text: recordedByName ?? '' },
      { text: labelOf(workerStandings, standing) },
      { html: words ? verbatim(words) : html`Nothing more` },
    ]),
  });
}
