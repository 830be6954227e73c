import type { Html } from '../html.ts';
import type { DateInputOptions } from './date-input.ts';
import type { ErrorMessageOptions } from './error-message.ts';
import { errorSummary } from './error-summary.ts';

/** What a person sent and what is wrong with it, by the names of the fields; both empty on a fresh form. */
export type FormState = {
  readonly values: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Messages in the order of the form. A date's goes by its prefix, one about the whole form by “form”. */
  readonly errors: Readonly<Record<string, string | undefined>>;
};

export const freshForm: FormState = { values: {}, errors: {} };

type Kept = {
  readonly name: string;
  readonly value: string | undefined;
  readonly errorMessage: ErrorMessageOptions | undefined;
};

/** For one text or one choice: `input({ label: { text: 'Name' }, ...kept(form, 'name') })`. */
export function kept(form: FormState, name: string): Kept {
  const value = form.values[name];
  return {
    name,
    value: typeof value === 'string' || value === undefined ? value : value[0],
    errorMessage: messageFor(form, name),
  };
}

/** For many choices: `checkboxes({ items, ...keptChoices(form, 'needs') })`. */
export function keptChoices(
  form: FormState,
  name: string,
): Omit<Kept, 'value'> & { readonly values: readonly string[] } {
  const value = form.values[name] ?? [];
  return {
    name,
    values: typeof value === 'string' ? [value] : value,
    errorMessage: messageFor(form, name),
  };
}

/**
 * For a date in three boxes, sent as `<name>-day`, `<name>-month` and `<name>-year`:
 * `dateInput({ fieldset, ...keptDate(form, 'born') })`. The day box has the name as its id,
 * so that the error summary's link reaches it.
 */
export function keptDate(form: FormState, name: string): DateInputOptions {
  const part = (unit: string) => ({ name: unit, value: kept(form, `${name}-${unit}`).value });
  return {
    id: `${name}-date`,
    namePrefix: name,
    day: { ...part('day'), id: name },
    // Letters too: people write March.
    month: { ...part('month'), inputmode: 'text' },
    year: part('year'),
    errorMessage: messageFor(form, name),
  };
}

/** The summary of all errors, first on the page; nothing when there are none. */
export function formErrors(form: FormState, titleText = 'There is a problem'): Html | undefined {
  const errorList = Object.entries(form.errors).flatMap(([name, text]) =>
    text === undefined ? [] : [name === 'form' ? { text } : { text, href: `#${name}` }],
  );
  return errorList.length === 0 ? undefined : errorSummary({ titleText, errorList });
}

function messageFor(form: FormState, name: string): ErrorMessageOptions | undefined {
  const text = form.errors[name];
  return text === undefined ? undefined : { text };
}
