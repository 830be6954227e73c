import type { z } from 'zod';
import type { FormState } from '#kit/components/form-state.ts';
import { ids, type StaffContext } from '#kit/http/route.ts';
import { caseDecision, decisionModel, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { mayDecide, sightOf } from '#rules/proposal.ts';
import { actionProposalKind, stateOf } from '../deciding.ts';
import { actionDecisionForm } from '../forms/action-forms.ts';
import { paths } from '../paths.ts';
import { decideAction, loadDecision } from '../store/decisions.ts';
import { answersOf } from '../store/facts.ts';
import { decisionPage } from '../views/decision.ts';

interface DecisionParams {
  readonly id: CaseId;
  readonly decision: string;
}
const params = ids('id', 'decision') as z.ZodType<DecisionParams>;
type Context = StaffContext<DecisionParams>;
const title = 'Enforcement';

export const decisionRoutes = caseDecision({
  path: '/cases/:id/enforcement/decisions/:decision',
  params,
  may: 'action.decide',
  records: ['perpetrator-action.approved', 'perpetrator-action.declined'],
  withdrawal: 'perpetrator-action.withdrawn',
  form: actionDecisionForm,
  shown,
  decide: async (ctx, { _version: version, decision, why }) => {
    const { id: caseId, decision: decisionId } = ctx.params;
    await decideAction(ctx.tx, ctx, { caseId, decisionId, version, decision, why: why.trim() });
    return paths.ofCase(caseId);
  },
  withdraw: async (ctx, version) => {
    const { id: caseId, decision: decisionId } = ctx.params;
    await decideAction(ctx.tx, ctx, { caseId, decisionId, version, decision: 'withdrawn', why: '' });
    return paths.ofCase(caseId);
  },
});

async function shown(ctx: Context, form: FormState) {
  const { id, decision: decisionId } = ctx.params;
  const [model] = await Promise.all([loadCase(ctx, id), recordView(ctx, id, title)]);
  const { action, facts, proposal } = await loadDecision(ctx.tx, ctx, id, decisionId);
  const gate = answersOf(facts, ctx.now);
  const role = may(ctx.who.roles, 'action.decide');
  const deciding = { by: ctx.staff, sight: sightOf(model.file), decision: 'declined' } as const;
  const verdict = role.allowed ? mayDecide(actionProposalKind, proposal, deciding) : role;
  const fields = decisionModel(ctx, form, paths.decision(id, proposal.id), proposal);
  const one = { action, gate, state: stateOf(action, gate) };
  return inCase(model, title, () => decisionPage(model, fields, one, proposal, verdict));
}
