import type { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { recordedInError } from '#modules/case-file/pure.ts';
import { datesOf, offersOf } from '#modules/support/index.ts';
import { isWorks, mayFollow } from '#modules/support/pure.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { assessmentForm, correctionForm } from '../forms/assessment-form.ts';
import { rightsForm, roomForm } from '../forms/rights-form.ts';
import { paths } from '../paths.ts';
import { assessmentsOf, recordAssessment, strikeAssessment } from '../store/assessments.ts';
import { conflictsOf } from '../store/conflicts.ts';
import { aroundWorks, gateOf } from '../store/gate.ts';
import { ordersOf } from '../store/orders.ts';
import { type RightsRow, type RoomRow, recordRights, recordRoom, rightsOf, roomOf } from '../store/rights.ts';
import { assessmentPage } from '../views/assessment.ts';
import { casePage } from '../views/of-case.ts';
import { rightsPage, roomPage } from '../views/rights.ts';

const title = 'Home security';

const ofCase = staffRoute({
  method: 'GET',
  path: '/cases/:id/security',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const { tx, organisation } = ctx;
    const [model, all, dates, assessments, rights, room, orders, conflicts] = await Promise.all([
      loadCase(ctx, id),
      offersOf(tx, organisation, id),
      datesOf(tx, organisation, id),
      assessmentsOf(tx, organisation, id),
      rightsOf(tx, organisation, id),
      roomOf(tx, organisation, id),
      ordersOf(tx, organisation, id),
      conflictsOf(tx, organisation, id),
      recordView(ctx, id, title),
    ]);
    const offers = all.filter(({ kind, kindOf }) => isWorks(kind) || kindOf.looks).toReversed();
    const around = await aroundWorks(tx, ctx, model.file);
    const orderable = offers.filter(
      ({ kind, kindOf, state }) => isWorks(kind) && mayFollow(kindOf, state, 'ordered').allowed,
    );
    const gates = new Map(orderable.map((offer) => [offer.id, gateOf(offer.kind, around, today(ctx))]));
    const shown = { offers, dates, assessments, rights, room, orders, conflicts, gates };
    return page(inCase(model, title, () => casePage(model, shown)));
  },
});

const assessment = caseFormPage({
  path: '/cases/:id/security/assessments/new',
  params: caseParams,
  may: 'case.work',
  records: ['security.assessed', 'security.assessment-later', 'security.assessment-declined'],
  title,
  draft: ({ id }) => ({ form: 'home-assessment', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx) => assessmentForm(today(ctx)),
  fresh: (ctx) => dayFields('happened', today(ctx)),
  view: (model, form) => assessmentPage(model, form),
  save: async (ctx, { happened: happenedOn, again: againOn, ...given }) => {
    const { id: caseId } = ctx.params;
    await recordAssessment(ctx.tx, ctx, { ...given, caseId, happenedOn, againOn });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const assessmentParams = ids('id', 'assessment') as z.ZodType<{
  readonly id: CaseId;
  readonly assessment: string;
}>;

const correction = caseFormPage({
  path: '/cases/:id/security/assessments/:assessment/correction',
  params: assessmentParams,
  may: 'case.work',
  records: 'security.assessment-corrected',
  title,
  draft: ({ assessment: about }) => ({ form: 'home-assessment-correction', about }),
  version: endsOnce,
  load: async (ctx) => {
    const all = await assessmentsOf(ctx.tx, ctx.organisation, ctx.params.id);
    const found = all.find(({ id, struckAt }) => id === ctx.params.assessment && struckAt === null);
    if (!found) throw notFound();
    return found;
  },
  schema: () => correctionForm,
  view: (model, form, { happenedOn }) =>
    recordedInError(model, form, 'Home security', `Of ${dayOfWeekInWords(happenedOn)}`),
  save: async (ctx, { reason }, _, found) => {
    const { id: caseId } = ctx.params;
    await strikeAssessment(ctx.tx, ctx, { caseId, assessment: found, reason: reason.trim() });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const rights = caseFormPage({
  path: '/cases/:id/security/rights',
  params: caseParams,
  may: 'case.work',
  records: 'security.rights-recorded',
  title,
  draft: ({ id }) => ({ form: 'home-rights', about: id }),
  version: (_, [last]: readonly RightsRow[]) => last?.id ?? '',
  load: (ctx) => rightsOf(ctx.tx, ctx.organisation, ctx.params.id),
  schema: () => rightsForm(),
  fresh: (_, __, [last]) =>
    last
      ? {
          ...{ holder: last.holder, holderStands: last.holderStands ?? '', spouse: last.spouse },
          ...{
            spouseStands: last.spouseStands ?? '',
            orderWhat: last.orderWhat,
            owner: last.owner,
            fire: last.fire,
          },
          ...(last.orderWhat !== '' && { orderRead: last.orderRead ? 'yes' : 'no' }),
          ...(last.orderUntil && dayFields('orderUntil', last.orderUntil)),
        }
      : {},
  view: (model, form) => rightsPage(model, form),
  save: async (ctx, given) => {
    const { id: caseId } = ctx.params;
    await recordRights(ctx.tx, ctx, caseId, given);
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const room = caseFormPage({
  path: '/cases/:id/security/room',
  params: caseParams,
  may: 'case.work',
  records: 'security.room-recorded',
  title,
  draft: ({ id }) => ({ form: 'home-room', about: id }),
  version: (_, [last]: readonly RoomRow[]) => last?.id ?? '',
  load: (ctx) => roomOf(ctx.tx, ctx.organisation, ctx.params.id),
  schema: () => roomForm,
  view: (model, form) => roomPage(model, form),
  save: async (ctx, given) => {
    const { id: caseId } = ctx.params;
    await recordRoom(ctx.tx, ctx, caseId, given);
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

export const caseRoutes: readonly Route[] = [ofCase, ...assessment, ...correction, ...rights, ...room];
