import { file, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { endSession, endSessions, extendSession, runningSessions } from '../store/sessions.ts';
import { ownSessionsPage } from '../views/sessions.ts';
import { hiddenFor, momentsFor } from './form-parts.ts';

export const sessionRoutes = [
  /** What the dialog that warns before a session ends sends; it looks at nothing but whether it succeeded. */
  staffRoute({
    method: 'POST',
    path: '/account/session',
    may: 'own.account',
    records: 'session.extended',
    once: false,
    async handle(ctx) {
      await extendSession(ctx.tx, ctx.organisation, ctx.who.session, ctx.now, ctx.services.settings.idle);
      await record(ctx.tx, ctx, { name: 'session.extended', subjectId: ctx.staff });
      return file({ name: null, type: 'text/plain; charset=utf-8', body: 'You are still signed in.' });
    },
  }),
  staffRoute({
    method: 'GET',
    path: '/account/sessions',
    may: 'own.account',
    records: 'sessions.viewed',
    async handle(ctx) {
      const sessions = await runningSessions(ctx.tx, ctx.organisation, ctx.staff, ctx.now);
      await record(ctx.tx, ctx, { name: 'sessions.viewed', subjectId: ctx.staff });
      const rows = sessions.map((each) => ({ ...each, current: each.id === ctx.who.session }));
      const [hidden, at] = [hiddenFor(ctx), momentsFor(ctx)];
      return page({ title: 'Where you are signed in', main: () => ownSessionsPage(rows, hidden, at) });
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/account/sessions/:id/end',
    may: 'own.account',
    records: 'session.revoked',
    params: ids('id'),
    async handle(ctx) {
      const { tx, organisation, staff, now, params } = ctx;
      if (!(await endSession(tx, organisation, { id: params.id, staff, by: staff, now }))) throw notFound();
      await record(tx, ctx, { name: 'session.revoked', subjectId: staff, data: { session: params.id } });
      return redirect('/account/sessions', 'That device is signed out');
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/account/sessions/end',
    may: 'own.account',
    records: 'session.revoked',
    async handle(ctx) {
      const { tx, organisation, staff, now, who } = ctx;
      const ended = await endSessions(tx, organisation, { staff, by: staff, now, except: who.session });
      await record(tx, ctx, { name: 'session.revoked', subjectId: staff, data: { ended } });
      return redirect('/account/sessions', 'Every other device is signed out');
    },
  }),
];
