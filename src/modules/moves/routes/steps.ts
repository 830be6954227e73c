import type { Route } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { caseFormPage } from '#modules/case-file/index.ts';
import { situationsOf } from '#modules/housing/index.ts';
import { today } from '#rules/calendar.ts';
import { standing } from '../course.ts';
import { feltForm, stepForm } from '../forms/move-forms.ts';
import { answerForm, lesserForm, offerForm } from '../forms/offer-forms.ts';
import { paths } from '../paths.ts';
import { putLesser } from '../store/lesser.ts';
import { recordFelt, recordStep } from '../store/moves.ts';
import { answerOffer, mayAccept, recordOffer } from '../store/offers.ts';
import type { Move } from '../store/rows.ts';
import { answerPage, feltPage, lesserPage, offerPage, stepPage } from '../views/forms.ts';
import { loadMove, loadOffer, moveParams, offerParams, title } from './params.ts';

const step = caseFormPage({
  path: '/cases/:id/moves/:move/step',
  params: moveParams,
  may: 'case.work',
  records: [
    ...(['move.next-agreed', 'move.applied', 'move.taken-on', 'move.not-taken-on'] as const),
    ...(['move.moved', 'move.not-wanted', 'move.ended', 'move.step-corrected'] as const),
  ],
  title,
  draft: ({ move }) => ({ form: 'move-step', about: move }),
  version: (_, { revision }) => revision,
  load: loadMove,
  schema: (ctx, _, { wishedOn }) => stepForm(today(ctx), wishedOn),
  fresh: (ctx) => dayFields('day', today(ctx)),
  view: stepPage,
  save: async (ctx, value) => {
    const { id: caseId, move: moveId } = ctx.params;
    await recordStep(ctx.tx, ctx, { ...value, caseId, moveId });
    return { to: paths.move(caseId, moveId), said: 'Saved' };
  },
});

const felt = caseFormPage({
  path: '/cases/:id/moves/:move/felt',
  params: moveParams,
  may: 'case.work',
  records: ['move.feels-safe', 'move.feels-not-safe', 'move.rather-not-say', 'move.not-safe-to-ask'],
  title,
  draft: ({ move }) => ({ form: 'move-felt', about: move }),
  version: (_, { revision }) => revision,
  load: loadMove,
  schema: (ctx, _, { steps, wishedOn }) => {
    const moved = standing(steps).findLast((each) => each.step === 'moved');
    return feltForm(today(ctx), moved?.dayOn ?? wishedOn);
  },
  fresh: (ctx) => dayFields('asked', today(ctx)),
  view: (model, form) => feltPage(model, form),
  save: async (ctx, value) => {
    const { id: caseId, move: moveId } = ctx.params;
    await recordFelt(ctx.tx, ctx, { ...value, caseId, moveId });
    return { to: paths.move(caseId, moveId), said: 'Saved' };
  },
});

const offer = caseFormPage({
  path: '/cases/:id/moves/:move/offers/new',
  params: moveParams,
  may: 'case.work',
  records: 'move.offered',
  title,
  draft: ({ move }) => ({ form: 'move-offer', about: move }),
  version: (_, { move: { revision } }: { readonly move: Move; readonly held: string }) => revision,
  load: async (ctx, loading) => {
    const [move, [known]] = await Promise.all([
      loadMove(ctx, loading),
      situationsOf(ctx.tx, ctx.organisation, ctx.params.id),
    ]);
    return { move, held: known?.tenancyType ?? '' };
  },
  schema: (ctx) => offerForm(today(ctx)),
  fresh: (ctx, _, { held }) => ({ heldType: held, ...dayFields('offered', today(ctx)) }),
  view: (model, form) => offerPage(model, form),
  save: async (ctx, value) => {
    const { id: caseId, move: moveId } = ctx.params;
    await recordOffer(ctx.tx, ctx, { ...value, caseId, moveId });
    return { to: paths.move(caseId, moveId), said: 'Saved' };
  },
});

const answer = caseFormPage({
  path: '/cases/:id/moves/offers/:offer/answer',
  params: offerParams,
  may: 'case.work',
  records: [
    ...(['move.offer-accepted', 'move.offer-refused-for-safety'] as const),
    ...(['move.offer-refused', 'move.offer-taken-back'] as const),
  ],
  title,
  draft: ({ offer: about }) => ({ form: 'move-answer', about }),
  version: (_, { move: { revision } }) => revision,
  load: loadOffer,
  schema: (ctx, _, of) => answerForm(today(ctx), of.offer.offeredOn),
  fresh: (ctx) => dayFields('answered', today(ctx)),
  view: answerPage,
  save: async (ctx, value, _, { move, offer: to }) => {
    const { id: caseId, offer: offerId } = ctx.params;
    const verdict = mayAccept(to);
    if (value.answer === 'accepted' && !verdict.allowed) return { errors: { answer: verdict.reason } };
    await answerOffer(ctx.tx, ctx, { ...value, caseId, offerId });
    return { to: paths.move(caseId, move.id), said: 'Saved' };
  },
});

const lesser = caseFormPage({
  path: '/cases/:id/moves/offers/:offer/lesser',
  params: offerParams,
  may: 'case.work',
  records: 'move.lesser-put',
  title,
  draft: ({ offer: about }) => ({ form: 'move-lesser', about }),
  version: (_, { move: { revision } }) => revision,
  load: loadOffer,
  schema: (ctx, _, of) => lesserForm(today(ctx), of.offer.offeredOn),
  fresh: (ctx) => dayFields('asked', today(ctx)),
  view: lesserPage,
  save: async (ctx, value, _, { move }) => {
    const { id: caseId, offer: offerId } = ctx.params;
    await putLesser(ctx.tx, ctx, { ...value, caseId, offerId });
    return { to: paths.move(caseId, move.id), said: 'A manager is asked' };
  },
});

export const stepRoutes: readonly Route[] = [...step, ...felt, ...offer, ...answer, ...lesser];
