import { page } from '#kit/http/answers.ts';
import { adds } from '#kit/http/form-page.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { actionsOn } from '#rules/action-kinds.ts';
import { today } from '#rules/calendar.ts';
import { actionForm } from '../forms/action-forms.ts';
import { programmeSafetyForm } from '../forms/safety-form.ts';
import { paths } from '../paths.ts';
import { aroundActions } from '../store/facts.ts';
import { proposeAction } from '../store/propose.ts';
import { reviewedAfter } from '../store/reviewed.ts';
import { actionsOf } from '../store/rows.ts';
import { programmeSafetyIn, sayProgrammeSafety } from '../store/safety.ts';
import { actionPage } from '../views/action.ts';
import { newActionPage } from '../views/forms.ts';
import { enforcementPage, fearedIn } from '../views/of-case.ts';
import { programmeSafetyPage, programmeSafetyPart } from '../views/safety.ts';
import { actionParams, loadOne, oneOf } from './params.ts';

const title = 'Enforcement';

const ofCase = staffRoute({
  method: 'GET',
  path: '/cases/:id/enforcement',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, actions, around, safety] = await Promise.all([
      loadCase(ctx, id),
      actionsOf(ctx.tx, ctx.organisation, id),
      aroundActions(ctx.tx, ctx.organisation, id),
      programmeSafetyIn(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, title),
    ]);
    const shown = actions.map((action) => oneOf(ctx, action, model.file, around));
    return page(
      inCase(model, title, () => enforcementPage(model, shown, programmeSafetyPart(model, safety))),
    );
  },
});

const begin = caseFormPage({
  path: '/cases/:id/enforcement/new',
  params: caseParams,
  may: 'case.work',
  records: 'perpetrator-action.proposed',
  title,
  draft: ({ id }) => ({ form: 'enforcement', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx, model) =>
    actionForm(
      actionsOn(today(ctx), ctx.calendar.rules).map(({ value }) => value),
      fearedIn(model).map(({ id }) => id),
    ),
  view: (model, form) => newActionPage(model, form),
  save: async (ctx, value) => {
    const caseId = ctx.params.id;
    const actionId = await proposeAction(ctx.tx, ctx, { ...value, caseId });
    return { to: paths.action(caseId, actionId), said: 'Proposed. Nothing is done yet' };
  },
});

const programmeSafety = caseFormPage({
  path: '/cases/:id/enforcement/programme-safety',
  params: caseParams,
  may: 'case.work',
  records: 'perpetrator-action.programme-safety-said',
  title,
  draft: ({ id }) => ({ form: 'programme-safety', about: id }),
  version: adds,
  load: async () => null,
  schema: (_, model) => programmeSafetyForm(fearedIn(model).map(({ id }) => id)),
  view: (model, form) => programmeSafetyPage(model, form),
  save: async (ctx, value) => {
    const caseId = ctx.params.id;
    await sayProgrammeSafety(ctx.tx, ctx, { ...value, caseId });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const show = staffRoute({
  method: 'GET',
  path: '/cases/:id/enforcement/:action',
  params: actionParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const loading = loadCase(ctx, id);
    const [model, one] = await Promise.all([loading, loadOne(ctx, loading), recordView(ctx, id, title)]);
    const reviewedAt = await reviewedAfter(ctx.tx, ctx.organisation, one.action);
    return page(inCase(model, title, () => actionPage(model, one, reviewedAt)));
  },
});

export const caseRoutes: readonly Route[] = [ofCase, ...begin, ...programmeSafety, show];
