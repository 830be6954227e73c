import { dayInput } from '#kit/components/day-input.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, type FormModel } from '#modules/case-file/pure.ts';

export function newReminderPage(formModel: FormModel): Html {
  const { form } = formModel;
  return html`<h1 class="govuk-heading-l">A reminder for yourself</h1>
<p class="govuk-body">Only you see it. What is to be done in a case belongs to that case’s tasks, where whoever covers for you finds it.</p>${caseForm(
    formModel,
    'Keep the reminder',
    html`${input({
      ...kept(form, 'what'),
      label: { text: 'What do you want to do?', classes: 'govuk-label--s' },
      hint: { text: 'Name nobody here' },
    })}${dayInput(form, 'due', { legend: 'By when?' })}${textarea({
      ...kept(form, 'why'),
      label: { text: 'Anything else? (optional)', classes: 'govuk-label--s' },
      rows: 3,
    })}`,
  )}`;
}
