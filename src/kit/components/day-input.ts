import type { Html } from '../html.ts';
import { dateInput } from './date-input.ts';
import { type FormState, keptDate } from './form-state.ts';

export type DayInputOptions = { readonly legend: string; readonly hint?: string | undefined };

/** A day in three boxes, read back by `typedDay`. */
export function dayInput(form: FormState, name: string, { legend, hint }: DayInputOptions): Html {
  return dateInput({
    ...keptDate(form, name),
    fieldset: { legend: { text: legend, classes: 'govuk-fieldset__legend--s' } },
    hint: hint ? { text: hint } : undefined,
  });
}
