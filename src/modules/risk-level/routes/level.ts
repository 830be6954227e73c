import type { z } from 'zod';
import { parseForm } from '#kit/forms.ts';
import { invalid, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { dayFields } from '#kit/typed-day.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import type { FormModel } from '#modules/case-file/pure.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { sightOf } from '#rules/proposal.ts';
import { levelForm } from '../forms/level-form.ts';
import { loweringForm } from '../forms/lowering-form.ts';
import { type LoweringDecision, mayDecideLowering } from '../lowering.ts';
import { ratingPaths as paths } from '../paths.ts';
import { decideLowering } from '../store/decide-lowering.ts';
import { loweringOf } from '../store/lowerings.ts';
import { meetingsOn } from '../store/meetings.ts';
import { stateLevel } from '../store/rate.ts';
import { indicatedNow } from '../store/rating-facts.ts';
import { ratingOf } from '../store/ratings.ts';
import { thresholdFor } from '../store/thresholds.ts';
import { levelPage, standsNow } from '../views/level-form.ts';
import { loweringPage } from '../views/lowering.ts';

const proposalParams = ids('id', 'proposal') as z.ZodType<{
  readonly id: CaseId;
  readonly proposal: string;
}>;

const level = caseFormPage({
  path: '/cases/:id/risk/level',
  params: caseParams,
  may: 'case.work',
  records: ['risk.reviewed', 'risk.lowering-proposed'],
  title: 'Level of risk',
  draft: ({ id }) => ({ form: 'risk-level', about: id }),
  load: async (ctx) => {
    const caseId = ctx.params.id;
    const rating = await ratingOf(ctx.tx, ctx.organisation, caseId);
    const day = today(ctx);
    const [indicated, local, heard] = await Promise.all([
      indicatedNow(ctx.tx, ctx, caseId, rating),
      thresholdFor(ctx.tx, ctx.organisation, caseId, day),
      meetingsOn(ctx.tx, ctx.organisation, day),
    ]);
    const meetings = heard.filter(({ areaId }) => areaId === local.area?.id);
    return { rating, indicated, repeat: indicated.repeat, area: local.area, meetings };
  },
  schema: (ctx, _, { rating }) => levelForm(today(ctx), rating?.judgedBy ? rating : null),
  fresh: (_, __, { rating }) => ({
    ...(rating?.callOuts !== null && rating !== null && { callOuts: String(rating.callOuts) }),
    ...(rating?.lastMaracOn && dayFields('marac', rating.lastMaracOn)),
    ...(rating && { sinceMarac: [...rating.sinceMarac] }),
  }),
  version: (_, { rating }) => rating?.number ?? 0,
  now: standsNow,
  view: (model, form, facts, _, meanwhile) => levelPage(model, form, facts, meanwhile),
  save: async (ctx, { marac, ...stated }) => {
    const caseId = ctx.params.id;
    const { loweringId } = await stateLevel(ctx.tx, ctx, caseId, { ...stated, lastMaracOn: marac });
    if (loweringId === null) return { to: paths.risk(caseId), said: 'The level is saved' };
    return { to: paths.proposal(caseId, loweringId), said: 'It waits for a second person' };
  },
});

type ProposalContext = StaffContext<{ readonly id: CaseId; readonly proposal: string }>;

const show = staffRoute({
  method: 'GET',
  path: '/cases/:id/risk/proposals/:proposal',
  params: proposalParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => page(await proposalShown(ctx)),
});

const decide = staffRoute({
  method: 'POST',
  path: '/cases/:id/risk/proposals/:proposal',
  params: proposalParams,
  may: 'risk.confirm',
  records: ['risk.lowering-confirmed', 'risk.lowering-declined', 'risk.lowering-withdrawn'],
  handle: async (ctx) => {
    const parsed = parseForm(loweringForm, ctx.body);
    if (!parsed.ok) return invalid(await proposalShown(ctx, { values: parsed.typed, errors: parsed.errors }));
    const { _version: version, decision, why } = parsed.value;
    const { id: caseId, proposal: loweringId } = ctx.params;
    await decideLowering(ctx.tx, ctx, { caseId, loweringId, version, decision, why });
    return redirect(paths.risk(caseId), 'The decision is saved');
  },
});

async function proposalShown(ctx: ProposalContext, form: FormModel['form'] = { values: {}, errors: {} }) {
  const { id: caseId, proposal } = ctx.params;
  const model = await loadCase(ctx, caseId);
  const [lowering, rating] = await Promise.all([
    loweringOf(ctx.tx, ctx.organisation, caseId, proposal),
    ratingOf(ctx.tx, ctx.organisation, caseId),
    recordView(ctx, caseId, 'Level of risk'),
  ]);
  if (!lowering || !rating) throw notFound();
  const role = may(ctx.who.roles, 'risk.confirm');
  const sight = sightOf(model.file);
  const verdict = (decision: LoweringDecision) =>
    role.allowed
      ? mayDecideLowering(lowering, { by: ctx.staff, sight, decision, standing: rating.id })
      : role;
  const fields = {
    form,
    action: paths.proposal(caseId, proposal),
    csrf: ctx.csrf,
    submissionId: newId<string>(),
    version: lowering.version,
  };
  const facts = {
    lowering,
    rating,
    mayConfirm: verdict('confirmed'),
    mayDecline: verdict('declined'),
    mayWithdraw: verdict('withdrawn'),
  };
  return inCase(model, 'Level of risk', () => loweringPage(model, fields, facts));
}

export const levelRoutes: readonly Route[] = [...level, show, decide];
