import { button } from '#kit/components/button.ts';
import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { submission } from '#kit/components/submission.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, type FormModel, items, verbatim } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { because } from '#rules/clauses.ts';
import type { Verdict } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import { labelOf } from '#rules/words.ts';
import { findings, isRunning, reasons } from '../emergency.ts';
import { type Opened, openedInWords } from '../openings.ts';
import { paths } from '../paths.ts';
import type { Use } from '../store/emergency-uses.ts';
import { outcomeInWords } from './emergency-uses.ts';

export interface UseModel {
  readonly use: Use;
  readonly opened: readonly Opened[];
  readonly mayReview: Verdict;
  readonly pack: Pack;
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

const askedFor = {
  reference: 'By the reference of the case',
  person: 'By somebody on the register',
  home: 'By a home on the register',
} as const;

/** One use: who, when, why, and which pages; the case itself stays behind its wall. */
export function usePage(model: UseModel, formModel: FormModel): Html {
  const { use, calendar, now } = model;
  return html`<h1 class="govuk-heading-l">One emergency access</h1>
${summaryList({
  rows: [
    { key: { text: 'Who' }, value: { text: use.staffName } },
    { key: { text: 'When' }, value: { text: momentInWords(use.at, calendar) } },
    { key: { text: 'What came of it' }, value: { html: outcomeInWords(use, calendar, now) } },
    { key: { text: 'How they asked' }, value: { text: askedFor[use.askedBy] } },
    { key: { text: 'Why' }, value: { text: labelOf(reasons, use.reason) } },
    { key: { text: 'In their own words' }, value: { html: verbatim(use.words) } },
    use.endedByName !== null && { key: { text: 'Ended early by' }, value: { text: use.endedByName } },
    use.reviewedAt !== null && {
      key: { text: 'Reviewed' },
      value: { text: `${momentInWords(use.reviewedAt, calendar)} by ${use.reviewedByName ?? ''}` },
    },
    use.finding !== null && { key: { text: 'Finding' }, value: { text: labelOf(findings, use.finding) } },
    use.done !== null && { key: { text: 'What was done' }, value: { html: verbatim(use.done) } },
  ],
})}
${isRunning(use, now) && endingForm(formModel, paths.ending(use.id), 'End this access now')}
${use.outcome === 'granted' && openedTable(model)}
${use.outcome === 'granted' && use.finding === null && reviewSection(model, formModel)}`;
}

/** @param text on the button; ending needs no more than a press, for it must be quick */
export function endingForm({ csrf, submissionId }: FormModel, action: string, text: string): Html {
  return html`<form method="post" action="${action}">${submission(csrf, submissionId)}${button({ text, classes: 'govuk-button--warning', preventDoubleClick: true })}</form>`;
}

function openedTable({ opened, calendar }: UseModel): Html {
  if (opened.length === 0)
    return html`<h2 class="govuk-heading-m">What was opened</h2><p class="govuk-body">Nothing yet.</p>`;
  return table({
    caption: 'What was opened, and done',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--dense lintel-table--cards',
    head: [{ text: 'What' }, { text: 'When' }],
    rows: opened.map((each) => [{ text: openedInWords(each) }, { text: momentInWords(each.at, calendar) }]),
  });
}

function reviewSection({ mayReview, pack }: UseModel, formModel: FormModel): Html {
  const { form } = formModel;
  const heading = html`<h2 class="govuk-heading-m">Your review</h2>`;
  if (!mayReview.allowed) return html`${heading}<p class="govuk-body">${because(pack, mayReview)}</p>`;
  return html`${heading}${caseForm(
    formModel,
    'Save the review',
    html`${radios({
      ...kept(form, 'finding'),
      fieldset: { legend: { text: 'What you find', classes: 'govuk-fieldset__legend--s' } },
      items: items(findings),
    })}${textarea({
      ...kept(form, 'done'),
      label: { text: 'What you looked at, and what was done', classes: 'govuk-label--s' },
      hint: { text: 'For example whom you spoke to. Never what stands in the case.' },
      rows: 5,
    })}`,
  )}`;
}
