import { dateInput } from '#kit/components/date-input.ts';
import { kept, keptDate } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { caseForm, type FormModel, items } from '#modules/case-file/pure.ts';
import { checkOutcomes } from '../local-checks.ts';

/** Asked of the area itself: its coordinator or its published protocol, never of another page of Lintel. */
export function checkPage(formModel: FormModel, what: string): Html {
  const { form } = formModel;
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });
  return html`<h1 class="govuk-heading-l">Checked with the area</h1>
<p class="govuk-body"><strong>${what}</strong></p>
<p class="govuk-body">Ask whoever holds it in the area, for example the Marac coordinator. Your name and the day stand
  with it; after 12 months it is to be checked again.</p>
${caseForm(
  formModel,
  'Save',
  html`${dateInput({ ...keptDate(form, 'checked'), fieldset: legend('On which day did you ask?') })}${input({
    ...kept(form, 'withWhom'),
    label: { text: 'Whom did you ask?', classes: 'govuk-label--s' },
    hint: { text: 'By their post, for example “the Marac coordinator”' },
    autocomplete: 'off',
  })}${radios({
    ...kept(form, 'outcome'),
    fieldset: legend('What did they say?'),
    items: items(checkOutcomes),
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'In their words, if it is different', classes: 'govuk-label--s' },
    rows: 3,
  })}`,
)}`;
}
