import type { z } from 'zod';
import type { FormState } from '#kit/components/form-state.ts';
import { ids, type StaffContext } from '#kit/http/route.ts';
import { caseDecision, decisionModel, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { mayDecide, sightOf } from '#rules/proposal.ts';
import { lesserKind } from '../deciding.ts';
import { lesserDecisionForm } from '../forms/offer-forms.ts';
import { paths } from '../paths.ts';
import { decideLesser, loadLesser } from '../store/lesser.ts';
import { lesserDecisionPage } from '../views/decision.ts';
import { title } from './params.ts';

interface DecisionParams {
  readonly id: CaseId;
  readonly decision: string;
}
const params = ids('id', 'decision') as z.ZodType<DecisionParams>;

export const decisionRoutes = caseDecision({
  path: '/cases/:id/moves/decisions/:decision',
  params,
  may: 'move.decide',
  records: ['move.lesser-approved', 'move.lesser-declined'],
  withdrawal: 'move.lesser-withdrawn',
  form: lesserDecisionForm,
  shown,
  decide: async (ctx, { _version: version, decision, why }) => {
    const { id: caseId, decision: decisionId } = ctx.params;
    await decideLesser(ctx.tx, ctx, { caseId, decisionId, version, decision, why: why.trim() });
    return paths.ofCase(caseId);
  },
  withdraw: async (ctx, version) => {
    const { id: caseId, decision: decisionId } = ctx.params;
    await decideLesser(ctx.tx, ctx, { caseId, decisionId, version, decision: 'withdrawn', why: '' });
    return paths.ofCase(caseId);
  },
});

async function shown(ctx: StaffContext<DecisionParams>, form: FormState) {
  const { id, decision: decisionId } = ctx.params;
  const [model] = await Promise.all([loadCase(ctx, id), recordView(ctx, id, title)]);
  const { offer, proposal } = await loadLesser(ctx.tx, ctx, id, decisionId);
  const role = may(ctx.who.roles, 'move.decide');
  const deciding = { by: ctx.staff, sight: sightOf(model.file), decision: 'declined' } as const;
  const verdict = role.allowed ? mayDecide(lesserKind, proposal, deciding) : role;
  const fields = decisionModel(ctx, form, paths.decision(id, proposal.id), proposal);
  return inCase(model, title, () => lesserDecisionPage(model, fields, offer, proposal, verdict));
}
