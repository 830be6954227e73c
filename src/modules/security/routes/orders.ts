import type { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { dayFields } from '#kit/typed-day.ts';
import {
  addressOfHome,
  caseFormPage,
  inCase,
  loadCase,
  namesInCase,
  recordView,
} from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { linksOffered } from '#modules/sharing/index.ts';
import { offersOf } from '#modules/support/index.ts';
import { mayFollow } from '#modules/support/pure.ts';
import { lintFactsOf } from '#modules/wordings/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { orderVerdict } from '#rules/may-order-work.ts';
import { conflictEndingForm, orderEndingForm, orderForm } from '../forms/order-form.ts';
import { paths } from '../paths.ts';
import { conflictsOf, endConflict, recordConflict } from '../store/conflicts.ts';
import { contractorsOf } from '../store/contractors.ts';
import { gateFor } from '../store/gate.ts';
import { answersOf, linksOf } from '../store/links.ts';
import { endOrder, ordersOf, placeOrder } from '../store/orders.ts';
import { cannotStay } from '../store/stopped-orders.ts';
import { conflictEndingPage, newOrderPage, orderEndingPage, orderPage } from '../views/order.ts';

const title = 'Home security';

interface OfferParams {
  readonly id: CaseId;
  readonly offer: string;
}
const offerParams = ids('id', 'offer') as z.ZodType<OfferParams>;

async function beforeOrdering(ctx: StaffContext<OfferParams>, loading: Promise<CaseModel>) {
  const { tx, organisation } = ctx;
  const { id, offer: offerId } = ctx.params;
  const { file, people } = await loading;
  const [offers, all, conflicts, names] = await Promise.all([
    offersOf(tx, organisation, id),
    contractorsOf(tx, organisation),
    conflictsOf(tx, organisation, id),
    namesInCase(tx, organisation, { personId: file.personId, describedAs: file.describedAs, people }),
  ]);
  const offer = offers.find((each) => each.id === offerId);
  if (!offer) throw notFound();
  insist(mayFollow(offer.kindOf, offer.state, 'ordered'));
  const gate = await gateFor(tx, ctx, id, offer.kind, today(ctx));
  insist(orderVerdict(gate));
  const telling = await lintFactsOf(tx, ctx, {
    mayNameLandlord: true,
    people: names,
    numbers: [file.reference],
  });
  const contractors = all.filter((each) => !conflicts.some(({ contractorId }) => contractorId === each.id));
  return { offer, contractors, telling };
}

const ordering = caseFormPage({
  path: '/cases/:id/security/offers/:offer/order',
  params: offerParams,
  may: 'case.work',
  records: ['security.ordered', 'security.contractor-conflict'],
  title,
  draft: ({ offer }) => ({ form: 'works-order', about: offer }),
  version: (_, { offer }) => offer.revision,
  load: beforeOrdering,
  schema: (ctx, { agreed }, { offer, contractors, telling }) =>
    orderForm({
      ...{ today: today(ctx), calendar: ctx.calendar, pack: ctx.pack, agreed, contractors, telling },
      makesSafe: offer.kind === 'make_safe',
    }),
  fresh: (ctx, { file, home }) => ({
    ...dayFields('happens', today(ctx)),
    address: addressOfHome(file, home),
  }),
  view: newOrderPage,
  save: async (ctx, given, _, { contractors }) => {
    const { id: caseId, offer: offerId } = ctx.params;
    const { contractor: contractorId, conflict, conflictSaid, happens: dayOn, two, address, ...more } = given;
    const contractor = contractors.find(({ id }) => id === contractorId);
    if (!contractor) throw notFound();
    if (conflict === 'yes') {
      await recordConflict(ctx.tx, ctx, { caseId, contractor, words: conflictSaid });
      return {
        to: paths.ofCase(caseId),
        said: 'Written down. Choose another: nobody of them is sent',
        warns: true,
      };
    }
    const { from, to, details, askFor, outsideWhy } = more;
    const orderId = await placeOrder(ctx.tx, ctx, {
      ...{ caseId, offerId, contractorId, conflictSaid, dayOn, from, to, details, askFor, outsideWhy },
      ...{ twoPeople: two === 'yes', address: address.trim() },
    });
    return { to: paths.order(caseId, orderId), said: 'Saved' };
  },
});

interface OrderParams {
  readonly id: CaseId;
  readonly order: string;
}
const orderParams = ids('id', 'order') as z.ZodType<OrderParams>;

async function one(ctx: StaffContext<OrderParams>) {
  const found = (await ordersOf(ctx.tx, ctx.organisation, ctx.params.id)).find(
    ({ id }) => id === ctx.params.order,
  );
  if (!found) throw notFound();
  return found;
}

const shown = staffRoute({
  method: 'GET',
  path: '/cases/:id/security/orders/:order',
  params: orderParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const { tx, organisation, csrf } = ctx;
    const [model, order, links, answers] = await Promise.all([
      loadCase(ctx, id),
      one(ctx),
      linksOf(tx, organisation, id),
      answersOf(tx, organisation, id),
      recordView(ctx, id, title),
    ]);
    const form = { csrf, submissionId: newId<string>() };
    const goes = await cannotStay(tx, organisation, id, order);
    const shown = { goes, links, answers, form, offered: linksOffered(ctx.services), today: today(ctx) };
    return page(inCase(model, title, () => orderPage(model, order, shown)));
  },
});

const ending = caseFormPage({
  path: '/cases/:id/security/orders/:order/ending',
  params: orderParams,
  may: 'case.work',
  records: 'security.order-ended',
  title,
  draft: ({ order }) => ({ form: 'works-order-ending', about: order }),
  version: endsOnce,
  load: async (ctx) => {
    const order = await one(ctx);
    if (order.endedAt !== null) throw notFound();
    return order;
  },
  schema: () => orderEndingForm,
  view: orderEndingPage,
  save: async (ctx, { why }, _, order) => {
    const { id: caseId } = ctx.params;
    if (!(await endOrder(ctx.tx, ctx, { caseId, order, why: why.trim() }))) return { second: true };
    return { to: paths.ofCase(caseId), said: 'Nobody comes. Ring them too' };
  },
});

const conflictParams = ids('id', 'conflict') as z.ZodType<{ readonly id: CaseId; readonly conflict: string }>;

const conflictEnding = caseFormPage({
  path: '/cases/:id/security/conflicts/:conflict/ending',
  params: conflictParams,
  may: 'case.work',
  records: 'security.contractor-conflict-ended',
  title,
  draft: ({ conflict }) => ({ form: 'contractor-conflict-ending', about: conflict }),
  version: endsOnce,
  load: async (ctx) => {
    const all = await conflictsOf(ctx.tx, ctx.organisation, ctx.params.id);
    const found = all.find(({ id }) => id === ctx.params.conflict);
    if (!found) throw notFound();
    return found;
  },
  schema: () => conflictEndingForm,
  view: conflictEndingPage,
  save: async (ctx, { why }, _, conflict) => {
    const { id: caseId } = ctx.params;
    if (!(await endConflict(ctx.tx, ctx, { caseId, conflict, why: why.trim() }))) return { second: true };
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

export const orderRoutes: readonly Route[] = [...ordering, shown, ...ending, ...conflictEnding];
