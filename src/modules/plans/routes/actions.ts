import { redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { listStaff } from '#modules/account/index.ts';
import { caseFormPage, caseParams, loadCase, recordView } from '#modules/case-file/index.ts';
import { type CaseModel, changedMeanwhile } from '#modules/case-file/pure.ts';
import { whoSees } from '#modules/wall/pure.ts';
import { today } from '#rules/calendar.ts';
import { mayEnd, mayReopen } from '../actions.ts';
import { actionForm, typedAction } from '../forms/action-form.ts';
import { outcomeForm, reopeningForm } from '../forms/outcome-form.ts';
import { paths } from '../paths.ts';
import { dropAction, finishAction, moveAction, reopenAction } from '../store/action-outcomes.ts';
import { addAction, changeAction, type PlanAction, putEarlier } from '../store/actions.ts';
import { planOf } from '../store/plan.ts';
import { actionPage } from '../views/action-form.ts';
import { historyOf } from '../views/history.ts';
import { outcomePage, reopeningPage } from '../views/outcome-form.ts';
import { actionParams } from './params.ts';

/** Whom one can ask: colleagues whom the wall lets in; nobody with a conflict is on the list, and nothing says so. */
async function forActions(ctx: StaffContext, model: CaseModel, actionId: string | null) {
  const { organisation, tx } = ctx;
  const [plan, members] = await Promise.all([
    planOf(tx, organisation, model.file.id),
    listStaff(tx, organisation),
  ]);
  const action = plan.actions.find((each) => each.id === actionId) ?? null;
  if (actionId !== null && action === null) throw notFound();
  return { plan, action, colleagues: whoSees(model.file, members) };
}

const ahead = (ctx: StaffContext) => ({
  notBefore: today(ctx),
  tooEarly: 'Choose a day that is still to come',
});

const newAction = caseFormPage({
  path: '/cases/:id/plan/actions/new',
  params: caseParams,
  may: 'case.work',
  records: 'plan.action-added',
  title: 'Plan',
  draft: ({ id }) => ({ form: 'plan-action', about: id }),
  version: adds,
  load: async (ctx, loading) => {
    const model = await loading;
    return forActions(ctx, model, null);
  },
  schema: (ctx, _, { colleagues }) =>
    actionForm(
      colleagues.map((colleague) => colleague.id),
      ahead(ctx),
    ),
  view: (model, form, facts, _, meanwhile) =>
    actionPage({ ...model, plan: facts.plan }, form, facts, meanwhile),
  save: async (ctx, terms) => {
    const caseId = ctx.params.id;
    await addAction(ctx.tx, ctx, { ...terms, caseId });
    return { to: paths.plan(caseId), said: 'Added to the plan' };
  },
});

const change = caseFormPage({
  path: '/cases/:id/plan/actions/:action',
  params: actionParams,
  may: 'case.work',
  records: 'plan.action-changed',
  title: 'Plan',
  draft: ({ action }) => ({ form: 'plan-action-change', about: action }),
  load: async (ctx, loading) => {
    const model = await loading;
    return forActions(ctx, model, ctx.params.action);
  },
  // A day that has passed may stay as it is; only another one must be ahead.
  schema: (ctx, _, { colleagues, action }) => {
    const day = today(ctx);
    const known = colleagues.map((colleague) => colleague.id);
    const owners = action?.ownerId ? [...known, action.ownerId] : known;
    const from = action?.dueOn && Temporal.PlainDate.compare(action.dueOn, day) < 0 ? action.dueOn : day;
    return actionForm(owners, { ...ahead(ctx), notBefore: from });
  },
  fresh: (_, __, { action }) => (action ? typedAction(action) : {}),
  version: (_, { action }) => action?.version ?? 0,
  now: (model, { plan, action }) => action && changedMeanwhile(historyOf({ ...model, plan }, action.id)),
  view: (model, form, facts, _, meanwhile) =>
    actionPage({ ...model, plan: facts.plan }, form, facts, meanwhile),
  save: async (ctx, terms, _, { action }) => {
    const { id: caseId, action: actionId } = ctx.params;
    await changeAction(ctx.tx, ctx, { ...terms, caseId, actionId, version: action?.version ?? 0 });
    return { to: paths.plan(caseId), said: 'The action is changed' };
  },
});

const outcome = caseFormPage({
  path: '/cases/:id/plan/actions/:action/outcome',
  params: actionParams,
  may: 'case.work',
  records: ['plan.action-done', 'plan.action-moved', 'plan.action-dropped'],
  title: 'Plan',
  draft: ({ action }) => ({ form: 'plan-outcome', about: action }),
  load: async (ctx, loading) => {
    const model = await loading;
    return forActions(ctx, model, ctx.params.action);
  },
  schema: (ctx) => outcomeForm(today(ctx)),
  fresh: (ctx) => dayFields('happened', today(ctx)),
  version: (_, { action }) => action?.version ?? 0,
  now: (model, { plan, action }) => action && changedMeanwhile(historyOf({ ...model, plan }, action.id)),
  view: (model, form, { plan, action }, _, meanwhile) =>
    outcomePage({ ...model, plan }, form, action as PlanAction, meanwhile),
  save: async (ctx, became, _, { action }) => {
    if (action) insist(mayEnd(action));
    const { id: caseId, action: actionId } = ctx.params;
    const of = { caseId, actionId, version: action?.version ?? 0 };
    const { note, byWhom, happened, due } = became;
    if (became.outcome === 'done' && happened)
      await finishAction(ctx.tx, ctx, { ...of, happenedOn: happened, byWhom, note });
    else if (became.outcome === 'moved' && due)
      await moveAction(ctx.tx, ctx, { ...of, dueOn: due, reason: note });
    else await dropAction(ctx.tx, ctx, { ...of, reason: note });
    return { to: paths.plan(caseId), said: 'Saved. It can be taken back' };
  },
});

const reopening = caseFormPage({
  path: '/cases/:id/plan/actions/:action/reopening',
  params: actionParams,
  may: 'case.work',
  records: 'plan.action-reopened',
  title: 'Plan',
  draft: ({ action }) => ({ form: 'plan-reopening', about: action }),
  load: async (ctx, loading) => {
    const model = await loading;
    return forActions(ctx, model, ctx.params.action);
  },
  schema: () => reopeningForm,
  version: (_, { action }) => action?.version ?? 0,
  now: (model, { plan, action }) => action && changedMeanwhile(historyOf({ ...model, plan }, action.id)),
  view: (model, form, { plan, action }, _, meanwhile) =>
    reopeningPage({ ...model, plan }, form, action as PlanAction, meanwhile),
  save: async (ctx, { reason }, _, { action }) => {
    if (action) insist(mayReopen(action));
    const { id: caseId, action: actionId } = ctx.params;
    await reopenAction(ctx.tx, ctx, { caseId, actionId, version: action?.version ?? 0, reason });
    return { to: paths.plan(caseId), said: 'The action is open again' };
  },
});

const place = staffRoute({
  method: 'POST',
  path: '/cases/:id/plan/actions/:action/place',
  params: actionParams,
  may: 'case.work',
  records: 'plan.action-changed',
  handle: async (ctx) => {
    const { id: caseId, action: actionId } = ctx.params;
    await loadCase(ctx, caseId);
    await putEarlier(ctx.tx, ctx, { caseId, actionId });
    await recordView(ctx, caseId, 'Plan');
    return redirect(paths.plan(caseId), 'The order is changed');
  },
});

export const actionRoutes: readonly Route[] = [...newAction, ...change, ...outcome, ...reopening, place];
