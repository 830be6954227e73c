import type { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { recordedInError } from '#modules/case-file/pure.ts';
import { openFunds } from '#modules/grants/index.ts';
import { offersOf } from '#modules/support/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { labelOf } from '#rules/words.ts';
import { avoidedKinds } from '../avoided.ts';
import { avoidedForm, correctionForm, costForm, fundForm, noMove, timeForm } from '../forms/cost-forms.ts';
import { costInWords, hoursInWords } from '../kinds.ts';
import { paths } from '../paths.ts';
import { avoidedOf, factsOf, oneAvoided, onRecord, recordAvoided, strikeAvoided } from '../store/avoided.ts';
import { costOf, costsOf, mayName, movesIn, nameFund, recordCost, strikeCost } from '../store/costs.ts';
import { recordTime, strikeTime, timeOf, timesOf } from '../store/times.ts';
import { avoidedPage, costPage, fundPage, timePage } from '../views/forms.ts';
import { casePage, type HelpPaid } from '../views/of-case.ts';

const title = 'Costs';

const costParams = ids('id', 'cost') as z.ZodType<{ readonly id: CaseId; readonly cost: string }>;
const timeParams = ids('id', 'time') as z.ZodType<{ readonly id: CaseId; readonly time: string }>;
const avoidedParams = ids('id', 'avoided') as z.ZodType<{ readonly id: CaseId; readonly avoided: string }>;

type Offers = Awaited<ReturnType<typeof offersOf>>;

/** What was delivered with a price, each offer once. */
function paidOf(offers: Offers): readonly HelpPaid[] {
  return offers.flatMap(({ id: offerId, kind, steps }) => {
    const pence = steps.findLast(({ step, struck }) => step === 'delivered' && !struck)?.pence;
    return pence ? [{ offerId, kind, pence }] : [];
  });
}

const ofCase = staffRoute({
  method: 'GET',
  path: '/cases/:id/costs',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, offers, costs, times, avoided] = await Promise.all([
      loadCase(ctx, id),
      offersOf(ctx.tx, ctx.organisation, id),
      costsOf(ctx.tx, ctx.organisation, id),
      timesOf(ctx.tx, ctx.organisation, id),
      avoidedOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, title),
    ]);
    const decides = may(ctx.who.roles, 'cost.decide').allowed;
    const shown = {
      ...{ help: paidOf(offers), costs, times, avoided },
      mayName: (cost: (typeof costs)[number]) => decides && mayName(cost, ctx.staff).allowed,
    };
    return page(inCase(model, title, () => casePage(model, shown)));
  },
});

const cost = caseFormPage({
  path: '/cases/:id/costs/new',
  params: caseParams,
  may: 'case.work',
  records: 'cost.recorded',
  title,
  draft: ({ id }) => ({ form: 'cost', about: id }),
  version: adds,
  load: (ctx) => movesIn(ctx.tx, ctx.organisation, ctx.params.id),
  schema: (ctx, _, moves) =>
    costForm(
      today(ctx),
      moves.map(({ id }) => id),
    ),
  fresh: (ctx) => dayFields('fell', today(ctx)),
  view: costPage,
  save: async (ctx, { amount: pence, move, fell: fellOn, ...said }) => {
    const { id: caseId } = ctx.params;
    const moveId = move === noMove ? null : move;
    await recordCost(ctx.tx, ctx, { ...said, caseId, moveId, pence, fellOn });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const fund = caseFormPage({
  path: '/cases/:id/costs/:cost/fund',
  params: costParams,
  may: 'cost.decide',
  records: 'cost.fund-named',
  title,
  draft: ({ cost: about }) => ({ form: 'cost-fund', about }),
  version: endsOnce,
  load: async (ctx) => {
    const { id, cost: costId } = ctx.params;
    const [found, funds] = await Promise.all([
      costOf(ctx.tx, ctx.organisation, id, costId),
      openFunds(ctx.tx, ctx.organisation),
    ]);
    if (found.fundId !== null || found.stage !== 'billed') throw notFound();
    return { cost: found, funds };
  },
  schema: (_, __, { funds }) => fundForm(funds.map(({ id }) => id)),
  view: fundPage,
  save: async (ctx, { fund: fundId }, _, { cost: of }) => {
    const { id: caseId, cost: costId } = ctx.params;
    const verdict = mayName(of, ctx.staff);
    if (!verdict.allowed) return { errors: { fund: verdict.reason } };
    const covered = await nameFund(ctx.tx, ctx, { caseId, costId, fundId });
    if (covered) return { to: paths.ofCase(caseId), said: 'The fund has it' };
    return {
      to: paths.ofCase(caseId),
      said: 'The fund has not the money yet: managers were told',
      warns: true,
    };
  },
});

const costCorrection = caseFormPage({
  path: '/cases/:id/costs/:cost/correction',
  params: costParams,
  may: 'case.work',
  records: 'cost.corrected',
  title,
  draft: ({ cost: about }) => ({ form: 'cost-correction', about }),
  version: endsOnce,
  load: (ctx) => costOf(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.cost),
  schema: () => correctionForm,
  view: (model, form, known) => recordedInError(model, form, title, costInWords(known)),
  save: async (ctx, { reason }) => {
    const { id: caseId, cost: id } = ctx.params;
    await strikeCost(ctx.tx, ctx, { caseId, id, reason: reason.trim() });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const time = caseFormPage({
  path: '/cases/:id/costs/time/new',
  params: caseParams,
  may: 'case.work',
  records: 'cost.time-recorded',
  title,
  draft: ({ id }) => ({ form: 'cost-time', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx) => timeForm(today(ctx)),
  fresh: (ctx) => dayFields('worked', today(ctx)),
  view: timePage,
  save: async (ctx, { kind, hours: quarters, worked: workedOn }) => {
    const { id: caseId } = ctx.params;
    const role = ctx.who.roles.includes('da_manager') ? 'da_manager' : 'da_worker';
    await recordTime(ctx.tx, ctx, { caseId, kind, quarters, workedOn, role });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const timeCorrection = caseFormPage({
  path: '/cases/:id/costs/time/:time/correction',
  params: timeParams,
  may: 'case.work',
  records: 'cost.corrected',
  title,
  draft: ({ time: about }) => ({ form: 'cost-time-correction', about }),
  version: endsOnce,
  load: (ctx) => timeOf(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.time),
  schema: () => correctionForm,
  view: (model, form, { quarters }) => recordedInError(model, form, title, hoursInWords(quarters)),
  save: async (ctx, { reason }) => {
    const { id: caseId, time: id } = ctx.params;
    await strikeTime(ctx.tx, ctx, { caseId, id, reason: reason.trim() });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const avoided = caseFormPage({
  path: '/cases/:id/costs/avoided/new',
  params: caseParams,
  may: 'case.work',
  records: 'cost.avoided',
  title,
  draft: ({ id }) => ({ form: 'cost-avoided', about: id }),
  version: adds,
  load: async (ctx) => {
    const { id } = ctx.params;
    const [facts, known] = await Promise.all([
      factsOf(ctx.tx, ctx.organisation, id),
      onRecord(ctx.tx, ctx.organisation, id),
    ]);
    return { facts, known };
  },
  schema: (_, __, showing) => avoidedForm(showing),
  view: (model, form, { facts }) => avoidedPage(model, form, facts),
  save: async (ctx, { kind, fact: factId, saidBy, words }) => {
    const { id: caseId } = ctx.params;
    await recordAvoided(ctx.tx, ctx, { caseId, kind, factId, saidBy, words });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const avoidedCorrection = caseFormPage({
  path: '/cases/:id/costs/avoided/:avoided/correction',
  params: avoidedParams,
  may: 'case.work',
  records: 'cost.corrected',
  title,
  draft: ({ avoided: about }) => ({ form: 'cost-avoided-correction', about }),
  version: endsOnce,
  load: (ctx) => oneAvoided(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.avoided),
  schema: () => correctionForm,
  view: (model, form, { kind }) => recordedInError(model, form, title, labelOf(avoidedKinds, kind)),
  save: async (ctx, { reason }) => {
    const { id: caseId, avoided: id } = ctx.params;
    await strikeAvoided(ctx.tx, ctx, { caseId, id, reason: reason.trim() });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

export const caseRoutes: readonly Route[] = [
  ...[ofCase, ...cost, ...fund, ...costCorrection],
  ...[...time, ...timeCorrection, ...avoided, ...avoidedCorrection],
];
