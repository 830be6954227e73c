import { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { ringAbout } from '#modules/danger/index.ts';
import { caseRoles } from '#rules/facts.ts';
import { concernForm } from '../concern-form.ts';
import { receiptOf } from '../store/read.ts';
import { concernThanks, guidancePage, newConcern } from '../views/concern.ts';
import { tellingRoutes } from './telling.ts';

const newConcernRoutes = tellingRoutes({
  path: '/concerns/new',
  title: 'Tell us',
  draft: 'concern',
  may: 'concern.report',
  records: 'concern.reported',
  // Those who will read it, any of whom may be involved.
  offersRoles: caseRoles,
  findsHomes: true,
  schema: (ctx, now, team, home) => concernForm(now, ctx.who.roles, team, home),
  view: (ctx, telling) => newConcern({ ...telling, words: ctx.pack.words }),
  after: (receipt) => `/concerns/thanks?receipt=${receipt}`,
});

const thanks = staffRoute({
  method: 'GET',
  path: '/concerns/thanks',
  query: z.object({ receipt: z.uuid().optional() }),
  may: 'concern.report',
  records: { nothing: 'It shows a reference, and nothing of what was told' },
  async handle(ctx) {
    const { receipt } = ctx.query;
    const found = receipt ? await receiptOf(ctx.tx, ctx.organisation, ctx.staff, receipt) : null;
    const ring = found?.danger ? await ringAbout(ctx, [found]) : undefined;
    const addsAt = found && receipt ? `/concerns/receipts/${receipt}/files` : null;
    return page({ title: 'Thank you', main: () => concernThanks(found?.reference ?? null, ring, addsAt) });
  },
});

const guidance = staffRoute({
  method: 'GET',
  path: '/guidance',
  may: 'concern.report',
  records: { nothing: 'Guidance tells of nobody' },
  async handle() {
    return page({ title: 'Guidance', paper: 'page', main: guidancePage });
  },
});

export const concernRoutes: readonly Route[] = [...newConcernRoutes, thanks, guidance];
