import type { Typed } from '#kit/forms.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import type { Route, StaffContext } from '#kit/http/route.ts';
import { listStaff } from '#modules/account/index.ts';
import { caseFormPage, caseParams, surroundingsNow } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { absencesBetween, dutySpans, gendersOf } from '#modules/rota/index.ts';
import { whoSees } from '#modules/wall/pure.ts';
import { caseRoles, type StaffId } from '#rules/facts.ts';
import type { Duty } from '#rules/safe-moment.ts';
import { firstSuggestion, whoMightGo } from '../first-suggestion.ts';
import { planFields } from '../form.ts';
import { type CheckedPlan, checkedPlanForm, checkOf, type PlanFacts } from '../form-check.ts';
import { paths } from '../paths.ts';
import { plannedOf } from '../store/appointments.ts';
import { moveContact, type NewPlan, planContact } from '../store/plan.ts';
import { planFormPage } from '../views/plan-form.ts';
import { plannedParams } from './params.ts';

const plan = caseFormPage({
  path: '/cases/:id/diary/new',
  params: caseParams,
  may: 'case.work',
  records: 'contact.planned',
  title: 'Plan a visit or a call',
  draft: ({ id }) => ({ form: 'planned', about: id }),
  version: adds,
  load: async (ctx, loading) => {
    const model = await loading;
    const staffId = model.file.leadId ?? ctx.staff;
    const facts = await factsFor(ctx, model);
    const asked = whoMightGo(staffId, model.agreed, facts);
    return { ...facts, staffId, duty: await dutyOf(ctx, model, asked, facts) };
  },
  schema: (_, model, facts) => checkedPlanForm(model, facts),
  fresh: (_, model, { staffId, duty }) => ({ staffId, ...firstSuggestion(model, duty) }),
  view: (model, form, facts) =>
    planFormPage(
      model,
      form,
      { ...facts, check: checkOf(form.form.values as Typed, model, facts) },
      'Plan a visit or a call',
    ),
  save: async (ctx, value, model) => {
    const plannedId = await planContact(ctx.tx, ctx, newPlan(model, value));
    return { to: paths.planned(model.file.id, plannedId), said: 'It is in the diary' };
  },
});

const move = caseFormPage({
  path: '/cases/:id/diary/:planned/move',
  params: plannedParams,
  may: 'case.work',
  records: ['contact.planned', 'contact.cancelled'],
  title: 'Move a visit or a call',
  draft: ({ planned }) => ({ form: 'diary-move', about: planned }),
  load: async (ctx, loading) => {
    const model = await loading;
    const { id, planned } = ctx.params;
    const from = await plannedOf(ctx.tx, ctx.organisation, id, planned);
    if (!from) throw notFound();
    if (from.endedHow !== null) throw new Fault('stale');
    return { ...(await factsFor(ctx, model)), from };
  },
  schema: (_, model, facts) => checkedPlanForm(model, facts),
  fresh: (_, { calendar }, { from }) => planFields(from, calendar.rules.timeZone),
  version: (_, { from }) => from.version,
  view: (model, form, facts) =>
    planFormPage(
      model,
      form,
      { ...facts, check: checkOf(form.form.values as Typed, model, facts) },
      'Move a visit or a call',
    ),
  save: async (ctx, value, model, { from }) => {
    const plannedId = await moveContact(ctx.tx, ctx, from, newPlan(model, value));
    return { to: paths.planned(model.file.id, plannedId), said: 'It is moved' };
  },
});

/** Days over which a safe moment is looked for. */
const suggestedWithin = 14;

export const planRoutes: readonly Route[] = [...plan, ...move];

async function factsFor(ctx: StaffContext, { file }: CaseModel): Promise<PlanFacts> {
  const { tx, organisation, now } = ctx;
  const [team, around, absences] = await Promise.all([
    listStaff(tx, organisation, { roles: caseRoles }),
    surroundingsNow(tx, organisation, file.id),
    absencesBetween(tx, organisation, { from: now, to: now.add({ hours: 24 * 366 }) }),
  ]);
  const colleagues = whoSees(file, team);
  const genders = await gendersOf(
    tx,
    organisation,
    colleagues.map(({ id }) => id),
  );
  return { colleagues, genders, around, absences };
}

/** When these colleagues are on duty in the coming days. */
async function dutyOf(
  { tx, organisation, now }: StaffContext,
  { calendar }: CaseModel,
  staffIds: readonly StaffId[],
  { genders }: PlanFacts,
): Promise<readonly Duty[]> {
  const to = now.add({ hours: 24 * suggestedWithin });
  const spans = await dutySpans(tx, organisation, { calendar, staffIds, from: now, to });
  return spans.map((span) => ({ ...span, gender: genders.get(span.staffId) }));
}

function newPlan({ file, agreed }: CaseModel, value: CheckedPlan): NewPlan {
  const way = agreed?.further.find(({ wayId }) => wayId === value.over);
  return { ...value, caseId: file.id, safeContactId: agreed?.id ?? null, agreedWayId: way?.id ?? null };
}
