import { z } from 'zod';
import { freshForm } from '#kit/components/form-state.ts';
import { type Answer, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { deviceCookie, sessionCookie } from '#kit/http/begin.ts';
import { type OpenContext, openRoute, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { transact } from '#kit/sql.ts';
import { parseSecretForm, signInForm } from '../forms.ts';
import { ownPath } from '../own-path.ts';
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
    perMinute: 60,
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
