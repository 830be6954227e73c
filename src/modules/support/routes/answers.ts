import { adds } from '#kit/http/form-page.ts';
import type { Route } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import { detailsForm } from '../forms/details-form.ts';
import { answerForm, offerForm } from '../forms/offer-form.ts';
import { kindOf } from '../kinds.ts';
import { paths } from '../paths.ts';
import { recordDetails } from '../store/details.ts';
import { answerOffer, offerSupport } from '../store/offer.ts';
import { offersOf } from '../store/rows.ts';
import { answerPage, newOfferPage } from '../views/answer-forms.ts';
import { detailsPage } from '../views/details-form.ts';
import { loadOffer, offerParams } from './params.ts';

const newOffer = caseFormPage({
  path: '/cases/:id/support/new',
  params: caseParams,
  may: 'case.work',
  records: 'plan.option-offered',
  title: 'Offers',
  draft: ({ id }) => ({ form: 'offer', about: id }),
  version: adds,
  load: (ctx) => offersOf(ctx.tx, ctx.organisation, ctx.params.id),
  schema: (ctx, _, offers) => offerForm(today(ctx), offers),
  fresh: (ctx) => dayFields('offered', today(ctx)),
  view: newOfferPage,
  save: async (ctx, { offered, again, _refusal, ...offer }) => {
    const caseId = ctx.params.id;
    const offerId = await offerSupport(ctx.tx, ctx, { ...offer, caseId, offeredOn: offered, askOn: again });
    const asks = offer.answer === 'taken' && kindOf(offer.kind).asks;
    return { to: asks ? paths.details(caseId, offerId) : paths.offer(caseId, offerId), said: 'Saved' };
  },
});

const answer = caseFormPage({
  path: '/cases/:id/support/:offer/answer',
  params: offerParams,
  may: 'case.work',
  records: 'plan.option-answered',
  title: 'Offers',
  draft: ({ offer }) => ({ form: 'offer-answer', about: offer }),
  version: (_, offer) => offer.revision,
  load: loadOffer,
  schema: (ctx) => answerForm(today(ctx)),
  fresh: (ctx) => dayFields('offered', today(ctx)),
  view: answerPage,
  save: async (ctx, { offered, again, ...given }, _, offer) => {
    const { id: caseId, offer: offerId } = ctx.params;
    await answerOffer(ctx.tx, ctx, { ...given, caseId, offerId, offeredOn: offered, askOn: again });
    const asks = given.answer === 'taken' && offer.kindOf.asks && Object.keys(offer.details).length === 0;
    return { to: asks ? paths.details(caseId, offerId) : paths.offer(caseId, offerId), said: 'Saved' };
  },
});

const details = caseFormPage({
  path: '/cases/:id/support/:offer/details',
  params: offerParams,
  may: 'case.work',
  records: 'support.details-recorded',
  title: 'Offers',
  draft: ({ offer }) => ({ form: 'offer-details', about: offer }),
  version: (_, offer) => offer.revision,
  load: loadOffer,
  schema: (_, __, offer) => detailsForm(offer.kind),
  fresh: (_, __, offer) => offer.details,
  view: detailsPage,
  save: async (ctx, answers) => {
    const { id: caseId, offer: offerId } = ctx.params;
    await recordDetails(ctx.tx, ctx, { caseId, offerId, answers });
    return { to: paths.offer(caseId, offerId), said: 'Saved' };
  },
});

export const answerRoutes: readonly Route[] = [...newOffer, ...answer, ...details];
