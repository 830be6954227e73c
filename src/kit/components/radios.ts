import type { Html } from '../html.ts';
import { type ChoicesOptions, choices } from './choices.ts';
import type { Options } from './options.ts';

/** Classes: `govuk-radios--inline`, `govuk-radios--small`. */
export type RadiosOptions = ChoicesOptions & Options<{ value?: string | number }>;

/** One choice of a few. */
export function radios(options: RadiosOptions): Html {
  // Also the choice whose value is empty, such as “None of these”: whoever made it finds it made.
  const chosen = options.value === undefined ? undefined : String(options.value);
  return choices(
    { block: 'govuk-radios', type: 'radio' },
    options,
    (item) => String(item.value) === chosen,
    options.fieldset?.describedBy,
  );
}
