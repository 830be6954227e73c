import type { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { adds } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { whenItHappened } from '#kit/when-it-happened.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { mayStep, needed, notSettled, stepsAfter } from '#rules/tenancy-change.ts';
import { answeredIn } from '../answered.ts';
import { changeForm, itemForm, stepForm } from '../forms/change-forms.ts';
import { paths } from '../paths.ts';
import {
  askForChange,
  oneChange,
  settleItem,
  stepChange,
  stepFacts,
  tellManagers,
} from '../store/changes.ts';
import { changePage, itemPage, newChangePage, stepPage } from '../views/changes.ts';

const title = 'Changes of the tenancy';

interface ChangeParams {
  readonly id: CaseId;
  readonly change: string;
}
const params = ids('id', 'change') as z.ZodType<ChangeParams>;
type Context = StaffContext<ChangeParams>;
const load = async (ctx: Context, loading: Promise<unknown>) => {
  await loading;
  return oneChange(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.change);
};
const manages = ({ who }: Context) => may(who.roles, 'tenancy-event.decide').allowed;

const begin = caseFormPage({
  path: '/cases/:id/tenancy-changes/new',
  params: caseParams,
  may: 'case.work',
  records: 'tenancy-change.asked',
  title,
  draft: ({ id }) => ({ form: 'tenancy-change', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx) => changeForm(today(ctx)),
  fresh: (ctx) => dayFields('asked', today(ctx)),
  view: newChangePage,
  save: async (ctx, { asked, ...change }) => {
    const caseId = ctx.params.id;
    const askedAt = whenItHappened(ctx, asked);
    const changeId = await askForChange(ctx.tx, ctx, { ...change, caseId, askedAt });
    return { to: paths.change(caseId, changeId), said: 'Saved. Nothing is changed yet' };
  },
});

const show = staffRoute({
  method: 'GET',
  path: '/cases/:id/tenancy-changes/:change',
  params,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const loading = loadCase(ctx, id);
    const [model, change] = await Promise.all([loading, load(ctx, loading), recordView(ctx, id, title)]);
    return page(inCase(model, title, () => changePage(model, change)));
  },
});

const item = caseFormPage({
  path: '/cases/:id/tenancy-changes/:change/item',
  params,
  may: 'case.work',
  records: 'tenancy-change.item-settled',
  title,
  draft: ({ change }) => ({ form: 'tenancy-change-item', about: change }),
  version: adds,
  load,
  schema: (ctx, _, change) => itemForm(today(ctx), needed[change.route]),
  fresh: (ctx) => dayFields('settled', today(ctx)),
  view: itemPage,
  save: async (ctx, { settled: onDay, ...settled }, _, before) => {
    const { id: caseId, change: changeId } = ctx.params;
    await settleItem(ctx.tx, ctx, { ...settled, onDay, caseId, changeId });
    const change = await oneChange(ctx.tx, ctx.organisation, caseId, changeId);
    const waits = notSettled({ route: change.route, answered: answeredIn(change) }).length === 0;
    if (waits && notSettled({ route: before.route, answered: answeredIn(before) }).length > 0)
      await tellManagers(ctx.tx, ctx, caseId);
    return { to: paths.change(caseId, changeId), said: 'Saved' };
  },
});

const step = caseFormPage({
  path: '/cases/:id/tenancy-changes/:change/step',
  params,
  may: 'case.work',
  records: ['tenancy-change.decided', 'tenancy-change.went-on', 'tenancy-change.not-wanted'],
  title,
  draft: ({ change }) => ({ form: 'tenancy-change-step', about: change }),
  version: (_, change) => change.revision,
  load,
  schema: (_, __, change) => stepForm(stepsAfter(change.steps[0]?.step ?? null)),
  view: stepPage,
  save: async (ctx, stepped, _, change) => {
    const { id: caseId, change: changeId } = ctx.params;
    const by = { staff: ctx.staff, manages: manages(ctx) };
    const verdict = mayStep(stepFacts(change, stepped, by));
    if (!verdict.allowed) return { errors: { step: verdict.reason } };
    await stepChange(ctx.tx, ctx, { ...stepped, caseId, changeId, manages: by.manages });
    return { to: paths.change(caseId, changeId), said: 'Saved' };
  },
});

export const changeRoutesInCase: readonly Route[] = [...begin, show, ...item, ...step];
