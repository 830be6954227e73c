import type { z } from 'zod';
import type { FormState } from '#kit/components/form-state.ts';
import { withdrawalForm } from '#kit/decision-form.ts';
import { parseForm } from '#kit/forms.ts';
import { invalid, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
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
const path = '/cases/:id/breathing-space/proposals/:proposal';

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
  may: 'breathing-space.decide',
  records: ['breathing-space.decision-approved', 'breathing-space.decision-declined'],
  handle: async (ctx) => {
    const parsed = parseForm(spaceDecisionForm, ctx.body);
    if (!parsed.ok) return invalid(await shown(ctx, { values: parsed.typed, errors: parsed.errors }));
    const { _version: version, decision, why } = parsed.value;
    const { id: caseId, proposal: proposalId } = ctx.params;
    await decideAboutSpace(ctx.tx, ctx, { caseId, proposalId, version, decision, why: why.trim() });
    return redirect(paths.ofCase(caseId), 'The decision is saved');
  },
});

const withdraw = staffRoute({
  method: 'POST',
  path: `${path}/withdrawal`,
  params,
  may: 'case.work',
  records: 'breathing-space.decision-withdrawn',
  handle: async (ctx) => {
    const parsed = parseForm(withdrawalForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const { id: caseId, proposal: proposalId } = ctx.params;
    const withdrawn = { version: parsed.value._version, decision: 'withdrawn', why: '' } as const;
    await decideAboutSpace(ctx.tx, ctx, { caseId, proposalId, ...withdrawn });
    return redirect(paths.ofCase(caseId), 'It is taken back');
  },
});

async function shown(ctx: Context, form: FormState = { values: {}, errors: {} }) {
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
  const fields = {
    form,
    action: paths.proposal(id, proposal.id),
    csrf: ctx.csrf,
    submissionId: newId<string>(),
    version: proposal.version,
  };
  return inCase(model, title, () => proposalPage(model, fields, proposal, verdict));
}

export const proposalRoutes: readonly Route[] = [...propose, show, decide, withdraw];
