import { page } from '#kit/http/answers.ts';
import { endsOnce } from '#kit/http/form-page.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { caseFormPage, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { correctionForm } from '../forms/step-forms.ts';
import { paths } from '../paths.ts';
import { costsOf } from '../store/costs.ts';
import { datesOf } from '../store/dates.ts';
import { loansOf } from '../store/loans.ts';
import { strikeLast } from '../store/strike.ts';
import { offerPage } from '../views/offer.ts';
import { correctionPage } from '../views/step-forms.ts';
import { loadOffer, offerParams } from './params.ts';

const shown = staffRoute({
  method: 'GET',
  path: '/cases/:id/support/:offer',
  params: offerParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, offer, dates, loans, costs] = await Promise.all([
      loadCase(ctx, id),
      loadOffer(ctx),
      datesOf(ctx.tx, ctx.organisation, id),
      loansOf(ctx.tx, ctx.organisation, ctx.params.offer),
      costsOf(ctx.tx, ctx.organisation, ctx.params.offer),
      recordView(ctx, id, 'Offers'),
    ]);
    return page(inCase(model, 'Offers', () => offerPage(model, offer, dates, { loans, costs })));
  },
});

const correction = caseFormPage({
  path: '/cases/:id/support/:offer/correction',
  params: offerParams,
  may: 'case.work',
  records: 'support.corrected',
  title: 'Offers',
  draft: ({ offer }) => ({ form: 'offer-correction', about: offer }),
  version: endsOnce,
  load: loadOffer,
  schema: () => correctionForm,
  view: correctionPage,
  save: async (ctx, { reason, step }) => {
    const { id: caseId, offer: offerId } = ctx.params;
    await strikeLast(ctx.tx, ctx, { caseId, offerId, stepId: step, reason: reason.trim() });
    return { to: paths.offer(caseId, offerId), said: 'Saved' };
  },
});

export const offerRoutes: readonly Route[] = [shown, ...correction];
