import type { FormModel } from '#kit/components/form.ts';
import type { FieldErrors, Form, Typed } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import { insist } from '#kit/http/errors.ts';
import type { Records, Route, StaffContext } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { caseFormPage } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import type { OpenDecision, OpenDecisions } from '#modules/chronology/pure.ts';
import { today } from '#rules/calendar.ts';
import { confirmationForm, deliveryForm, endingForm, notFromStock, orderForm } from '../forms/step-forms.ts';
import { mayFollow, mayOrder, themselves } from '../offer.ts';
import { paths } from '../paths.ts';
import { isLent } from '../stock.ts';
import { spentBeyond } from '../store/costs.ts';
import { livesAt } from '../store/lives-at.ts';
import { issueItem } from '../store/loans.ts';
import type { NewStep } from '../store/new-step.ts';
import type { Offer } from '../store/rows.ts';
import { recordStep } from '../store/steps.ts';
import { type FreeItem, freeItems } from '../store/stock-list.ts';
import { confirmationPage, deliveryPage, endingPage, orderPage } from '../views/step-forms.ts';
import { mayGo } from '../where-it-goes.ts';
import { loadOffer, type OfferParams, offerParams } from './params.ts';

interface Facts {
  readonly offer: Offer;
  /** By which decisions somebody may be told of the person now; only where the form asks for one. */
  readonly decisions: readonly OpenDecision[];
  /** What of our stock could go to them now; null where it is no kind that is lent. */
  readonly lends: readonly FreeItem[] | null;
}

interface StepForm<Value> {
  readonly name: 'order' | 'delivery' | 'confirmation' | 'ending';
  readonly records: Records;
  readonly asks?: OpenDecisions;
  schema(
    days: { readonly today: Temporal.PlainDate; readonly offeredOn: Temporal.PlainDate },
    facts: Facts,
  ): Form<Value>;
  view(model: CaseModel, form: FormModel, facts: Facts): Html;
  /** What is wrong with it beside what was typed. */
  refuses?(ctx: StaffContext<OfferParams>, value: Value, facts: Facts): Promise<FieldErrors | null>;
  step(value: Value, today: Temporal.PlainDate): NewStep;
  /** What goes with it. */
  also?(ctx: StaffContext<OfferParams>, value: Value, stepId: string): Promise<void>;
}

function stepForm<Value>({
  name,
  records,
  asks,
  schema,
  view,
  step,
  refuses,
  also,
}: StepForm<Value>): readonly Route[] {
  return caseFormPage<OfferParams, unknown, Facts, Value>({
    path: `/cases/:id/support/:offer/${name}`,
    params: offerParams,
    may: 'case.work',
    records,
    title: 'Offers',
    draft: ({ offer }) => ({ form: `offer-${name}`, about: offer }),
    version: (_, { offer }) => offer.revision,
    load: async (ctx, loading) => {
      const offer = await loadOffer(ctx);
      if (name === 'order') insist(mayOrder(offer.kindOf, { step: 'ordered', worksOrderId: null }));
      return {
        offer,
        decisions: asks ? await asks(ctx, (await loading).file) : [],
        lends:
          name === 'delivery' && isLent(offer.kind)
            ? await freeItems(ctx.tx, ctx.organisation, offer.kind, today(ctx))
            : null,
      };
    },
    schema: (ctx, _, facts) => schema({ today: today(ctx), offeredOn: facts.offer.offeredOn }, facts),
    fresh: (ctx: StaffContext): Typed => dayFields('happened', today(ctx)),
    view: (model, form, facts) => view(model, form, facts),
    save: async (ctx, value, _, facts) => {
      const { offer } = facts;
      const { id: caseId, offer: offerId } = ctx.params;
      const errors = (await refuses?.(ctx, value, facts)) ?? null;
      if (errors) return { errors };
      const next = step(value, today(ctx));
      const verdict = mayFollow(offer.kindOf, offer.state, next.step, next.ending);
      if (!verdict.allowed && next.ending) return { errors: { ending: verdict.reason } };
      const stepId = await recordStep(ctx.tx, ctx, { caseId, offerId, ...next });
      await also?.(ctx, value, stepId);
      return { to: paths.offer(caseId, offerId), said: 'Saved' };
    },
  });
}

export const stepRoutes = (decisions: OpenDecisions): readonly Route[] => [
  ...stepForm({
    name: 'order',
    records: 'support.ordered',
    asks: decisions,
    schema: (days, { offer, decisions: open }) =>
      orderForm(days, { consent: offer.kindOf.consent ?? false, decisions: open.map(({ id }) => id) }),
    view: (model, form, { offer, decisions: open }) => orderPage(model, form, offer, open),
    refuses: async (ctx, { goes, opens }, { offer }) => {
      if (!offer.kindOf.carried) return null;
      const home = await livesAt(ctx.tx, ctx.organisation, ctx.params.id);
      const verdict = mayGo(offer.kindOf, { goes, opens }, home);
      if (verdict.allowed) return null;
      return { [goes === 'address' && opens.trim() === '' ? 'opens' : 'goes']: verdict.reason };
    },
    step: ({ whom, told, words, happened, comes, goes, opens }) => ({
      ...{ step: 'ordered', happenedOn: happened, whom, words, dayOn: comes, goes, opens },
      ...(told === themselves ? { way: themselves } : { shareId: told === '' ? null : told }),
    }),
  }),
  ...stepForm({
    name: 'delivery',
    records: 'support.delivered',
    schema: (days, { lends }) => deliveryForm(days, lends),
    view: (model, form, { offer, lends }) => deliveryPage(model, form, offer, lends),
    step: ({ whom, words, happened, cost }) => ({
      ...{ step: 'delivered', happenedOn: happened, whom, words, pence: cost },
    }),
    also: async (ctx, { item, happened, cost, words }, deliveryId) => {
      const { id: caseId, offer: offerId } = ctx.params;
      if (cost !== null) await spentBeyond(ctx.tx, ctx, { caseId, offerId, pence: cost, why: words });
      if (item === '' || item === notFromStock) return;
      await issueItem(ctx.tx, ctx, { caseId, offerId, deliveryId, itemId: item }, happened);
    },
  }),
  ...stepForm({
    name: 'confirmation',
    records: ['support.confirmed', 'support.not-come', 'support.not-safe-to-confirm'],
    schema: (days) => confirmationForm(days),
    view: (model, form, { offer }) => confirmationPage(model, form, offer),
    step: ({ said, way, words, happened }) => ({ step: said, happenedOn: happened, way, words }),
  }),
  ...stepForm({
    name: 'ending',
    records: 'support.ended',
    schema: (days) => endingForm(days),
    view: (model, form, { offer }) => endingPage(model, form, offer),
    step: ({ ending, words, happened }) => ({ step: 'ended', happenedOn: happened, ending, words }),
  }),
];
