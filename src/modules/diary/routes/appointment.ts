import { page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { casePaths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { wayOf } from '#rules/no-longer-agreed.ts';
import { cancellationForm } from '../form.ts';
import { whoWent } from '../lone-working.ts';
import { paths } from '../paths.ts';
import { plannedIn, plannedOf } from '../store/appointments.ts';
import { collisions } from '../store/collisions.ts';
import { cancelContact, checkIn, keepContact } from '../store/plan.ts';
import type { Planned } from '../store/rows.ts';
import { heldNow } from '../store/still-agreed.ts';
import { plannedPage } from '../views/appointment.ts';
import { caseDiaryPage } from '../views/case-diary.ts';
import { cancellationPage } from '../views/plan-form.ts';
import { plannedParams } from './params.ts';

const inTheCase = staffRoute({
  method: 'GET',
  path: '/cases/:id/diary',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  async handle(ctx) {
    const { id } = ctx.params;
    const [model, listed] = await Promise.all([
      loadCase(ctx, id),
      plannedIn(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Diary'),
    ]);
    const open = listed.open.map((each) => heldNow(model, each));
    const ended = listed.ended.map((each) => heldNow(model, each));
    return page(inCase(model, 'Diary', () => caseDiaryPage({ ...model, open, ended })));
  },
});

const one = staffRoute({
  method: 'GET',
  path: '/cases/:id/diary/:planned',
  params: plannedParams,
  may: 'case.see',
  records: 'case.viewed',
  async handle(ctx) {
    const model = await loadCase(ctx, ctx.params.id);
    const planned = heldNow(model, await find(ctx));
    await recordView(ctx, ctx.params.id, 'Diary');
    const elsewhere = await collisions(ctx.tx, planned, ctx.now);
    const went = whoWent(planned).includes(ctx.staff);
    const shown = { ...model, planned, went, elsewhere, csrf: ctx.csrf, newSubmission: newId<string> };
    return page(inCase(model, 'Diary', () => plannedPage(shown)));
  },
});

const kept = staffRoute({
  method: 'POST',
  path: '/cases/:id/diary/:planned/kept',
  params: plannedParams,
  may: 'case.work',
  records: 'contact.kept',
  async handle(ctx) {
    await loadCase(ctx, ctx.params.id);
    const planned = await find(ctx);
    if (planned.endedHow !== null) throw new Fault('stale');
    await keepContact(ctx.tx, ctx, planned);
    const { way } = wayOf(planned.channel);
    const form = paths.record(planned.caseId, way, planned);
    return redirect(form, 'Noted. Now record what came of it');
  },
});

const checkedIn = staffRoute({
  method: 'POST',
  path: '/cases/:id/diary/:planned/check-in',
  params: plannedParams,
  may: 'case.work',
  records: 'contact.checked-in',
  async handle(ctx) {
    await loadCase(ctx, ctx.params.id);
    const planned = await find(ctx);
    await checkIn(ctx.tx, ctx, planned);
    return redirect(paths.planned(planned.caseId, planned.id), 'Checked in');
  },
});

const cancellation = caseFormPage({
  path: '/cases/:id/diary/:planned/cancellation',
  params: plannedParams,
  may: 'case.work',
  records: 'contact.cancelled',
  title: 'Cancel a visit or a call',
  draft: ({ planned }) => ({ form: 'cancellation', about: planned }),
  load: async (ctx) => {
    const planned = await find(ctx);
    if (planned.endedHow !== null) throw new Fault('stale');
    return planned;
  },
  schema: () => cancellationForm,
  version: (_, planned) => planned.version,
  view: (model, form, planned) =>
    cancellationPage(model, form, momentInWords(planned.startsAt, model.calendar)),
  save: async (ctx, value, _, planned) => {
    await cancelContact(ctx.tx, ctx, planned, value);
    if (value.reason === 'not_safe')
      return {
        to: casePaths.contact(planned.caseId),
        said: 'Cancelled. Make sure what is agreed is still safe before anybody uses it',
        warns: true,
      };
    return { to: paths.inCase(planned.caseId), said: 'It is cancelled' };
  },
});

export const plannedRoutes: readonly Route[] = [inTheCase, one, kept, checkedIn, ...cancellation];

/** Of this case, which has been opened; `not-found` for one of another. */
async function find(ctx: StaffContext<{ readonly id: CaseId; readonly planned: string }>): Promise<Planned> {
  const { id, planned } = ctx.params;
  const found = await plannedOf(ctx.tx, ctx.organisation, id, planned);
  if (!found) throw notFound();
  return found;
}
