import type { FormState } from '#kit/components/form-state.ts';
import { momentInput } from '#kit/components/moment-input.ts';
import type { Html } from '#kit/html.ts';

/** The moment for which a call is promised, read back by `ringAt`. */
export function ringInput(form: FormState, legend: string, hint: string): Html {
  return momentInput(form, 'ring', { legend, hint });
}
