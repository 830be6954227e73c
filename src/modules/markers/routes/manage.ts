import { changedMeanwhile } from '#kit/components/form.ts';
import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { propertySummary } from '#modules/register/index.ts';
import { today } from '#rules/calendar.ts';
import { may } from '#rules/may.ts';
import { placingForm, reviewForm } from '../forms.ts';
import { paths } from '../paths.ts';
import { findKept, markersOf } from '../store/kept.ts';
import { placeMarker } from '../store/place.ts';
import { reviewMarker } from '../store/reviews.ts';
import { textsOf } from '../store/wordings.ts';
import { newAtHomePage } from '../views/home.ts';
import { keptFacts, reviewPage, toReviewPage } from '../views/to-review.ts';
import { decisionOf } from './decision.ts';
import { homeParams } from './read.ts';

const own = { nothing: 'One’s own list, without a home.' };

const toReview = staffRoute({
  method: 'GET',
  path: '/markers/review',
  may: 'marker.manage',
  records: own,
  handle: async (ctx) => {
    const day = today(ctx);
    const manages = may(ctx.who.roles, 'case.grant').allowed;
    const markers = await markersOf(ctx.tx, ctx.organisation, { staff: ctx.staff, manages, today: day });
    return page({ title: 'Markers to review', main: () => toReviewPage({ markers, today: day }) });
  },
});

const newAtHome = formPage({
  path: '/homes/:id/markers/new',
  params: homeParams,
  may: 'marker.manage',
  records: 'marker.placed',
  shown: { records: { nothing: 'An empty form.' } },
  version: adds,
  draft: ({ id }) => ({ form: 'home-marker', about: id }),
  load: async (ctx) => {
    const [home, texts] = await Promise.all([
      propertySummary(ctx.tx, ctx.organisation, ctx.params.id),
      textsOf(ctx.tx, ctx.organisation),
    ]);
    if (!home) throw notFound();
    return { home, texts };
  },
  schema: (ctx, { texts }) => placingForm(texts, today(ctx)),
  fresh: (ctx) => dayFields('reviewOn', today(ctx).add({ months: 3 })),
  view: (form, { home, texts }) => ({
    title: 'Place a marker',
    main: () => newAtHomePage(home, form, texts),
    backLink: { href: paths.home(home.id), text: 'Markers at this home' },
  }),
  save: async (ctx, marker, { home }) => {
    await placeMarker(ctx.tx, ctx, { ...marker, propertyId: home.id, caseId: null });
    return { to: paths.home(home.id), said: 'The marker is placed' };
  },
});

/** Of no case: one of a case is reviewed there. */
const review = formPage({
  path: '/markers/:marker/review',
  params: ids('marker'),
  may: 'marker.manage',
  records: ['marker.reviewed', 'marker.ended'],
  shown: { records: own },
  draft: ({ marker }) => ({ form: 'marker-review', about: marker }),
  load: async (ctx) => {
    const marker = await findKept(ctx.tx, ctx.organisation, ctx.params.marker);
    if (!marker || marker.caseId !== null || marker.endedAt !== null) throw notFound();
    return marker;
  },
  schema: (ctx) => reviewForm(today(ctx)),
  version: ({ version }) => version,
  now: (marker, ctx) => changedMeanwhile(keptFacts(marker, ctx.calendar, today(ctx))),
  view: (form, marker, ctx, meanwhile) => ({
    title: 'Review a marker',
    main: () => reviewPage(form, meanwhile ?? keptFacts(marker, ctx.calendar, today(ctx))),
    backLink: { href: paths.toReview, text: 'Markers to review' },
  }),
  save: async (ctx, value, marker) => {
    if (!(await reviewMarker(ctx.tx, ctx, marker, decisionOf(value)))) return { second: true };
    return { to: paths.toReview, said: 'Saved' };
  },
});

export const manageRoutes: readonly Route[] = [toReview, ...newAtHome, ...review];
