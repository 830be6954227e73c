import { insist } from './errors.ts';
import type { FormPage } from './form-page.ts';
import type { StaffContext } from './route.ts';

/** Asked before files of a form are kept: what it is about is there for whoever sends it, and it may be sent. */
export function targetOf<P, Q, Model extends Sent, Value, Sent = Model>(
  form: FormPage<P, Q, Model, Value, Sent>,
): (ctx: StaffContext) => Promise<void> {
  return async (ctx) => {
    const asked = ctx as StaffContext<P, Q>;
    const sent = form.loadSent ? await form.loadSent(asked) : await form.load(asked);
    if (form.allows) insist(form.allows(sent, asked));
  };
}
