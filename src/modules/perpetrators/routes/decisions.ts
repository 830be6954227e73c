import type { z } from 'zod';
import type { FormState } from '#kit/components/form-state.ts';
import { withdrawalForm } from '#kit/decision-form.ts';
import { parseForm } from '#kit/forms.ts';
import { invalid, page, redirect } from '#kit/http/answers.ts';
import { Fault } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { inCase, loadCase, recordView } from '#modules/case-file/index.ts';
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
const path = '/cases/:id/enforcement/decisions/:decision';

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
  may: 'action.decide',
  records: ['perpetrator-action.approved', 'perpetrator-action.declined'],
  handle: async (ctx) => {
    const parsed = parseForm(actionDecisionForm, ctx.body);
    if (!parsed.ok) return invalid(await shown(ctx, { values: parsed.typed, errors: parsed.errors }));
    const { _version: version, decision, why } = parsed.value;
    const { id: caseId, decision: decisionId } = ctx.params;
    await decideAction(ctx.tx, ctx, { caseId, decisionId, version, decision, why: why.trim() });
    return redirect(paths.ofCase(caseId), 'The decision is saved');
  },
});

const withdraw = staffRoute({
  method: 'POST',
  path: `${path}/withdrawal`,
  params,
  may: 'case.work',
  records: 'perpetrator-action.withdrawn',
  handle: async (ctx) => {
    const parsed = parseForm(withdrawalForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const { id: caseId, decision: decisionId } = ctx.params;
    const withdrawn = { version: parsed.value._version, decision: 'withdrawn', why: '' } as const;
    await decideAction(ctx.tx, ctx, { caseId, decisionId, ...withdrawn });
    return redirect(paths.ofCase(caseId), 'It is taken back');
  },
});

async function shown(ctx: Context, form: FormState = { values: {}, errors: {} }) {
  const { id, decision: decisionId } = ctx.params;
  const [model] = await Promise.all([loadCase(ctx, id), recordView(ctx, id, title)]);
  const { action, facts, proposal } = await loadDecision(ctx.tx, ctx, id, decisionId);
  const gate = answersOf(facts, ctx.now);
  const role = may(ctx.who.roles, 'action.decide');
  const deciding = { by: ctx.staff, sight: sightOf(model.file), decision: 'declined' } as const;
  const verdict = role.allowed ? mayDecide(actionProposalKind, proposal, deciding) : role;
  const fields = {
    form,
    action: paths.decision(id, proposal.id),
    csrf: ctx.csrf,
    submissionId: newId<string>(),
    version: proposal.version,
  };
  const one = { action, gate, state: stateOf(action, gate) };
  return inCase(model, title, () => decisionPage(model, fields, one, proposal, verdict));
}

export const decisionRoutes: readonly Route[] = [show, decide, withdraw];
