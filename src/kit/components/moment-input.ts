import { type Html, html } from '../html.ts';
import { dateInput } from './date-input.ts';
import { fieldset } from './fieldset.ts';
import { type FormState, kept, keptDate } from './form-state.ts';
import { input } from './input.ts';

export type MomentInputOptions = { readonly legend: string; readonly hint?: string | undefined };

/** When something happened: a day in three boxes and a time of day, read back by `typedMoment`. */
export function momentInput(form: FormState, name: string, { legend, hint }: MomentInputOptions): Html {
  const time = kept(form, `${name}-time`);
  return fieldset({
    legend: { text: legend, classes: 'govuk-fieldset__legend--s' },
    html: html`${dateInput({ ...keptDate(form, name), hint: hint ? { text: hint } : undefined })}${input({
      ...time,
      label: { text: 'Time' },
      hint: { text: 'For example 14:30 or 2:30pm' },
      classes: 'govuk-input--width-10',
      autocomplete: 'off',
    })}`,
  });
}
