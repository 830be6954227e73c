import type { FormState } from '#kit/components/form-state.ts';
import { notFound } from '#kit/http/errors.ts';
import type { StaffContext } from '#kit/http/route.ts';
import { caseDecision, decisionModel, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { mayDecide, sightOf } from '#rules/proposal.ts';
import { pauseDecisionForm } from '../forms/pause-form.ts';
import { paths } from '../paths.ts';
import { pauseKind } from '../pausing.ts';
import { dayHasCome, decidePause, pauseProposalsOf } from '../store/pause-proposals.ts';
import { pauseProposalPage } from '../views/pause-proposal.ts';
import { pauseProposalParams } from './params.ts';

type Context = StaffContext<{ readonly id: CaseId; readonly proposal: string }>;

export const pauseProposalRoutes = caseDecision({
  path: '/cases/:id/pauses/proposed/:proposal',
  params: pauseProposalParams,
  may: 'pause.approve',
  records: ['case.pause-approved', 'case.pause-declined'],
  withdrawal: 'case.pause-declined',
  form: pauseDecisionForm,
  shown,
  decide: async (ctx, { _version: version, decision, why }) => {
    const { id: caseId, proposal: proposalId } = ctx.params;
    await decidePause(ctx.tx, ctx, { caseId, proposalId, version, decision, why });
    return paths.closing(caseId);
  },
  withdraw: async (ctx, version) => {
    const { id: caseId, proposal: proposalId } = ctx.params;
    await decidePause(ctx.tx, ctx, { caseId, proposalId, version, decision: 'withdrawn', why: '' });
    return paths.closing(caseId);
  },
});

async function shown(ctx: Context, form: FormState) {
  const { id, proposal: proposalId } = ctx.params;
  const [model, proposals] = await Promise.all([
    loadCase(ctx, id),
    pauseProposalsOf(ctx.tx, ctx.organisation, id),
    recordView(ctx, id, 'Pause'),
  ]);
  const proposal = proposals.find((each) => each.id === proposalId);
  if (!proposal) throw notFound();
  const role = may(ctx.who.roles, 'pause.approve');
  const changed = dayHasCome(proposal, ctx);
  const deciding = { by: ctx.staff, sight: sightOf(model.file), decision: 'approved', changed } as const;
  const verdict = role.allowed ? mayDecide(pauseKind, proposal, deciding) : role;
  const fields = decisionModel(ctx, form, paths.pauseProposal(id, proposal.id), proposal);
  return inCase(model, 'Pause', () => pauseProposalPage(model, fields, proposal, verdict));
}
