import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseForm, caseHead, type FormModel, items } from '#modules/case-file/pure.ts';
import { type Question, yesNo } from '../questions.ts';
import type { Offer } from '../store/rows.ts';
import { offerInWords } from '../words.ts';

/** The few questions of a kind. None has to be answered. */
export function detailsPage(model: CaseModel, formModel: FormModel, offer: Offer): Html {
  const asks: Readonly<Record<string, Question>> = offer.kindOf.asks ?? {};
  const questions = Object.entries(asks);
  return html`${caseHead(model, 'Offers', 'What they need of it')}
<p class="govuk-body"><strong>${offerInWords(offer)}</strong></p>
${
  questions.length === 0
    ? html`<p class="govuk-body">Nothing more is asked about this.</p>`
    : caseForm(
        formModel,
        'Save',
        html`<p class="govuk-hint">Only what whoever brings it about has to know. They need not answer anything.</p>
${questions.map(([name, question]) => fieldOf(formModel.form, name, question))}`,
      )
}`;
}

function fieldOf(form: FormModel['form'], name: string, { asks, label: text }: Question): Html {
  const label = { text, classes: 'govuk-label--s' };
  if (asks === 'words') return textarea({ ...kept(form, name), label, rows: 2 });
  if (asks === 'whole')
    return input({ ...kept(form, name), label, classes: 'govuk-input--width-3', inputmode: 'numeric' });
  return radios({
    ...kept(form, name),
    fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(yesNo),
  });
}
