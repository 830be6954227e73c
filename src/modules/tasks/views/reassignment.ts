import { button } from '#kit/components/button.ts';
import { checkboxes } from '#kit/components/checkboxes.ts';
import { type FormState, formErrors, kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { select } from '#kit/components/select.ts';
import { submission } from '#kit/components/submission.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { Colleague } from '#modules/account/index.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { StaffId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { casesIn, weighted } from '../load.ts';
import { paths } from '../paths.ts';
import type { Taker } from '../spread.ts';
import type { MovableCase } from '../store/moving-cases.ts';
import type { Reassignment } from '../store/reassignments.ts';
import { managerNavigation } from './manager-nav.ts';
import { riskTag } from './risk-tag.ts';

export interface ReassignmentModel {
  readonly team: readonly Colleague[];
  readonly lead: StaffId | 'unallocated' | null;
  readonly cases: readonly MovableCase[];
  readonly takers: readonly Taker[];
  readonly recent: readonly Reassignment[];
  readonly form: FormState;
  readonly csrf: string;
  readonly submissionId: string;
  readonly calendar: WorkingCalendar;
}

/** First whose cases, then which, to whom and why; nothing moves before it was shown what would. */
export function reassignmentPage(model: ReassignmentModel): Html {
  return html`<h1 class="govuk-heading-l">Move cases</h1>
    ${managerNavigation('Move cases')}${formErrors(model.form)}${whose(model)}${
      model.lead !== null && choosing(model)
    }${recentOnes(model)}`;
}

function whose({ team, lead }: ReassignmentModel): Html {
  return html`<form method="get" action="${paths.reassignment}" class="lintel-filters">${select({
    name: 'lead',
    label: { text: 'Whose cases?' },
    value: lead ?? '',
    items: [
      { value: '', text: 'Choose a colleague' },
      { value: 'unallocated', text: 'Nobody’s yet' },
      ...team.map(({ id, name }) => ({ value: id as string, text: name })),
    ],
  })}${button({ text: 'Show', classes: 'govuk-button--secondary' })}</form>`;
}

function choosing(model: ReassignmentModel): Html {
  const { cases, takers, form, lead, csrf, submissionId } = model;
  if (cases.length === 0) return html`<p class="govuk-body">There is no open case to move here.</p>`;
  return html`<form method="post" action="${paths.preview}" class="lintel-form" novalidate>
    ${submission(csrf, submissionId)}<input type="hidden" name="lead" value="${lead ?? ''}">${checkboxes({
      ...keptChoices(form, 'cases'),
      fieldset: { legend: { text: 'Which cases?', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-checkboxes--small',
      items: cases.map(({ id, reference, ...each }) => ({
        value: id,
        html: html`${reference} ${riskTag(each)}`,
      })),
    })}${checkboxes({
      ...keptChoices(form, 'takers'),
      fieldset: { legend: { text: 'Who can take them?', classes: 'govuk-fieldset__legend--s' } },
      hint: { text: 'With more than one, they are spread so that the loads end as even as they can' },
      classes: 'govuk-checkboxes--small',
      items: takers.map(({ id, name, counts, away }) => ({
        value: id,
        text: `${name}: ${inWords(casesIn(counts))}, weighted ${weighted(counts)}${away ? '. Away' : ''}`,
      })),
    })}${input({
      ...kept(form, 'reason'),
      label: { text: 'Why do they move?', classes: 'govuk-label--s' },
      hint: { text: 'It stands with each case. Name nobody’s health or family' },
    })}${button({ text: 'Show what would change', preventDoubleClick: true })}</form>`;
}

export function inWords(cases: number): string {
  return cases === 1 ? '1 open case' : `${cases} open cases`;
}

function recentOnes({ recent, calendar }: ReassignmentModel): Html | undefined {
  if (recent.length === 0) return undefined;
  return html`<h2 class="govuk-heading-m">Moved lately</h2>${table({
    caption: 'Cases moved lately',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--dense lintel-table--cards',
    head: [{ text: 'When' }, { text: 'By' }, { text: 'Why' }, { text: 'Undone' }],
    rows: recent.map(({ id, madeAt, madeByName, reason, undoesId, undoneById }) => [
      {
        html: html`<a class="govuk-link" href="${paths.reassigned(id)}">${momentInWords(madeAt, calendar)}</a>`,
      },
      { text: madeByName ?? 'Lintel' },
      { text: undoesId ? `Undone: ${reason}` : reason },
      { text: undoneById ? 'Yes' : 'No' },
    ]),
  })}`;
}
