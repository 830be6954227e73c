import type { z } from 'zod';
import type { FormState } from '#kit/components/form-state.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext } from '#kit/http/route.ts';
import {
  caseDecision,
  caseFormPage,
  caseParams,
  decisionModel,
  inCase,
  loadCase,
  recordView,
} from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { mayDecide, sightOf } from '#rules/proposal.ts';
import { spaceKind } from '../deciding.ts';
import { proposalForm, spaceDecisionForm } from '../forms/space-forms.ts';
import { paths } from '../paths.ts';
import { decideAboutSpace, hasChanged, proposeAboutSpace, spaceProposalsOf } from '../store/proposals.ts';
import { spacesOf, standing } from '../store/rows.ts';
import { newProposalPage } from '../views/forms.ts';
import { proposalPage } from '../views/proposal.ts';

const params = ids('id', 'proposal') as z.ZodType<{ readonly id: CaseId; readonly proposal: string }>;
type Context = StaffContext<{ readonly id: CaseId; readonly proposal: string }>;
const title = 'Breathing space';

const propose = caseFormPage({
  path: '/cases/:id/breathing-space/proposals/new',
  params: caseParams,
  may: 'case.work',
  records: 'breathing-space.decision-proposed',
  title,
  draft: ({ id }) => ({ form: 'breathing-space-proposal', about: id }),
  version: adds,
  load: async (ctx) => standing(await spacesOf(ctx.tx, ctx.organisation, { caseId: ctx.params.id })),
  schema: (ctx, _, space) => proposalForm(today(ctx), space?.until ?? today(ctx)),
  view: newProposalPage,
  save: async (ctx, { asks, because, until, why }) => {
    const { id: caseId } = ctx.params;
    const ending = asks === 'end' && because !== '' ? { because } : {};
    await proposeAboutSpace(ctx.tx, ctx, { caseId, asks, why, ...ending, ...(until && { until }) });
    return { to: paths.ofCase(caseId), said: 'A manager is asked' };
  },
});

const decision = caseDecision({
  path: '/cases/:id/breathing-space/proposals/:proposal',
  params,
  may: 'breathing-space.decide',
  records: ['breathing-space.decision-approved', 'breathing-space.decision-declined'],
  withdrawal: 'breathing-space.decision-withdrawn',
  form: spaceDecisionForm,
  shown,
  decide: async (ctx, { _version: version, decision: decided, why }) => {
    const { id: caseId, proposal: proposalId } = ctx.params;
    await decideAboutSpace(ctx.tx, ctx, { caseId, proposalId, version, decision: decided, why: why.trim() });
    return paths.ofCase(caseId);
  },
  withdraw: async (ctx, version) => {
    const { id: caseId, proposal: proposalId } = ctx.params;
    await decideAboutSpace(ctx.tx, ctx, { caseId, proposalId, version, decision: 'withdrawn', why: '' });
    return paths.ofCase(caseId);
  },
});

async function shown(ctx: Context, form: FormState) {
  const { id, proposal: proposalId } = ctx.params;
  const [model, proposals, spaces] = await Promise.all([
    loadCase(ctx, id),
    spaceProposalsOf(ctx.tx, ctx.organisation, id),
    spacesOf(ctx.tx, ctx.organisation, { caseId: id }),
    recordView(ctx, id, title),
  ]);
  const proposal = proposals.find((each) => each.id === proposalId);
  if (!proposal) throw notFound();
  const role = may(ctx.who.roles, 'breathing-space.decide');
  const changed = hasChanged(proposal, standing(spaces), today(ctx));
  const deciding = { by: ctx.staff, sight: sightOf(model.file), decision: 'approved', changed } as const;
  const verdict = role.allowed ? mayDecide(spaceKind, proposal, deciding) : role;
  const fields = decisionModel(ctx, form, paths.proposal(id, proposal.id), proposal);
  return inCase(model, title, () => proposalPage(model, fields, proposal, verdict));
}

export const proposalRoutes: readonly Route[] = [...propose, ...decision];
