import { checkboxes } from '#kit/components/checkboxes.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, items } from '#modules/case-file/pure.ts';
import { labelOf } from '#rules/words.ts';
import { characteristics } from '../characteristics.ts';
import type { Factor } from '../store/advice.ts';

/** Where who somebody is plays a part in the abuse, those who know more are asked (V3.3, L2.7c, L1.4b). */
export function newAdvicePage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Needs', 'Record advice')}
<p class="govuk-body">From a specialist service, a colleague who knows more, or guidance that you read. Tell them nothing that says who it is about.</p>
${caseForm(
  formModel,
  'Save',
  html`${input({ ...kept(form, 'fromWhom'), label: { text: 'From whom?', classes: 'govuk-label--s' } })}${checkboxes(
    {
      ...keptChoices(form, 'about'),
      fieldset: { legend: { text: 'About what?', classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-checkboxes--small',
      items: items(characteristics),
    },
  )}${momentInput(form, 'sought', { legend: 'When?' })}${textarea({
    ...kept(form, 'advised'),
    label: { text: 'What did they advise?', classes: 'govuk-label--s' },
    rows: 4,
  })}${textarea({
    ...kept(form, 'done'),
    label: { text: 'What did we do?', classes: 'govuk-label--s' },
    hint: { text: 'Or why not' },
    rows: 4,
  })}`,
)}`;
}

export function newFactorPage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Needs', 'Mark a characteristic')}
<p class="govuk-body">Something about who they are that plays a part in the abuse: it is used against them, or keeps them from help. Then advice is sought.</p>
${caseForm(
  formModel,
  'Mark it',
  html`${radios({
    ...kept(form, 'characteristic'),
    fieldset: { legend: { text: 'What plays a part?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(characteristics),
  })}${textarea({
    ...kept(form, 'why'),
    label: { text: 'What makes you think so?', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}

export function endFactorPage(model: CaseModel, formModel: FormModel, factor: Factor): Html {
  return html`${caseHead(model, 'Needs', 'It plays no part')}
<p class="govuk-body"><strong>${labelOf(characteristics, factor.characteristic)}</strong></p>
${caseForm(
  formModel,
  'It plays no part',
  textarea({
    ...kept(formModel.form, 'reason'),
    label: { text: 'Why?', classes: 'govuk-label--s' },
    rows: 3,
  }),
)}`;
}
