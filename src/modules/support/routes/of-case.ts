import { page } from '#kit/http/answers.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { datesOf } from '../store/dates.ts';
import { offersOf } from '../store/rows.ts';
import { casePage } from '../views/of-case.ts';

const ofCase = staffRoute({
  method: 'GET',
  path: '/cases/:id/support',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, offers, dates] = await Promise.all([
      loadCase(ctx, id),
      offersOf(ctx.tx, ctx.organisation, id),
      datesOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Offers'),
    ]);
    return page(inCase(model, 'Offers', () => casePage(model, offers, dates)));
  },
});

export const caseRoutes: readonly Route[] = [ofCase];
