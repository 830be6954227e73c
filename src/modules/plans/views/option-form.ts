import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  optionItems,
} from '#modules/case-file/pure.ts';
import { answers, optionInWords, optionKinds } from '../options.ts';
import type { PlanOption } from '../store/options.ts';

/** Something was offered. To decline is a decision like any other (V3.4, L2.1c). */
export function newOptionPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Plan', 'Record an offer')}
${caseForm(
  formModel,
  'Save',
  html`${select({
    ...kept(form, 'kind'),
    label: { text: 'What was offered?', classes: 'govuk-label--s' },
    items: optionItems(optionKinds, 'Choose'),
  })}${input({
    ...kept(form, 'what'),
    label: { text: 'In particular', classes: 'govuk-label--s' },
    hint: { text: 'For example, which lock, which service, which area' },
  })}${decision(form)}`,
)}`;
}

export function answerPage(model: CaseModel, formModel: FormModel, option: PlanOption): Html {
  return html`${caseHead(model, 'Plan', 'Another answer')}
${insetText({ html: html`<p class="govuk-body"><strong>${optionInWords(option)}</strong></p><p class="govuk-body">What they said before stays beside what they say now.</p>` })}
${caseForm(formModel, 'Save', decision(formModel.form))}`;
}

function decision(form: FormModel['form']): Html {
  return html`${radios({
    ...kept(form, 'answer'),
    fieldset: {
      legend: { text: 'What did they decide?', classes: 'govuk-fieldset__legend--s' },
    },
    hint: { text: 'Each answer is theirs to give. None counts against anybody, and none closes anything.' },
    items: items(answers),
  })}${textarea({
    ...kept(form, 'ownWords'),
    label: { text: 'In their own words', classes: 'govuk-label--s' },
    rows: 3,
  })}${dayInput(form, 'offered', { legend: 'On which day?' })}`;
}
