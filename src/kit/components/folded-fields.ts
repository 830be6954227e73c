import type { Html } from '../html.ts';
import { details } from './details.ts';
import type { FormState } from './form-state.ts';

/** Fields that are rarely needed, folded away: open as soon as one of them holds something, or is wrong. */
export function foldedFields(
  form: FormState,
  summaryText: string,
  names: readonly string[],
  html: Html,
): Html {
  const open = names.some((name) => form.values[name]?.length || form.errors[name]);
  return details({ summaryText, open, html });
}
