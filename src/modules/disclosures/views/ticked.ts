import { checkboxes } from '#kit/components/checkboxes.ts';
import { type FormState, keptChoices } from '#kit/components/form-state.ts';
import type { Html } from '#kit/html.ts';

/** One box that says its own sentence. */
export function ticked(form: FormState, name: string, text: string): Html {
  return checkboxes({
    classes: 'govuk-checkboxes--small',
    items: [{ value: 'yes', text }],
    ...keptChoices(form, name),
  });
}
