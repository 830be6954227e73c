import type { z } from 'zod';
import type { FormState } from '#kit/components/form-state.ts';
import { withdrawalForm } from '#kit/decision-form.ts';
import { parseForm } from '#kit/forms.ts';
import { invalid, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { caseFormPage, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { mayDecide, sightOf } from '#rules/proposal.ts';
import { approvedAlone, costKind } from '../cost.ts';
import { approvalForm, costDecisionForm } from '../forms/step-forms.ts';
import { paths } from '../paths.ts';
import { approveCost, costHasChanged, decideCost, findCost } from '../store/costs.ts';
import { offerOf, offersOf } from '../store/rows.ts';
import { costTotals, yearsUntil } from '../store/totals.ts';
import { approvalPage, costPage } from '../views/costs.ts';
import { totalsPage } from '../views/totals.ts';
import { type OfferParams, offerParams } from './params.ts';

const title = 'Offers';

const approval = caseFormPage<OfferParams, unknown, ApprovalFacts, { cost: number; words: string }>({
  path: '/cases/:id/support/:offer/approval',
  params: offerParams,
  may: 'case.work',
  records: ['support.approved', 'support.cost-proposed'],
  title,
  draft: ({ offer }) => ({ form: 'offer-approval', about: offer }),
  version: (_, { offer }) => offer.revision,
  load: async (ctx) => {
    const offers = await offersOf(ctx.tx, ctx.organisation, ctx.params.id);
    const offer = offers.find(({ id }) => id === ctx.params.offer);
    if (!offer) throw notFound();
    return {
      offer,
      before: approvedAlone(offers, { besides: offer.id, today: today(ctx) }),
      limit: (ctx.pack.approvedAlone?.pounds ?? 0) * 100,
    };
  },
  schema: () => approvalForm,
  view: approvalPage,
  save: async (ctx, { cost, words }) => {
    const { id: caseId, offer: offerId } = ctx.params;
    const became = await approveCost(ctx.tx, ctx, { caseId, offerId, pence: cost, why: words });
    return { to: paths.offer(caseId, offerId), said: became === 'asked' ? 'A manager is asked' : 'Saved' };
  },
});

type ApprovalFacts = Parameters<typeof approvalPage>[2];

const params = ids('id', 'cost') as z.ZodType<{ readonly id: CaseId; readonly cost: string }>;
type Context = StaffContext<{ readonly id: CaseId; readonly cost: string }>;
const path = '/cases/:id/support/costs/:cost';

const show = staffRoute({
  method: 'GET',
  path,
  params,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => page(await shown(ctx)),
});

const decide = staffRoute({
  method: 'POST',
  path,
  params,
  may: 'cost.decide',
  records: ['support.cost-approved', 'support.cost-declined'],
  handle: async (ctx) => {
    const parsed = parseForm(costDecisionForm, ctx.body);
    if (!parsed.ok) return invalid(await shown(ctx, { values: parsed.typed, errors: parsed.errors }));
    const { _version: version, decision, why, next } = parsed.value;
    const offerId = await decided(ctx, { version, decision, why: why.trim(), next: next.trim() });
    return redirect(paths.offer(ctx.params.id, offerId), 'The decision is saved');
  },
});

const withdraw = staffRoute({
  method: 'POST',
  path: `${path}/withdrawal`,
  params,
  may: 'case.work',
  records: 'support.cost-withdrawn',
  handle: async (ctx) => {
    const parsed = parseForm(withdrawalForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const withdrawn = { version: parsed.value._version, decision: 'withdrawn', why: '', next: '' } as const;
    return redirect(paths.offer(ctx.params.id, await decided(ctx, withdrawn)), 'It is taken back');
  },
});

async function decided(
  ctx: Context,
  said: Pick<Parameters<typeof decideCost>[2], 'version' | 'decision' | 'why' | 'next'>,
): Promise<string> {
  const { id: caseId, cost: costId } = ctx.params;
  const cost = await findCost(ctx.tx, ctx.organisation, caseId, costId);
  if (!cost) throw notFound();
  await decideCost(ctx.tx, ctx, { caseId, offerId: cost.offerId, costId, ...said });
  return cost.offerId;
}

async function shown(ctx: Context, form: FormState = { values: {}, errors: {} }) {
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
  const fields = {
    form,
    action: paths.cost(id, cost.id),
    csrf: ctx.csrf,
    submissionId: newId<string>(),
    version: cost.version,
  };
  return inCase(model, title, () => costPage(model, fields, { cost, offer, may: verdict }));
}

/** What support costs, as totals without people: whoever reads them need not see a case. */
const totals = staffRoute({
  method: 'GET',
  path: paths.costs,
  may: 'board.see',
  records: 'costs.viewed',
  async handle(ctx) {
    const years = yearsUntil(today(ctx));
    const [counted] = await Promise.all([
      costTotals(ctx.tx, years),
      record(ctx.tx, ctx, { name: 'costs.viewed' }),
    ]);
    return page({ title: 'Costs', main: () => totalsPage(counted) });
  },
});

export const costRoutes: readonly Route[] = [...approval, show, decide, withdraw, totals];
