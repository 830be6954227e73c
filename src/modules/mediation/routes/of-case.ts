import type { z } from 'zod';
import type { FormState } from '#kit/components/form-state.ts';
import { page } from '#kit/http/answers.ts';
import { adds } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import {
  caseDecision,
  caseFormPage,
  caseParams,
  decisionModel,
  inCase,
  loadCase,
  recordView,
} from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { mayDecide, sightOf } from '#rules/proposal.ts';
import { mediationKind, stateOf } from '../deciding.ts';
import { mediationDecisionForm, newMediationForm } from '../forms/mediation-forms.ts';
import { paths } from '../paths.ts';
import { askForMediation } from '../store/ask.ts';
import { decideMediation, loadDecision } from '../store/decide.ts';
import { aroundMediation } from '../store/facts.ts';
import { mediationsOf } from '../store/rows.ts';
import { newMediationPage } from '../views/forms.ts';
import { mediationsPage } from '../views/of-case.ts';
import { mediationDecisionPage, mediationPage } from '../views/one.ts';
import { loadOne, mediationParams, oneOf } from './params.ts';

const title = 'Mediation';

const ofCase = staffRoute({
  method: 'GET',
  path: '/cases/:id/mediation',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, mediations, around] = await Promise.all([
      loadCase(ctx, id),
      mediationsOf(ctx.tx, ctx.organisation, id),
      aroundMediation(ctx.tx, ctx, id),
      recordView(ctx, id, title),
    ]);
    const all = mediations.map((each) => oneOf(ctx, each, model.file, around));
    return page(inCase(model, title, () => mediationsPage(model, all)));
  },
});

const begin = caseFormPage({
  path: '/cases/:id/mediation/new',
  params: caseParams,
  may: 'case.work',
  records: ['mediation.asked', 'mediation.not-theirs'],
  title,
  draft: ({ id }) => ({ form: 'mediation', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx) => newMediationForm(ctx.calendar.rules.timeZone, ctx.now),
  view: newMediationPage,
  save: async (ctx, asked) => {
    const caseId = ctx.params.id;
    const mediationId = await askForMediation(ctx.tx, ctx, { ...asked, caseId });
    const said = asked.idea === 'theirs' ? 'Saved. Nothing follows from it yet' : 'Saved. It goes no further';
    return { to: paths.one(caseId, mediationId), said };
  },
});

const show = staffRoute({
  method: 'GET',
  path: '/cases/:id/mediation/:mediation',
  params: mediationParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const loading = loadCase(ctx, id);
    const [model, one] = await Promise.all([loading, loadOne(ctx, loading), recordView(ctx, id, title)]);
    return page(inCase(model, title, () => mediationPage(model, one)));
  },
});

interface DecisionParams {
  readonly id: CaseId;
  readonly decision: string;
}
type Context = StaffContext<DecisionParams>;

const decision = caseDecision({
  path: '/cases/:id/mediation/decisions/:decision',
  params: ids('id', 'decision') as z.ZodType<DecisionParams>,
  may: 'mediation.decide',
  records: ['mediation.approved', 'mediation.declined'],
  withdrawal: 'mediation.withdrawn',
  form: mediationDecisionForm,
  shown,
  decide: async (ctx, { _version: version, decision, why }) => {
    const { id: caseId, decision: decisionId } = ctx.params;
    await decideMediation(ctx.tx, ctx, { caseId, decisionId, version, decision, why: why.trim() });
    return paths.ofCase(caseId);
  },
  withdraw: async (ctx, version) => {
    const { id: caseId, decision: decisionId } = ctx.params;
    await decideMediation(ctx.tx, ctx, { caseId, decisionId, version, decision: 'withdrawn', why: '' });
    return paths.ofCase(caseId);
  },
});

async function shown(ctx: Context, form: FormState) {
  const { id, decision: decisionId } = ctx.params;
  const [model] = await Promise.all([loadCase(ctx, id), recordView(ctx, id, title)]);
  const { mediation, gate, proposal } = await loadDecision(ctx.tx, ctx, id, decisionId);
  const role = may(ctx.who.roles, 'mediation.decide');
  const deciding = { by: ctx.staff, sight: sightOf(model.file), decision: 'declined' } as const;
  const verdict = role.allowed ? mayDecide(mediationKind, proposal, deciding) : role;
  const fields = decisionModel(ctx, form, paths.decision(id, proposal.id), proposal);
  const one = { mediation, gate, state: stateOf(mediation, gate) };
  return inCase(model, title, () => mediationDecisionPage(model, fields, one, proposal, verdict));
}

export const caseRoutes: readonly Route[] = [ofCase, ...begin, show, ...decision];
