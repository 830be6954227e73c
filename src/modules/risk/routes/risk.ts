import { file, page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { answersOf, assessmentsOf, receivedOf } from '#modules/assessments/index.ts';
import { type CaseContext, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import {
  loweringsOf,
  meetingsOn,
  ratingsOf,
  thresholdFor,
  triggersSince,
} from '#modules/risk-level/index.ts';
import { dashes, historyChart } from '#modules/risk-level/pure.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { daysLeft } from '../known-dates.ts';
import { levelOfView } from '../own-view.ts';
import { promptsFor } from '../prompts.ts';
import { datesOf } from '../store/known-dates.ts';
import { ownViewsOf } from '../store/own-views.ts';
import { changesPage } from '../views/changes.ts';
import type { RiskModel } from '../views/model.ts';
import { riskPage } from '../views/risk.ts';
import { compareLast, standingAssessments } from './comparison.ts';

const risk = staffRoute({
  method: 'GET',
  path: '/cases/:id/risk',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const model = await loadRisk(ctx);
    return page(inCase(model, 'Risk', () => riskPage(model)));
  },
});

async function loadRisk(ctx: CaseContext): Promise<RiskModel> {
  const { tx, organisation, params } = ctx;
  const { id } = params;
  const model = await loadCase(ctx, id);
  const today = atTheOffice(ctx.now, model.calendar).toPlainDate();
  const [ratings, lowerings, views, dates, local, assessments, received, heard] = await Promise.all([
    ratingsOf(tx, organisation, id),
    loweringsOf(tx, organisation, id),
    ownViewsOf(tx, organisation, id),
    datesOf(tx, organisation, id),
    thresholdFor(tx, organisation, id, today),
    assessmentsOf(tx, organisation, id),
    receivedOf(tx, organisation, id),
    meetingsOn(tx, organisation, today),
    recordView(ctx, id, 'Risk'),
  ]);
  const standing = standingAssessments(assessments);
  const last = standing.find(({ instrument }) => dashes.includes(instrument)) ?? standing[0];
  const [triggers, compared, answered] = await Promise.all([
    triggersSince(tx, organisation, id, ratings[0]?.ratedAt ?? null),
    compareLast(tx, organisation, assessments),
    last ? answersOf(tx, organisation, last.id) : null,
  ]);
  const changes = compared.find(({ after }) => after.id === last?.id)?.changes ?? null;
  const near = dates
    .filter(({ endedAt }) => endedAt === null)
    .map(({ kind, onDate }) => ({ kind, daysLeft: daysLeft(onDate, today) }));
  const prompts = promptsFor({
    instrument: answered?.instrument.id ?? 'dash',
    answers: answered?.answers ?? new Map(),
    changes: changes ?? [],
    level: ratings[0]?.level ?? null,
    ownView: views[0] ? levelOfView(views[0].view) : null,
    dates: near,
  });
  return {
    ...model,
    ratings,
    lowerings,
    views,
    dates,
    local,
    meetings: heard.filter(({ areaId }) => areaId === local.area?.id),
    assessments,
    received,
    triggers,
    changes,
    prompts,
  };
}

const history = staffRoute({
  method: 'GET',
  path: '/cases/:id/risk/history.svg',
  params: caseParams,
  within: ({ id }) => `/cases/${id}/risk`,
  may: 'case.see',
  records: { nothing: 'It is a picture in a page whose viewing is recorded, with the same levels.' },
  handle: async (ctx) => {
    const { calendar } = await loadCase(ctx, ctx.params.id);
    const ratings = await ratingsOf(ctx.tx, ctx.organisation, ctx.params.id);
    if (ratings.length === 0) throw notFound();
    const steps = ratings.map(({ level, ratedAt }) => ({ level, from: ratedAt })).toReversed();
    const body = await historyChart(steps, ctx.now, calendar.rules.timeZone);
    return file({ name: null, type: 'image/svg+xml', body });
  },
});

const changes = staffRoute({
  method: 'GET',
  path: '/cases/:id/risk/changes',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { tx, organisation, params } = ctx;
    const model = await loadCase(ctx, params.id);
    const assessments = await assessmentsOf(tx, organisation, params.id);
    const [compared] = await Promise.all([
      compareLast(tx, organisation, assessments),
      recordView(ctx, params.id, 'Risk'),
    ]);
    return page(inCase(model, 'Since last time', () => changesPage({ ...model, compared })));
  },
});

export const riskRoutes: readonly Route[] = [risk, history, changes];
