import type { FormState } from '#kit/components/form-state.ts';
import { withdrawalForm } from '#kit/decision-form.ts';
import { parseForm } from '#kit/forms.ts';
import { invalid, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { inCase, loadCase, recordView } from '#modules/case-file/index.ts';
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

const path = '/cases/:id/pauses/proposed/:proposal';

const show = staffRoute({
  method: 'GET',
  path,
  params: pauseProposalParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => page(await shown(ctx)),
});

const decide = staffRoute({
  method: 'POST',
  path,
  params: pauseProposalParams,
  may: 'pause.approve',
  records: ['case.pause-approved', 'case.pause-declined'],
  handle: async (ctx) => {
    const parsed = parseForm(pauseDecisionForm, ctx.body);
    if (!parsed.ok) return invalid(await shown(ctx, { values: parsed.typed, errors: parsed.errors }));
    const { _version: version, decision, why } = parsed.value;
    const { id: caseId, proposal: proposalId } = ctx.params;
    await decidePause(ctx.tx, ctx, { caseId, proposalId, version, decision, why });
    return redirect(paths.closing(caseId), 'The decision is saved');
  },
});

const withdraw = staffRoute({
  method: 'POST',
  path: `${path}/withdrawal`,
  params: pauseProposalParams,
  may: 'case.work',
  records: 'case.pause-declined',
  handle: async (ctx) => {
    const parsed = parseForm(withdrawalForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const { id: caseId, proposal: proposalId } = ctx.params;
    const withdrawn = { version: parsed.value._version, decision: 'withdrawn', why: '' } as const;
    await decidePause(ctx.tx, ctx, { caseId, proposalId, ...withdrawn });
    return redirect(paths.closing(caseId), 'It is taken back');
  },
});

async function shown(ctx: Context, form: FormState = { values: {}, errors: {} }) {
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
  const fields = {
    form,
    action: paths.pauseProposal(id, proposal.id),
    csrf: ctx.csrf,
    submissionId: newId<string>(),
    version: proposal.version,
  };
  return inCase(model, 'Pause', () => pauseProposalPage(model, fields, proposal, verdict));
}

export const pauseProposalRoutes: readonly Route[] = [show, decide, withdraw];
