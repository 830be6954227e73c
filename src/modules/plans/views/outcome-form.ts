import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, caseHead, type FormModel } from '#modules/case-file/pure.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import type { PlanAction } from '../store/actions.ts';
import { doer } from './actions.ts';
import type { PlanModel } from './model.ts';

/** What became of an action. Whatever it is can be taken back. */
export function outcomePage(
  model: PlanModel,
  formModel: FormModel,
  action: PlanAction,
  meanwhile: Html | null,
): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Plan', 'What became of it')}${meanwhile}${actionInWords(model, action)}
${caseForm(
  formModel,
  'Save',
  html`${radios({
    ...kept(form, 'outcome'),
    fieldset: { legend: { text: 'What became of it?', classes: 'govuk-fieldset__legend--s' } },
    items: [
      { value: 'done', text: 'It is done', conditional: { html: done(form) } },
      {
        value: 'moved',
        text: 'It needs another day',
        conditional: { html: dayInput(form, 'due', { legend: 'The new day' }) },
      },
      {
        value: 'dropped',
        text: 'It is no longer needed, or they no longer want it',
        hint: { text: 'Their decision is reason enough' },
      },
    ],
  })}${textarea({
    ...kept(form, 'note'),
    label: { text: 'What came of it, or why', classes: 'govuk-label--s' },
    rows: 4,
  })}`,
)}`;
}

function done(form: FormModel['form']): Html {
  return html`${dayInput(form, 'happened', { legend: 'On which day' })}${input({
    ...kept(form, 'byWhom'),
    label: { text: 'By whom, where it was somebody else' },
  })}`;
}

function actionInWords(model: PlanModel, action: PlanAction): Html {
  const { what, why, dueOn } = action;
  const by = dueOn ? `, by ${dayOfWeekInWords(dueOn)}` : '';
  return insetText({
    html: html`<p class="govuk-body"><strong>${what}</strong></p>
      <p class="govuk-body">${doer(action, model)}${by}${why && html`<br>${why}`}</p>`,
  });
}

export function reopeningPage(
  model: PlanModel,
  formModel: FormModel,
  action: PlanAction,
  meanwhile: Html | null,
): Html {
  return html`${caseHead(model, 'Plan', 'Open an action again')}${meanwhile}${actionInWords(model, action)}
<p class="govuk-body">What was recorded stays; that it is open again is added.</p>
${caseForm(
  formModel,
  'Open it again',
  textarea({
    ...kept(formModel.form, 'reason'),
    label: { text: 'Why is it open again?', classes: 'govuk-label--s' },
    rows: 3,
  }),
)}`;
}
