import type { Route } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { changedMeanwhile } from '#modules/case-file/pure.ts';
import { today } from '#rules/calendar.ts';
import { agreementForm } from '../forms/agreement-form.ts';
import { contentNow, revisionOf } from '../now.ts';
import { paths } from '../paths.ts';
import { reviewWithinDays } from '../plan.ts';
import { agreePlan } from '../store/agreement.ts';
import { planOf } from '../store/plan.ts';
import { agreementPage } from '../views/agreement-form.ts';
import { contentOf } from '../views/content.ts';

/** What somebody agreed to is what they saw: whatever was written since makes the form ask again. */
export const agreementRoutes: readonly Route[] = caseFormPage({
  path: '/cases/:id/plan/agreement',
  params: caseParams,
  may: 'case.work',
  records: ['plan.agreed', 'plan.not-yet-agreed', 'plan.not-safe-to-agree'],
  title: 'Plan',
  draft: ({ id }) => ({ form: 'plan-agreement', about: id }),
  load: (ctx) => planOf(ctx.tx, ctx.organisation, ctx.params.id),
  schema: (ctx, { calendar }) => agreementForm(calendar.rules.timeZone, ctx.now, today(ctx)),
  fresh: (ctx, { calendar }, plan) => ({
    ...momentFields('happened', ctx.now, calendar.rules.timeZone),
    ...dayFields('review', today(ctx).add({ days: reviewWithinDays })),
    ...(plan.versions.length === 0 && { promptedBy: 'first' }),
  }),
  version: (_, plan) => revisionOf(plan),
  now: (_, plan) => changedMeanwhile(contentOf(contentNow(plan))),
  view: (model, form, plan, _, meanwhile) => agreementPage({ ...model, plan }, form, meanwhile),
  save: async (ctx, { happened, review, ...standing }, { pack, calendar }) => {
    const caseId = ctx.params.id;
    const about = { pack, calendar, caseId, happenedAt: happened, reviewOn: review };
    await agreePlan(ctx.tx, ctx, { ...standing, ...about });
    return { to: paths.plan(caseId), said: 'Saved as a version of its own' };
  },
});
