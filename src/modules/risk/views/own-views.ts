import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { kept } from '#kit/components/form-state.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  ownWords,
} from '#modules/case-file/pure.ts';
import { ratingPaths as paths } from '#modules/risk-level/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { capitalised, labelOf, possessive } from '#rules/words.ts';
import { ownViews } from '../own-view.ts';
import type { ViewOnFile } from '../store/own-views.ts';
import type { RiskModel } from './model.ts';

/** The person's own view beside ours; where it is higher, it is a reason to ask and enough to rate it high. */
export function viewsPart(model: RiskModel): Html {
  const [latest, ...earlier] = model.views;
  const { pack, file } = model;
  return html`<div class="lintel-heading">
    <h2 class="govuk-heading-m">The ${possessive(pack.words.person)} own view</h2>${button({
      text: 'Record their view',
      href: paths.newView(file.id),
      classes: 'govuk-button--secondary',
    })}</div>
  ${latest ? said(model, latest) : html`<p class="govuk-body">Nobody has asked yet how they see it themselves.</p>`}${
    earlier.length > 0 &&
    details({
      summaryText: `Earlier (${earlier.length})`,
      html: html`${earlier.map((view) => said(model, view))}`,
    })
  }`;
}

function said({ calendar }: RiskModel, { view, words, saidAt }: ViewOnFile): Html {
  return html`<p class="govuk-body">
    <strong>${labelOf(ownViews, view)}.</strong> ${momentInWords(saidAt, calendar)}</p>
    ${words && ownWords(words)}`;
}

export function newViewPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  const { person } = model.pack.words;
  return html`${caseHead(model, 'Risk', `The ${possessive(person)} own view`)}
<p class="govuk-body">It stands beside our level and is never corrected by it. People who live with abuse are
  often right about their own danger, and sometimes think it smaller than it is.</p>
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(form, 'view'),
    fieldset: { legend: { text: `How does the ${person} see it?`, classes: 'govuk-fieldset__legend--s' } },
    items: items(ownViews),
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: `${capitalised(possessive(person))} own words`, classes: 'govuk-label--s' },
    hint: { text: 'As they said it, where you can' },
    rows: 5,
  })}${momentInput(form, 'said', { legend: 'When did they say so?' })}`,
)}`;
}
