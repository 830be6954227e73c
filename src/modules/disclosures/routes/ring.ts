import type { Html } from '#kit/html.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { whomToRing } from '#modules/danger/pure.ts';
import { onCallAt } from '#modules/rota/index.ts';
import { outOfHours } from '#rules/clock.ts';

/** Whom to ring about danger now, where the office is closed: colleagues on call, and nobody else is named. */
export async function ringAbout<P, Q>(ctx: StaffContext<P, Q>): Promise<Html | undefined> {
  if (!outOfHours(ctx.now, ctx.calendar)) return undefined;
  return whomToRing(await onCallAt(ctx.tx, ctx.organisation, ctx.now), true);
}
