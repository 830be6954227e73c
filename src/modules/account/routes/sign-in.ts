import { z } from 'zod';
import { freshForm } from '#kit/components/form-state.ts';
import { type Answer, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { deviceCookie, sessionCookie } from '#kit/http/begin.ts';
import { type OpenContext, openRoute, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { transact } from '#kit/sql.ts';
import type { OrganisationId } from '#rules/facts.ts';
import { parseSecretForm, signInForm } from '../forms.ts';
import { ownPath } from '../own-path.ts';
import { knownDevice } from '../store/known-device.ts';
import { type Landlord, landlords } from '../store/organisations.ts';
import { endSession } from '../store/sessions.ts';
import { signIn } from '../store/sign-in.ts';
import { signInPage, signInRefused } from '../views/sign-in.ts';
import { hiddenFor, stateOf } from './form-parts.ts';

const text = z.string().max(500).optional().catch(undefined);
const query = z.object({ next: text, landlord: text });

export const signInRoutes = [
  openRoute({
    method: 'GET',
    path: '/sign-in',
    may: 'public.visit',
    records: { nothing: 'Nobody is signed in yet.' },
    query,
    async handle(ctx) {
      const list = await everyLandlord(ctx);
      const form = { ...freshForm, values: { landlord: ctx.query.landlord } };
      return page(signInModel(ctx, list, ownPath(ctx.query.next), form));
    },
  }),
  openRoute({
    method: 'POST',
    path: '/sign-in',
    may: 'public.visit',
    records: ['session.started', 'session.refused'],
    async handle(ctx): Promise<Answer> {
      const list = await everyLandlord(ctx);
      const parsed = parseSecretForm(signInForm, ctx.body);
      const next = ownPath(typeof parsed.typed.next === 'string' ? parsed.typed.next : undefined);
      const again = (errors: Readonly<Record<string, string>>) =>
        invalid(signInModel(ctx, list, next, stateOf(parsed.typed, errors)));
      if (!parsed.ok) return again(parsed.errors);
      const landlord = list.find(({ slug }) => slug === parsed.value.landlord);
      if (!landlord) return again({ landlord: 'Choose your landlord' });
      const { email, password, recoveryCode } = parsed.value;
      await boundTries(ctx, landlord.id, email);
      const session = await signIn(ctx.services, {
        organisation: landlord.id,
        email,
        password,
        recoveryCode,
        address: ctx.address,
        device: ctx.device,
        agent: ctx.agent,
      });
      if (!session) return again({ email: signInRefused });
      const { cookie, device } = session;
      return redirect(afterPassword(next), undefined, {
        [sessionCookie]: cookie,
        ...(device && { [deviceCookie]: device }),
      });
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/sign-out',
    may: 'own.account',
    records: 'session.ended',
    once: false,
    beforeSecondFactor: true,
    async handle(ctx) {
      const { organisation, staff, now } = ctx;
      await endSession(ctx.tx, organisation, { id: ctx.who.session, staff, by: staff, now });
      await record(ctx.tx, ctx, { name: 'session.ended', subjectId: staff });
      return redirect('/sign-in', 'You have signed out', { [sessionCookie]: null });
    },
  }),
];

/** Somebody who mistypes does not come near it; a program does. */
const triesPerMinute = 30;
/** An office, or everybody behind a proxy that nobody told Lintel of, has one address. */
const triesFromAnAddress = 600;

/**
 * Her own browser is bounded by what is typed in it alone. Elsewhere one account at one address is bounded first: what
 * somebody types at the next desk keeps nobody else out.
 */
async function boundTries(ctx: OpenContext, organisation: OrganisationId, email: string): Promise<void> {
  const device = knownDevice(ctx.services.secret, organisation, email, ctx.device, ctx.now);
  if (device) return ctx.bound(`device ${device}`, triesPerMinute);
  await ctx.bound(`${organisation} ${email} ${ctx.address}`, triesPerMinute);
  await ctx.bound(ctx.address, triesFromAnAddress);
}

/** The second step decides whether anything is owed, and goes straight on where nothing is. */
function afterPassword(next: string): string {
  return `/second-factor${next === '/' ? '' : `?next=${encodeURIComponent(next)}`}`;
}

function everyLandlord(ctx: OpenContext): Promise<readonly Landlord[]> {
  return transact(ctx.services.db, { organisation: null }, landlords);
}

function signInModel(
  ctx: OpenContext,
  list: readonly Landlord[],
  next: string,
  form: Parameters<typeof signInPage>[0]['form'],
): Page {
  const hidden = hiddenFor(ctx);
  return { title: 'Sign in', main: () => signInPage({ landlords: list, next, form }, hidden) };
}
