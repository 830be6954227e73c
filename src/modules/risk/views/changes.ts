import { kept } from '#kit/components/form-state.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type AssessmentSummary, assessmentPaths } from '#modules/assessments/pure.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  optionItems,
  reviewTriggers,
} from '#modules/case-file/pure.ts';
import { entrySources } from '#modules/chronology/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import type { ItemChange } from '../change.ts';
import { answerInWords, changeLabel } from '../change-words.ts';

/** Two assessments of the same questions, and what is different between them. */
export interface Compared {
  readonly before: AssessmentSummary;
  readonly after: AssessmentSummary;
  readonly changes: readonly ItemChange[];
}

export interface ChangesModel extends CaseModel {
  readonly compared: readonly Compared[];
}

/** Item by item, what changed since last time; what is new comes first, what nobody knows yet last. */
export function changesPage(model: ChangesModel): Html {
  const { compared } = model;
  return html`${caseHead(model, 'Risk', 'Since last time')}${
    compared.length === 0
      ? html`<p class="govuk-body">There are not yet two finished assessments of the same questions to lay beside each other.</p>`
      : compared.map((each) => comparison(model, each))
  }`;
}

function comparison({ file, calendar }: CaseModel, { before, after, changes }: Compared): Html {
  const link = ({ id, askedAt }: AssessmentSummary) =>
    html`<a class="govuk-link" href="${assessmentPaths.assessment(file.id, id)}">${momentInWords(askedAt, calendar)}</a>`;
  const said = changes.filter(({ kind }) => kind !== 'still_unanswered');
  const unknown = changes.filter(({ kind }) => kind === 'still_unanswered');
  return html`<h2 class="govuk-heading-m">${after.title}</h2><p class="govuk-body">Asked on ${link(after)}, compared with ${link(before)}.</p>${
    said.length > 0 ? changeTable(said) : html`<p class="govuk-body">Nothing changed.</p>`
  }${
    unknown.length > 0 &&
    html`<h3 class="govuk-heading-s">Still not known</h3><p class="govuk-body">${unknown.map(({ item }) => item.theme).join(', ')}.</p>`
  }`;
}

function changeTable(changes: readonly ItemChange[]): Html {
  return table({
    caption: 'What changed, item by item',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    head: [{ text: 'Item' }, { text: 'Change' }, { text: 'Before' }, { text: 'Now' }],
    rows: changes.map(({ item, kind, before, after }) => [
      { html: html`${item.id}. ${item.theme}` },
      {
        html: kind === 'newly_yes' ? html`<strong>${changeLabel(kind)}</strong>` : html`${changeLabel(kind)}`,
      },
      { text: answerInWords(before) },
      { text: answerInWords(after) },
    ]),
  });
}

/** Something happened that calls for a look at the risk: written into the chronology, and the review is due. */
export function newChangePage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Risk', 'Something changed')}
<p class="govuk-body">It is written into the chronology, and the risk is to be looked at again. Is anybody in danger now? Ring 999 before anything else.</p>
${caseForm(
  formModel,
  'Record the change',
  html`${radios({
    ...kept(form, 'trigger'),
    fieldset: { legend: { text: 'What kind of change is it?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(reviewTriggers),
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What happened', classes: 'govuk-label--s' },
    hint: { text: 'In their own words where you can. Keep what was said or seen apart from what you think.' },
    rows: 6,
  })}${momentInput(form, 'happened', { legend: 'When did it happen?' })}${select({
    ...kept(form, 'source'),
    label: { text: 'How do we know?', classes: 'govuk-label--s' },
    items: optionItems(entrySources, 'Choose'),
  })}`,
)}`;
}
