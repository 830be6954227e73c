import { type FormState, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';

/** What is asked of whatever leaves Lintel, as `mayLeave` needs it: to whom, whether they agree, and if not, why. */
export function leavingFields(form: FormState, notNeededFor: string): Html {
  return html`${input({
    ...kept(form, 'recipient'),
    label: { text: 'Who will receive it?', classes: 'govuk-label--s' },
    hint: { text: `The agency, the court or the solicitor. Not needed for ${notNeededFor}` },
    autocomplete: 'off',
  })}${radios({
    ...kept(form, 'agreed'),
    fieldset: {
      legend: { text: 'Does the person agree that they see it?', classes: 'govuk-fieldset__legend--s' },
    },
    hint: { text: 'Asked for another agency' },
    classes: 'govuk-radios--small govuk-radios--inline',
    items: [
      { value: 'yes', text: 'Yes' },
      { value: 'no', text: 'No, or not asked' },
    ],
  })}${textarea({
    ...kept(form, 'why'),
    label: { text: 'Why does it have to be shared?', classes: 'govuk-label--s' },
    hint: { text: 'Needed where the person does not agree: whose safety needs it?' },
    rows: 3,
  })}`;
}
