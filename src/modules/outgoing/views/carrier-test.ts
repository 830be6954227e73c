import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { type Html, html } from '#kit/html.ts';
import { testChannels, testWords } from '../carriers.ts';

/** A test goes to whoever asks for it, and says nothing. */
export function carrierTestPage(
  model: FormModel,
  names: Partial<Record<'text' | 'email', string>>,
  ownAddress: string,
): Html {
  const { form } = model;
  const fields = html`${radios({
    ...kept(form, 'channel'),
    fieldset: { legend: { text: 'What is sent?', classes: 'govuk-fieldset__legend--s' } },
    items: testChannels.map(({ value, label }) => ({
      value,
      text: label,
      hint: {
        text: `${value === 'email' ? `To ${ownAddress}, ` : 'To the number below, '}${
          names[value] ? `by ${names[value]}` : 'but no service is set up'
        }`,
      },
    })),
  })}${input({
    ...kept(form, 'phone'),
    label: { text: 'Your own mobile number, for a text', classes: 'govuk-label--s' },
    hint: { text: 'Nobody else’s. It is forgotten once the message has left' },
    type: 'tel',
    autocomplete: 'tel',
    classes: 'govuk-input--width-20',
  })}`;
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(model)}
<h1 class="govuk-heading-l">Send a test message</h1>
<p class="govuk-body">It goes to you alone, and says: “${testWords}”</p>
${formItself(model, 'Send it', fields)}</div></div>`;
}
