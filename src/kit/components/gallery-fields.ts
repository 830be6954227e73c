import { type Html, html } from '../html.ts';
import { accordion } from './accordion.ts';
import { button } from './button.ts';
import { characterCount } from './character-count.ts';
import { checkboxes } from './checkboxes.ts';
import { dateInput } from './date-input.ts';
import { fileUpload } from './file-upload.ts';
import { filter } from './filter.ts';
import { type FormState, formErrors, kept, keptChoices, keptDate } from './form-state.ts';
import { input } from './input.ts';
import { pagination } from './pagination.ts';
import { passwordInput } from './password-input.ts';
import { radios } from './radios.ts';
import { select } from './select.ts';
import { textarea } from './textarea.ts';

const form: FormState = {
  values: { needs: ['interpreter'], heard: 'no', 'seen-day': '31', 'seen-month': '2', 'seen-year': '2026' },
  errors: { address: 'Enter an address or a postcode', seen: 'The date must be a real date' },
};

/** Everything that asks, with errors and kept answers. */
export function fieldsGallery(): Html {
  return html`
<h2 class="govuk-heading-l">A form that came back</h2>
${formErrors(form)}
<form method="post" action="#" novalidate>
${input({ label: { text: 'Address' }, hint: { text: 'Or a postcode' }, ...kept(form, 'address') })}
${dateInput({
  fieldset: { legend: { text: 'When was it seen?' } },
  hint: { text: 'For example, 2 3 2026' },
  ...keptDate(form, 'seen'),
})}
${radios({
  fieldset: { legend: { text: 'Can anybody else hear this?', classes: 'govuk-fieldset__legend--m' } },
  items: [
    {
      value: 'yes',
      text: 'Yes',
      conditional: { html: input({ name: 'who', label: { text: 'Who?' } }) },
    },
    { value: 'no', text: 'No', hint: { text: 'The person said so' } },
    { divider: 'or' },
    { value: 'unknown', text: 'Not known' },
  ],
  ...kept(form, 'heard'),
})}
${radios({
  name: 'voicemail',
  classes: 'govuk-radios--inline govuk-radios--small',
  fieldset: { legend: { text: 'Voicemail' } },
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
})}
${checkboxes({
  fieldset: { legend: { text: 'What would help?' } },
  items: [
    { value: 'interpreter', text: 'A professional interpreter' },
    { value: 'worker', text: 'A woman as worker' },
    { value: 'none', text: 'None of these', behaviour: 'exclusive' },
  ],
  ...keptChoices(form, 'needs'),
})}
${select({
  name: 'route',
  label: { text: 'How did it come in?' },
  items: [
    { text: 'By phone', value: 'phone' },
    { text: 'At a visit', value: 'visit' },
  ],
})}
${textarea({ name: 'words', label: { text: 'The person’s own words' }, rows: 3 })}
${characterCount({ name: 'note', label: { text: 'Note' }, maxlength: 200, rows: 3 })}
${input({
  name: 'cost',
  label: { text: 'Cost' },
  prefix: { text: '£' },
  classes: 'govuk-input--width-5',
  inputmode: 'decimal',
})}
${passwordInput({ name: 'password', label: { text: 'Password' } })}
${fileUpload({ name: 'file', label: { text: 'A file' } })}
<p class="lintel-draft-status" role="status" data-draft-status>Draft saved 14:05</p>
<div class="govuk-button-group">
${button({ text: 'Save and continue', preventDoubleClick: true })}
${button({ text: 'Save for later', classes: 'govuk-button--secondary' })}
${button({ text: 'Close the case', classes: 'govuk-button--warning' })}
${button({ text: 'Not yet possible', disabled: true })}
</div>
</form>
<form method="get" action="#">
${filter({
  heading: { text: 'Narrow the list' },
  optionsHtml: select({
    name: 'worker',
    label: { text: 'Worker' },
    items: [{ text: 'Anybody' }, { text: 'Sam Field' }],
  }),
  selectedFilters: {
    heading: { text: 'Chosen' },
    clearLink: { text: 'Clear all', href: '#clear' },
    categories: [{ heading: { text: 'State' }, items: [{ text: 'Active', href: '#without-active' }] }],
  },
})}
</form>
${accordion({
  id: 'gallery-accordion',
  rememberExpanded: false,
  items: [
    { heading: { text: 'Before the visit' }, content: { text: 'Ask where and when is safe.' } },
    { heading: { text: 'After the visit' }, content: { text: 'Record what was seen.' } },
  ],
})}
${pagination({
  previous: { href: '#before', labelText: 'Safe contact' },
  next: { href: '#after', labelText: 'Risk' },
  landmarkLabel: 'Steps',
})}`;
}
