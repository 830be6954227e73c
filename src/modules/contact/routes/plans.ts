import type { z } from 'zod';
import { parseForm } from '#kit/forms.ts';
import { invalid, page, redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { type CaseModel, casePaths as paths, stillOwed } from '#modules/case-file/pure.ts';
import { nextWorkingDay, timeOn, today } from '#rules/calendar.ts';
import { allowed, refused, type Verdict } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { mayDecide, sightOf } from '#rules/proposal.ts';
import { contactPlan, plannable } from '../contact-plan.ts';
import { planDecisionForm, planForm } from '../forms/plan-form.ts';
import {
  dayHasPassed,
  decideContactPlan,
  planOf,
  plansOf,
  proposeContactPlan,
} from '../store/contact-plans.ts';
import { newPlanPage, planPage } from '../views/plans.ts';

const planParams = ids('plan') as z.ZodType<{ readonly plan: string }>;

const propose = caseFormPage({
  path: '/cases/:id/plans/new',
  params: caseParams,
  may: 'case.work',
  records: 'contact-plan.proposed',
  title: 'No safe way today',
  draft: ({ id }) => ({ form: 'plan', about: id }),
  version: adds,
  load: async (ctx, loading) => {
    const model = await loading;
    const plans = await plansOf(ctx.tx, ctx.organisation, ctx.params.id);
    const promise = contactPromised(model);
    const waiting = plans.some((plan) => plan.decision === null);
    return { promise, may: mayPropose(promise !== null, waiting) };
  },
  schema: (ctx, { calendar }) => planForm(calendar, ctx.now),
  fresh: (ctx, { calendar }) => {
    const next = nextWorkingDay(today(ctx), calendar);
    return momentFields('again', timeOn(next, calendar.opens, calendar), calendar.rules.timeZone);
  },
  view: (model, form, facts) => newPlanPage(model, form, facts.may),
  save: async (ctx, { why, plan, again }, _, facts) => {
    insist(facts.may);
    if (!facts.promise) throw notFound();
    const planId = await proposeContactPlan(ctx.tx, ctx, {
      caseId: ctx.params.id,
      obligationId: facts.promise.id,
      why,
      plan,
      tryAgainAt: again,
    });
    return { to: paths.plan(planId), said: 'The plan waits for a manager’s decision' };
  },
});

/** The promise that a plan is about: the one that falls due first; else one that was broken, and is still owed. */
function contactPromised({ promises, pack }: CaseModel) {
  const ids = plannable(pack);
  const owed = promises.filter((promise) => stillOwed(promise) && ids.includes(promise.commitment));
  return owed.find(({ outcome }) => outcome === null) ?? owed[0] ?? null;
}

function mayPropose(running: boolean, waiting: boolean): Verdict {
  if (!running) return refused('No contact is owed in this case.', 'same-day-contact');
  return waiting
    ? refused('A plan is waiting for a manager’s decision already.', 'same-day-contact')
    : allowed;
}

type PlanContext = StaffContext<{ readonly plan: string }>;

const show = staffRoute({
  method: 'GET',
  path: '/plans/:plan',
  params: planParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => page(await planShown(ctx)),
});

const decide = staffRoute({
  method: 'POST',
  path: '/plans/:plan',
  params: planParams,
  may: 'contact-plan.approve',
  records: ['contact-plan.approved', 'contact-plan.declined'],
  handle: async (ctx) => {
    const parsed = parseForm(planDecisionForm, ctx.body);
    if (!parsed.ok) return invalid(await planShown(ctx, { values: parsed.typed, errors: parsed.errors }));
    const { _version: version, decision, why } = parsed.value;
    const planId = ctx.params.plan;
    await decideContactPlan(ctx.tx, ctx, { planId, version, decision, why });
    return redirect(paths.plan(planId), 'The decision is saved');
  },
});

async function planShown(
  ctx: PlanContext,
  form: Parameters<typeof planPage>[1]['form'] = { values: {}, errors: {} },
) {
  const plan = await planOf(ctx.tx, ctx.organisation, ctx.params.plan);
  if (!plan) throw notFound();
  const model = await loadCase(ctx, plan.caseId);
  await recordView(ctx, plan.caseId, 'Plan');
  const role = may(ctx.who.roles, 'contact-plan.approve');
  const changed = dayHasPassed(plan, ctx.now);
  const deciding = { by: ctx.staff, sight: sightOf(model.file), decision: 'approved', changed } as const;
  const verdict = role.allowed ? mayDecide(contactPlan, plan, deciding) : role;
  const fields = {
    form,
    action: paths.plan(plan.id),
    csrf: ctx.csrf,
    submissionId: newId<string>(),
    version: plan.version,
  };
  return inCase(model, 'Plan', () => planPage(model, fields, plan, verdict));
}

export const planRoutes: readonly Route[] = [...propose, show, decide];
