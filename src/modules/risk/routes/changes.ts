import type { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { momentFields } from '#kit/typed-moment.ts';
import {
  caseFormPage,
  caseParams,
  inCase,
  loadCase,
  recordView,
  triggerReview,
} from '#modules/case-file/index.ts';
import { reviewTriggers } from '#modules/case-file/pure.ts';
import { addEntry } from '#modules/chronology/index.ts';
import { ratingPaths as paths } from '#modules/risk-level/pure.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { labelOf } from '#rules/words.ts';
import { changeForm } from '../forms/change-form.ts';
import { dateForm, endDateForm } from '../forms/date-form.ts';
import { viewForm } from '../forms/view-form.ts';
import { dateOf, datesOf, endDate, recordDate } from '../store/known-dates.ts';
import { recordOwnView } from '../store/own-views.ts';
import { newChangePage } from '../views/changes.ts';
import { datesPage, endDatePage, newDatePage } from '../views/dates.ts';
import { newViewPage } from '../views/own-views.ts';

const dateParams = ids('id', 'date') as z.ZodType<{ readonly id: CaseId; readonly date: string }>;

const newView = caseFormPage({
  path: '/cases/:id/risk/views/new',
  params: caseParams,
  may: 'case.work',
  records: 'risk.view-recorded',
  title: 'Own view',
  draft: ({ id }) => ({ form: 'risk-view', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx, { calendar }) => viewForm(calendar.rules.timeZone, ctx.now),
  fresh: (ctx, { calendar }) => momentFields('said', ctx.now, calendar.rules.timeZone),
  view: newViewPage,
  save: async (ctx, { view, words, said }) => {
    const caseId = ctx.params.id;
    await recordOwnView(ctx.tx, ctx, { caseId, view, words, saidAt: said });
    return { to: paths.risk(caseId), said: 'Their view is saved' };
  },
});

const newChange = caseFormPage({
  path: '/cases/:id/risk/changes/new',
  params: caseParams,
  may: 'case.work',
  records: 'risk.review-triggered',
  title: 'Something changed',
  draft: ({ id }) => ({ form: 'risk-change', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx, { calendar }) => changeForm(calendar.rules.timeZone, ctx.now),
  fresh: (ctx, { calendar }) => momentFields('happened', ctx.now, calendar.rules.timeZone),
  view: newChangePage,
  save: async (ctx, { trigger, words, happened, source }) => {
    const caseId = ctx.params.id;
    const incident = trigger === 'incident';
    const subjectId = await addEntry(ctx.tx, ctx, {
      caseId,
      kind: incident ? 'incident' : 'risk',
      happenedAt: happened,
      knownAt: ctx.now,
      source,
      words: incident ? words : `${labelOf(reviewTriggers, trigger)}.\n\n${words}`,
    });
    // The promise is about what we do once we know: it runs from now.
    await triggerReview(ctx.tx, ctx, { caseId, trigger, at: ctx.now, subjectId });
    return { to: paths.risk(caseId), said: 'The change is recorded, and the review is due' };
  },
});

const dates = staffRoute({
  method: 'GET',
  path: '/cases/:id/risk/dates',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const model = await loadCase(ctx, ctx.params.id);
    const [found] = await Promise.all([
      datesOf(ctx.tx, ctx.organisation, ctx.params.id),
      recordView(ctx, ctx.params.id, 'Known dates'),
    ]);
    return page(inCase(model, 'Known dates', () => datesPage({ ...model, dates: found })));
  },
});

const newDate = caseFormPage({
  path: '/cases/:id/risk/dates/new',
  params: caseParams,
  may: 'case.work',
  records: 'risk.date-recorded',
  title: 'Known dates',
  draft: ({ id }) => ({ form: 'risk-date', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx) => dateForm(today(ctx)),
  view: newDatePage,
  save: async (ctx, { kind, on, words }) => {
    const caseId = ctx.params.id;
    await recordDate(ctx.tx, ctx, { caseId, kind, onDate: on, words });
    return { to: paths.dates(caseId), said: 'The date is saved' };
  },
});

const ending = caseFormPage({
  path: '/cases/:id/risk/dates/:date/ending',
  params: dateParams,
  may: 'case.work',
  records: 'risk.date-ended',
  title: 'Known dates',
  draft: ({ date }) => ({ form: 'date-ending', about: date }),
  load: async (ctx) => {
    const date = await dateOf(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.date);
    if (!date || date.endedAt !== null) throw notFound();
    return date;
  },
  schema: () => endDateForm,
  version: (_, { version }) => version,
  view: (model, form, date, _, meanwhile) => endDatePage(model, form, date, meanwhile),
  save: async (ctx, { reason }, _, { id: dateId, version }) => {
    const caseId = ctx.params.id;
    if (!(await endDate(ctx.tx, ctx, { caseId, dateId, version, reason }))) throw new Fault('stale');
    return { to: paths.dates(caseId), said: 'What came of it is saved' };
  },
});

/** What may change a risk: what they say of it, what happened, and what is known beforehand. */
export const changingRoutes: readonly Route[] = [...newView, ...newChange, dates, ...newDate, ...ending];
