import type { z } from 'zod';
import type { FormState } from '#kit/components/form-state.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext } from '#kit/http/route.ts';
import {
  caseDecision,
  caseFormPage,
  decisionModel,
  inCase,
  loadCase,
  recordView,
} from '#modules/case-file/index.ts';
import { openFunds } from '#modules/grants/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { mayDecide, sightOf } from '#rules/proposal.ts';
import { approvedAlone, costKind } from '../cost.ts';
import { approvalForm, costDecisionForm, noFund } from '../forms/step-forms.ts';
import { paths } from '../paths.ts';
import { approveCost, costHasChanged, decideCost, findCost } from '../store/costs.ts';
import { offerOf, offersOf } from '../store/rows.ts';
import { approvalPage, costPage } from '../views/costs.ts';
import { type OfferParams, offerParams } from './params.ts';

const title = 'Offers';

const approval = caseFormPage<
  OfferParams,
  unknown,
  ApprovalFacts,
  { cost: number; fund: string; words: string }
>({
  path: '/cases/:id/support/:offer/approval',
  params: offerParams,
  may: 'case.work',
  records: ['support.approved', 'support.cost-proposed'],
  title,
  draft: ({ offer }) => ({ form: 'offer-approval', about: offer }),
  version: (_, { offer }) => offer.revision,
  load: async (ctx) => {
    const [offers, funds] = await Promise.all([
      offersOf(ctx.tx, ctx.organisation, ctx.params.id),
      openFunds(ctx.tx, ctx.organisation),
    ]);
    const offer = offers.find(({ id }) => id === ctx.params.offer);
    if (!offer) throw notFound();
    return {
      ...{ offer, funds },
      before: approvedAlone(offers, { besides: offer.id, today: today(ctx) }),
      limit: (ctx.pack.approvedAlone?.pounds ?? 0) * 100,
    };
  },
  schema: (_, __, { funds }) => approvalForm(funds),
  view: approvalPage,
  save: async (ctx, { cost, fund, words }) => {
    const { id: caseId, offer: offerId } = ctx.params;
    const became = await approveCost(ctx.tx, ctx, {
      ...{ caseId, offerId, pence: cost, why: words },
      fundId: fund === '' || fund === noFund ? null : fund,
    });
    return { to: paths.offer(caseId, offerId), said: became === 'asked' ? 'A manager is asked' : 'Saved' };
  },
});

type ApprovalFacts = Parameters<typeof approvalPage>[2];

const params = ids('id', 'cost') as z.ZodType<{ readonly id: CaseId; readonly cost: string }>;
type Context = StaffContext<{ readonly id: CaseId; readonly cost: string }>;

const decision = caseDecision({
  path: '/cases/:id/support/costs/:cost',
  params,
  may: 'cost.decide',
  records: ['support.cost-approved', 'support.cost-declined'],
  withdrawal: 'support.cost-withdrawn',
  form: costDecisionForm,
  shown,
  decide: (ctx, { _version: version, decision: said, why, next }) =>
    decided(ctx, { version, decision: said, why: why.trim(), next: next.trim() }),
  withdraw: (ctx, version) => decided(ctx, { version, decision: 'withdrawn', why: '', next: '' }),
});

/** @returns the page of what it is about */
async function decided(
  ctx: Context,
  said: Pick<Parameters<typeof decideCost>[2], 'version' | 'decision' | 'why' | 'next'>,
): Promise<string> {
  const { id: caseId, cost: costId } = ctx.params;
  const cost = await findCost(ctx.tx, ctx.organisation, caseId, costId);
  if (!cost) throw notFound();
  await decideCost(ctx.tx, ctx, { caseId, offerId: cost.offerId, costId, ...said });
  return paths.offer(caseId, cost.offerId);
}

async function shown(ctx: Context, form: FormState) {
  const { id, cost: costId } = ctx.params;
  const [model, cost] = await Promise.all([
    loadCase(ctx, id),
    findCost(ctx.tx, ctx.organisation, id, costId),
    recordView(ctx, id, title),
  ]);
  const offer = cost && (await offerOf(ctx.tx, ctx.organisation, id, cost.offerId));
  if (!cost || !offer) throw notFound();
  const role = may(ctx.who.roles, 'cost.decide');
  const changed = costHasChanged(cost, offer);
  const deciding = { by: ctx.staff, sight: sightOf(model.file), decision: 'approved', changed } as const;
  const verdict = role.allowed ? mayDecide(costKind, cost, deciding) : role;
  const fields = decisionModel(ctx, form, paths.cost(id, cost.id), cost);
  return inCase(model, title, () => costPage(model, fields, { cost, offer, may: verdict }));
}

export const costRoutes: readonly Route[] = [...approval, ...decision];
