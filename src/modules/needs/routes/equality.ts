import { html } from '#kit/html.ts';
import { page } from '#kit/http/answers.ts';
import { insist } from '#kit/http/errors.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { changedMeanwhile } from '#modules/case-file/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { breakdowns, twelveMonths } from '../breakdown.ts';
import { equalityForm, restrictedForm, typedEquality } from '../forms/equality-form.ts';
import { paths } from '../paths.ts';
import {
  equalityCounts,
  equalityOf,
  recordEquality,
  recordRestricted,
  restrictedOf,
} from '../store/equality.ts';
import { breakdownPage } from '../views/breakdown.ts';
import { equalityPage, restrictedPage } from '../views/equality.ts';
import { maySeeEquality, maySeeRestricted } from '../who.ts';

const equality = caseFormPage({
  path: '/cases/:id/equality',
  params: caseParams,
  may: 'case.work',
  records: 'equality.recorded',
  title: 'Describing themselves',
  draft: ({ id }) => ({ form: 'equality', about: id }),
  load: async (ctx, loading) => {
    const { file } = await loading;
    return {
      latest: await equalityOf(ctx.tx, ctx.organisation, ctx.params.id),
      may: maySeeEquality(file),
    };
  },
  schema: () => equalityForm,
  fresh: (_, __, { latest }) => (latest ? typedEquality(latest) : {}),
  version: (_, { latest }) => latest?.number ?? 0,
  now: ({ calendar }, { latest }) =>
    latest &&
    changedMeanwhile(
      html`<p class="govuk-body">Written ${momentInWords(latest.recordedAt, calendar)} by
        ${latest.recordedByName ?? 'Lintel'}. Open this page again to see it.</p>`,
    ),
  view: (model, form, { may }, _, meanwhile) => equalityPage(model, form, may, meanwhile),
  save: async (ctx, value, _, { may }) => {
    insist(may);
    const { id } = ctx.params;
    await recordEquality(ctx.tx, ctx, { ...value, caseId: id });
    return { to: paths.needs(id), said: 'Saved' };
  },
});

const restricted = caseFormPage({
  path: '/cases/:id/equality/restricted',
  params: caseParams,
  may: 'case.work',
  records: 'equality.recorded',
  title: 'Restricted',
  draft: ({ id }) => ({ form: 'equality-restricted', about: id }),
  load: async (ctx, loading) => {
    const { file } = await loading;
    return {
      latest: await restrictedOf(ctx.tx, ctx.organisation, ctx.params.id),
      may: maySeeRestricted(file, { id: ctx.staff, roles: ctx.who.roles }),
    };
  },
  schema: () => restrictedForm,
  fresh: (_, __, { latest }) =>
    latest ? { nationality: latest.nationality, immigration: latest.immigration, funds: latest.funds } : {},
  version: (_, { latest }) => latest?.number ?? 0,
  view: (model, form, { may }, _, meanwhile) => restrictedPage(model, form, may, meanwhile),
  save: async (ctx, value, _, { may }) => {
    insist(may);
    const { id } = ctx.params;
    await recordRestricted(ctx.tx, ctx, { ...value, caseId: id });
    return { to: paths.needs(id), said: 'Saved' };
  },
});

const breakdown = staffRoute({
  method: 'GET',
  path: '/needs/breakdown',
  may: 'board.see',
  records: 'board.viewed',
  handle: async (ctx) => {
    const { timeZone } = ctx.pack.calendar;
    const { from, until } = twelveMonths(ctx.now.toZonedDateTimeISO(timeZone).toPlainDate());
    const start = (day: Temporal.PlainDate) => day.toZonedDateTime(timeZone).toInstant();
    const counts = await equalityCounts(ctx.tx, start(from), start(until));
    await record(ctx.tx, ctx, { name: 'board.viewed', data: { breakdown: true } });
    const model = { breakdowns: breakdowns(counts), from, to: until.subtract({ days: 1 }) };
    return page({
      title: 'Who we support',
      main: () => breakdownPage(model),
      backLink: { href: '/board', text: 'Policy board' },
    });
  },
});

export const equalityRoutes: readonly Route[] = [...equality, ...restricted, breakdown];
