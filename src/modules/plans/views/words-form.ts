import { kept } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, items } from '#modules/case-file/pure.ts';
import { wants } from '../plan.ts';

/** Their words, as they say them. Every field may stay empty. */
export function wordsPage(model: CaseModel, formModel: FormModel, meanwhile: Html | null): Html {
  const { form } = formModel;
  const { person } = model.pack.words;
  return html`${caseHead(model, 'Plan', `What the ${person} wants`)}${meanwhile}
<p class="govuk-body">In their words, not ours. Leave empty what was not said: there is no hurry, and no answer is the right one.</p>
${caseForm(
  formModel,
  'Save these words',
  html`${radios({
    ...kept(form, 'wants'),
    fieldset: { legend: { text: 'What do they want?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: [...items(wants), { value: '', text: 'Not said' }],
  })}${textarea({
    ...kept(form, 'ownWords'),
    label: { text: 'What they want, in their own words', classes: 'govuk-label--s' },
    rows: 5,
  })}${textarea({
    ...kept(form, 'wishes'),
    label: { text: 'What matters to them, and what must not happen', classes: 'govuk-label--s' },
    hint: { text: 'For example, the children’s school, a pet, who must not hear of it' },
    rows: 5,
  })}${textarea({
    ...kept(form, 'emergency'),
    label: { text: 'What they do in an emergency', classes: 'govuk-label--s' },
    hint: {
      text: 'Their own way of keeping safe: where they go, whom they ring, what they take. In danger, 999 comes first; on a mobile, 55 when nobody can speak.',
    },
    rows: 6,
  })}`,
)}`;
}
