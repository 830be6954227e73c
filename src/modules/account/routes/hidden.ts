import { freshForm } from '#kit/components/form-state.ts';
import { type Answer, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { type Credentials, hiddenCookie, readSessionCookie, sessionCookie } from '#kit/http/begin.ts';
import { type OpenContext, openRoute, staffRoute } from '#kit/http/route.ts';
import { verifyPassword } from '#kit/password-hash.ts';
import { record } from '#kit/record.ts';
import { type Tx, transact } from '#kit/sql.ts';
import { hideForm, parseSecretForm, showForm } from '../forms.ts';
import { ownPath } from '../own-path.ts';
import { triesAtHidden } from '../short-code.ts';
import { type HiddenSession, hideSession, showSession, tryHidden } from '../store/hidden.ts';
import { endSession } from '../store/sessions.ts';
import { hiddenPage } from '../views/hidden.ts';
import { hiddenFor, stateOf } from './form-parts.ts';

const title = 'Waiting';

export const hiddenRoutes = [
  staffRoute({
    method: 'POST',
    path: '/hidden/session',
    may: 'own.account',
    records: 'session.hidden',
    once: false,
    async handle(ctx) {
      const { typed } = parseSecretForm(hideForm, ctx.body);
      const path = ownPath(typeof typed.path === 'string' ? typed.path : undefined);
      const { tx, organisation, who, now } = ctx;
      const cookie = await hideSession(tx, organisation, { id: who.session, path, now });
      await record(tx, ctx, { name: 'session.hidden', subjectId: ctx.staff });
      return redirect('/hidden', undefined, { [sessionCookie]: null, [hiddenCookie]: cookie });
    },
  }),
  openRoute({
    method: 'GET',
    path: '/hidden',
    may: 'public.visit',
    records: { nothing: 'An empty page that asks for a code.' },
    async handle(ctx) {
      return page(asked(ctx));
    },
  }),
  openRoute({
    method: 'POST',
    path: '/hidden',
    may: 'public.visit',
    records: ['session.shown', 'session.refused'],
    perMinute: 60,
    async handle(ctx): Promise<Answer> {
      const credentials = readSessionCookie(ctx.hidden);
      const parsed = parseSecretForm(showForm, ctx.body);
      if (!parsed.ok) return invalid(asked(ctx, 'Enter your short code or your password'));
      const found =
        credentials && (await asProgram(ctx, credentials, (tx) => tryHidden(tx, credentials, ctx.now)));
      if (!found) return toSignIn();
      const right = found.tries <= triesAtHidden && (await provedBy(parsed.value.code, found));
      return asProgram(ctx, credentials, (tx) => settle(ctx, tx, credentials, found, right));
    },
  }),
];

async function settle(
  { now, services, ...ctx }: OpenContext,
  tx: Tx,
  credentials: Credentials,
  { staff, path, tries }: HiddenSession,
  right: boolean,
): Promise<Answer> {
  const { organisation, session } = credentials;
  const author = { organisation, staff, session, now };
  const cookie = right ? await showSession(tx, credentials, now, services.settings.idle) : null;
  if (cookie) {
    await record(tx, author, { name: 'session.shown', subjectId: staff });
    return redirect(path, undefined, { [sessionCookie]: cookie, [hiddenCookie]: null });
  }
  await record(tx, author, { name: 'session.refused', subjectId: staff, data: { at: 'hidden' } });
  if (tries < triesAtHidden) return invalid(asked(ctx, 'That is neither your short code nor your password'));
  await endSession(tx, organisation, { id: session, staff, by: staff, now });
  return toSignIn();
}

async function provedBy(typed: string, { shortCodeHash, passwordHash }: HiddenSession): Promise<boolean> {
  const byCode = /^\d{4,8}$/.test(typed) && shortCodeHash !== null;
  return (await verifyPassword(typed, byCode ? shortCodeHash : passwordHash)).right;
}

function asked(ctx: { readonly csrf: string }, problem?: string): Page {
  const hidden = hiddenFor(ctx);
  const form = problem ? stateOf({}, { code: problem }) : freshForm;
  return { title, bare: true, main: () => hiddenPage(form, hidden) };
}

function toSignIn(): Answer {
  return redirect('/sign-in', undefined, { [hiddenCookie]: null });
}

function asProgram<T>(
  { services }: OpenContext,
  { organisation }: Credentials,
  work: (tx: Tx) => Promise<T>,
) {
  return transact(services.db, { organisation, system: true }, work);
}
