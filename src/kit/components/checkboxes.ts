import type { Html } from '../html.ts';
import { type ChoicesOptions, choices } from './choices.ts';
import type { Options } from './options.ts';

/** Class: `govuk-checkboxes--small`. */
export type CheckboxesOptions = ChoicesOptions &
  Options<{ values?: readonly (string | number)[]; describedBy?: string }>;

/** Any number of choices of a few. */
export function checkboxes(options: CheckboxesOptions): Html {
  const chosen = new Set(options.values?.map(String));
  return choices(
    { block: 'govuk-checkboxes', type: 'checkbox' },
    options,
    (item) => chosen.has(String(item.value)),
    options.fieldset?.describedBy || options.describedBy,
  );
}
