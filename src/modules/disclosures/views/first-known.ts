import { dateInput } from '#kit/components/date-input.ts';
import { type FormState, kept, keptDate } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { type Html, html } from '#kit/html.ts';

/** When anybody first knew: empty is now. The clock runs from then, not from when it is written down. */
export function firstKnown(form: FormState, label: string, hint: string): Html {
  return html`<div class="lintel-moment">${dateInput({
    fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } },
    hint: { text: hint },
    ...keptDate(form, 'received'),
  })}${input({
    label: { text: 'Time' },
    hint: { text: 'For example 14:30 or 2:30pm' },
    classes: 'govuk-input--width-5',
    autocomplete: 'off',
    ...kept(form, 'received-time'),
  })}</div>`;
}
