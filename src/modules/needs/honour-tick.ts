import { checkboxes } from '#kit/components/checkboxes.ts';
import { type FormState, keptChoices } from '#kit/components/form-state.ts';
import { ticked } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';

/** The field of a form on which somebody writes down what was said or seen. */
export const honourField = { honour: ticked() };

/** One tick, wherever something is written down: specialists are asked, and nobody has to be sure (L1.4b). */
export function honourTick(form: FormState): Html {
  return checkboxes({
    ...keptChoices(form, 'honour'),
    fieldset: {
      legend: { text: 'Does anything in this suggest it? (optional)', classes: 'govuk-fieldset__legend--s' },
    },
    classes: 'govuk-checkboxes--small',
    items: [
      {
        value: 'yes',
        text: 'So-called honour, a forced marriage or cutting (FGM)',
        hint: { text: 'You need not be sure: advice from specialists is then owed' },
      },
    ],
  });
}
