import { checkboxes } from '#kit/components/checkboxes.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { askingChoices, contactChoices, lastingChoices, questionChoices } from '../systems.ts';
import { items } from './parts.ts';

/** Another system of the landlord would ask: what it is, and how little it needs. */
export function newSystemPage(model: FormModel): Html {
  const { form } = model;
  const legend = (text: string) => ({ legend: { text, classes: 'govuk-fieldset__legend--s' } });
  const fields = html`${input({
    ...kept(form, 'name'),
    label: { text: 'What is it called?', classes: 'govuk-label--s' },
    hint: { text: 'For example, Rents, or Repairs texts. Name no person' },
  })}${checkboxes({
    ...keptChoices(form, 'questions'),
    fieldset: legend('How does it ask?'),
    items: items(questionChoices),
  })}${checkboxes({
    ...keptChoices(form, 'contacts'),
    fieldset: legend('What does it send, or do?'),
    hint: { text: 'It is answered about these alone' },
    items: items(contactChoices),
  })}${radios({
    ...kept(form, 'asksWithin'),
    fieldset: legend('How often does it ask?'),
    hint: { text: 'When it has not, you are told: it may be writing to everybody' },
    items: items(askingChoices),
  })}${radios({
    ...kept(form, 'tokenDays'),
    fieldset: legend('For how long?'),
    hint: { text: 'Then it is proposed anew' },
    items: items(lastingChoices),
  })}${textarea({
    ...kept(form, 'reason'),
    label: { text: 'What is it for?', classes: 'govuk-label--s' },
    hint: { text: 'Whoever decides reads it, and it is kept' },
    rows: 3,
  })}`;
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(model)}
<h1 class="govuk-heading-l">Propose a system that asks</h1>
<p class="govuk-body">Whoever has its token can read the answers about everybody it may ask about. So another
administrator decides, and it gets no more than it needs.</p>${formItself(model, 'Propose it', fields)}</div></div>`;
}
