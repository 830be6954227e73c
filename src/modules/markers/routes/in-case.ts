import type { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { changedMeanwhile } from '#modules/case-file/pure.ts';
import { today } from '#rules/calendar.ts';
import { allowed, type CaseId, type PropertyId, refused, type Verdict } from '#rules/facts.ts';
import { placingForm, reviewForm } from '../forms.ts';
import { paths } from '../paths.ts';
import { markersOfCase } from '../store/kept.ts';
import { placeMarker } from '../store/place.ts';
import { reviewMarker } from '../store/reviews.ts';
import { textsOf } from '../store/wordings.ts';
import { markersPage, newInCasePage, reviewInCasePage } from '../views/in-case.ts';
import { keptFacts } from '../views/to-review.ts';
import { decisionOf } from './decision.ts';

const list = staffRoute({
  method: 'GET',
  path: '/cases/:id/markers',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, markers] = await Promise.all([
      loadCase(ctx, id),
      markersOfCase(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Markers'),
    ]);
    const mayPlace = onAHome(model.file.propertyId);
    return page(
      inCase(model, 'Markers', () => markersPage({ ...model, markers, mayPlace, today: today(ctx) })),
    );
  },
});

function onAHome(propertyId: PropertyId | null): Verdict {
  if (propertyId !== null) return allowed;
  return refused('The home of this case is not known yet, so no marker can stand on it.', 'need-to-know');
}

const placing = caseFormPage({
  path: '/cases/:id/markers/new',
  params: caseParams,
  may: 'marker.manage',
  records: 'marker.placed',
  title: 'Place a marker',
  draft: ({ id }) => ({ form: 'marker', about: id }),
  version: adds,
  load: async (ctx, loading) => {
    const { file } = await loading;
    return {
      texts: await textsOf(ctx.tx, ctx.organisation),
      mayPlace: onAHome(file.propertyId),
    };
  },
  schema: (ctx, _, { texts }) => placingForm(texts, today(ctx)),
  fresh: (ctx) => dayFields('reviewOn', today(ctx).add({ months: 3 })),
  view: newInCasePage,
  save: async (ctx, marker, { file }, { mayPlace }) => {
    insist(mayPlace);
    const { propertyId, id: caseId } = file;
    if (!propertyId) throw notFound();
    await placeMarker(ctx.tx, ctx, { ...marker, propertyId, caseId });
    return { to: paths.ofCase(caseId), said: 'The marker is placed' };
  },
});

const markerParams = ids('id', 'marker') as unknown as z.ZodType<{
  readonly id: CaseId;
  readonly marker: string;
}>;

const review = caseFormPage({
  path: '/cases/:id/markers/:marker/review',
  params: markerParams,
  may: 'marker.manage',
  records: ['marker.reviewed', 'marker.ended'],
  title: 'Review a marker',
  draft: ({ marker }) => ({ form: 'marker-review', about: marker }),
  load: async (ctx) => {
    const markers = await markersOfCase(ctx.tx, ctx.organisation, ctx.params.id);
    const marker = markers.find((each) => each.id === ctx.params.marker && each.endedAt === null);
    if (!marker) throw notFound();
    return marker;
  },
  schema: (ctx) => reviewForm(today(ctx)),
  version: (_, marker) => marker.version,
  now: ({ calendar, now }, marker) =>
    changedMeanwhile(
      keptFacts(marker, calendar, now.toZonedDateTimeISO(calendar.rules.timeZone).toPlainDate()),
    ),
  view: (model, form, marker, ctx, meanwhile) =>
    reviewInCasePage({ ...model, today: today(ctx) }, form, marker, meanwhile),
  save: async (ctx, value, _, marker) => {
    if (!(await reviewMarker(ctx.tx, ctx, marker, decisionOf(value)))) throw new Fault('stale');
    return { to: paths.ofCase(ctx.params.id), said: 'Saved' };
  },
});

export const inCaseRoutes: readonly Route[] = [list, ...placing, ...review];
