import { type Answer, page } from '#kit/http/answers.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { may } from '#rules/may.ts';
import type { OneTimeLink } from '../store/links.ts';
import { linkPage } from '../views/staff-form.ts';
import { momentsFor } from './form-parts.ts';

/** The link, shown this once, and queued as e-mail where mail is set up. */
export async function handOver(
  ctx: StaffContext,
  { path, until }: OneTimeLink,
  email: string,
  firstManager = false,
): Promise<Answer> {
  const link = `${ctx.services.settings.staffUrl}${path}`;
  await ctx.services.mail.send(ctx.tx, { organisation: ctx.organisation, to: email, kind: 'link', link });
  const at = momentsFor(ctx);
  const back = may(ctx.who.roles, 'staff.manage').allowed ? '/staff' : '/staff/confirmations';
  return page({
    title: 'A link to hand over',
    main: () => linkPage({ link, until: at(until), firstManager, back }),
  });
}
