import { page } from '#kit/http/answers.ts';
import { insist } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { listStaff } from '#modules/account/index.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { whoSees } from '#modules/wall/pure.ts';
import { caseRoles } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { supervisionForm } from '../forms/supervision-form.ts';
import { paths } from '../paths.ts';
import { dueReviews, wellbeingChecks } from '../store/supervision-list.ts';
import { ledSinceReview, recordSupervision, recordWellbeing, supervisionsOf } from '../store/supervisions.ts';
import { mayReview, supervisionCommitments } from '../supervision.ts';
import { mayOwn } from '../tasks.ts';
import { newSupervisionPage } from '../views/supervision.ts';
import { supervisionListPage } from '../views/supervision-list.ts';

/** Workers see it too: which of the cases that they may see are due, and what was written about themselves. */
const list = staffRoute({
  method: 'GET',
  path: paths.supervision,
  may: 'case.see',
  records: 'supervision.viewed',
  handle: async (ctx) => {
    const { tx, organisation, now } = ctx;
    const [due, checks] = await Promise.all([
      dueReviews(tx, organisation, supervisionCommitments(ctx.pack)),
      wellbeingChecks(tx, organisation),
      record(tx, ctx, { name: 'supervision.viewed' }),
    ]);
    const mayRecord = may(ctx.who.roles, 'supervision.record').allowed;
    const calendar = ctx.calendar;
    return page({
      title: 'Case reviews',
      main: () => supervisionListPage({ due, checks, mayRecord, viewer: ctx.staff, calendar, now }),
    });
  },
});

const review = caseFormPage({
  path: '/cases/:id/supervision/new',
  params: caseParams,
  may: 'supervision.record',
  records: 'supervision.recorded',
  title: 'Review',
  draft: ({ id }) => ({ form: 'supervision', about: id }),
  version: adds,
  load: async (ctx, loading) => {
    const { file } = await loading;
    const [colleagues, reviews, led] = await Promise.all([
      listStaff(ctx.tx, ctx.organisation, { roles: caseRoles }),
      supervisionsOf(ctx.tx, ctx.organisation, ctx.params.id),
      ledSinceReview(ctx.tx, ctx.organisation, ctx.params.id),
    ]);
    return { offered: whoSees(file, colleagues), reviews, may: mayReview(file.leadId, ctx.staff, led) };
  },
  schema: (ctx, { calendar }) => supervisionForm(calendar.rules.timeZone, ctx.now),
  fresh: (ctx, { calendar }) => momentFields('held', ctx.now, calendar.rules.timeZone),
  view: newSupervisionPage,
  save: async (
    ctx,
    { held, discussed, actions, standing, wellbeing },
    { file, pack, calendar },
    { offered, may: verdict },
  ) => {
    insist(verdict);
    for (const { ownerId } of actions) insist(mayOwn(ownerId, offered));
    const { id } = ctx.params;
    const { leadId } = file;
    const about = { pack, calendar, caseId: id, leadId, heldAt: held };
    await recordSupervision(ctx.tx, ctx, { ...about, discussed, actions });
    if (leadId && standing)
      await recordWellbeing(ctx.tx, ctx, { staffId: leadId, heldAt: held, standing, words: wellbeing });
    return { to: paths.ofCase(id), said: 'The review is saved' };
  },
});

export const supervisionRoutes: readonly Route[] = [list, ...review];
