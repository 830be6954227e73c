import type { z } from 'zod';
import type { FormState } from '#kit/components/form-state.ts';
import { ids, type StaffContext } from '#kit/http/route.ts';
import { caseDecision, decisionModel, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { mayDecide, sightOf } from '#rules/proposal.ts';
import { judgementKind } from '../deciding.ts';
import { judgementDecisionForm } from '../forms/judgement-form.ts';
import { paths } from '../paths.ts';
import { decideJudgement, loadJudgement } from '../store/judgements.ts';
import { judgementDecisionPage } from '../views/judgement.ts';

interface DecisionParams {
  readonly id: CaseId;
  readonly judgement: string;
}
const params = ids('id', 'judgement') as z.ZodType<DecisionParams>;
const title = 'Enforcement';

export const decisionRoutes = caseDecision({
  path: '/cases/:id/other-accounts/judgements/:judgement',
  params,
  may: 'counter-allegation.decide',
  records: ['counter-allegation.judged', 'counter-allegation.judgement-declined'],
  withdrawal: 'counter-allegation.judgement-withdrawn',
  form: judgementDecisionForm,
  shown,
  decide: async (ctx, { _version: version, decision, why }) => {
    const { id: caseId, judgement: judgementId } = ctx.params;
    await decideJudgement(ctx.tx, ctx, { caseId, judgementId, version, decision, why: why.trim() });
    return paths.ofCase(caseId);
  },
  withdraw: async (ctx, version) => {
    const { id: caseId, judgement: judgementId } = ctx.params;
    await decideJudgement(ctx.tx, ctx, { caseId, judgementId, version, decision: 'withdrawn', why: '' });
    return paths.ofCase(caseId);
  },
});

async function shown(ctx: StaffContext<DecisionParams>, form: FormState) {
  const { id, judgement: judgementId } = ctx.params;
  const [model] = await Promise.all([loadCase(ctx, id), recordView(ctx, id, title)]);
  const { judgement } = await loadJudgement(ctx.tx, ctx, id, judgementId);
  const role = may(ctx.who.roles, 'counter-allegation.decide');
  const deciding = { by: ctx.staff, sight: sightOf(model.file), decision: 'declined' } as const;
  const verdict = role.allowed ? mayDecide(judgementKind, judgement, deciding) : role;
  const fields = decisionModel(ctx, form, paths.judgement(id, judgement.id), judgement);
  return inCase(model, title, () => judgementDecisionPage(model, fields, judgement, verdict));
}
