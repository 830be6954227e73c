import type { Verdict } from '#rules/facts.ts';
import { insist } from './errors.ts';
import type { StaffContext } from './route.ts';

/** Of a form, what is asked before it is taken (form-page.ts). */
interface Asked<P, Q, Sent> {
  load(ctx: StaffContext<P, Q>): Promise<Sent>;
  loadSent?: ((ctx: StaffContext<P, Q>) => Promise<Sent>) | undefined;
  allows?(sent: Sent, ctx: StaffContext<P, Q>): Verdict;
}

/** Asked before files of a form are kept: what it is about is there for whoever sends it, and it may be sent. */
export function targetOf<P, Q, Sent>(form: Asked<P, Q, Sent>): (ctx: StaffContext) => Promise<void> {
  return async (ctx) => {
    const asked = ctx as StaffContext<P, Q>;
    const sent = form.loadSent ? await form.loadSent(asked) : await form.load(asked);
    if (form.allows) insist(form.allows(sent, asked));
  };
}
