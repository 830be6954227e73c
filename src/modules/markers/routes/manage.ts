import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { conflicting, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { dayFields } from '#kit/typed-day.ts';
import type { FormModel } from '#modules/case-file/pure.ts';
import { propertySummary } from '#modules/register/index.ts';
import { today } from '#rules/calendar.ts';
import type { PropertyId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { placingForm, reviewForm } from '../forms.ts';
import { paths } from '../paths.ts';
import { findKept, type KeptMarker, markersOf } from '../store/kept.ts';
import { placeMarker } from '../store/place.ts';
import { reviewMarker } from '../store/reviews.ts';
import { textsOf } from '../store/wordings.ts';
import { newAtHomePage } from '../views/home.ts';
import { reviewPage, toReviewPage } from '../views/to-review.ts';
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

type HomeContext = StaffContext<{ readonly id: PropertyId }>;

const newAtHome = staffRoute({
  method: 'GET',
  path: '/homes/:id/markers/new',
  params: homeParams,
  may: 'marker.manage',
  records: { nothing: 'An empty form.' },
  handle: async (ctx) => {
    const fresh = dayFields('reviewOn', today(ctx).add({ months: 3 }));
    return page(await placing(ctx, { values: fresh, errors: {} }));
  },
});

const place = staffRoute({
  method: 'POST',
  path: '/homes/:id/markers/new',
  params: homeParams,
  may: 'marker.manage',
  records: 'marker.placed',
  handle: async (ctx) => {
    const { id: propertyId } = ctx.params;
    const shown = (form: FormState) => placing(ctx, form);
    const texts = await textsOf(ctx.tx, ctx.organisation);
    const parsed = parseForm(placingForm(texts, today(ctx)), ctx.body);
    if (!parsed.ok) return invalid(await shown({ values: parsed.typed, errors: parsed.errors }));
    if (!(await propertySummary(ctx.tx, ctx.organisation, propertyId))) throw notFound();
    await placeMarker(ctx.tx, ctx, { ...parsed.value, propertyId, caseId: null });
    return redirect(paths.home(propertyId), 'The marker is placed');
  },
});

async function placing(ctx: HomeContext, form: FormState): Promise<Page> {
  const { id } = ctx.params;
  const [home, texts] = await Promise.all([
    propertySummary(ctx.tx, ctx.organisation, id),
    textsOf(ctx.tx, ctx.organisation),
  ]);
  if (!home) throw notFound();
  const fields = formOf(ctx, form, paths.newAtHome(id));
  return {
    title: 'Place a marker',
    main: () => newAtHomePage(home, fields, texts),
    backLink: { href: paths.home(id), text: 'Markers at this home' },
  };
}

const markerParams = ids('marker');
type MarkerContext = StaffContext<{ readonly marker: string }>;

const review = staffRoute({
  method: 'GET',
  path: '/markers/:marker/review',
  params: markerParams,
  may: 'marker.manage',
  records: own,
  handle: async (ctx) => page(reviewing(ctx, await ownMarker(ctx), freshForm)),
});

const decide = staffRoute({
  method: 'POST',
  path: '/markers/:marker/review',
  params: markerParams,
  may: 'marker.manage',
  records: ['marker.reviewed', 'marker.ended'],
  handle: async (ctx) => {
    const marker = await ownMarker(ctx);
    const parsed = parseForm(reviewForm(today(ctx)), ctx.body);
    if (parsed.typed._version !== String(marker.version))
      return conflicting(reviewing(ctx, marker, { values: parsed.typed, errors: {} }));
    if (!parsed.ok) return invalid(reviewing(ctx, marker, { values: parsed.typed, errors: parsed.errors }));
    if (!(await reviewMarker(ctx.tx, ctx, marker, decisionOf(parsed.value)))) throw new Fault('stale');
    return redirect(paths.toReview, 'Saved');
  },
});

/** Of no case: one of a case is reviewed there. */
async function ownMarker(ctx: MarkerContext): Promise<KeptMarker> {
  const marker = await findKept(ctx.tx, ctx.organisation, ctx.params.marker);
  if (!marker || marker.caseId !== null || marker.endedAt !== null) throw notFound();
  return marker;
}

function reviewing(ctx: MarkerContext, marker: KeptMarker, form: FormState): Page {
  const fields = formOf(ctx, form, paths.review(marker.id), marker.version);
  const known = { calendar: ctx.calendar, today: today(ctx) };
  return {
    title: 'Review a marker',
    main: () => reviewPage(marker, fields, known),
    backLink: { href: paths.toReview, text: 'Markers to review' },
  };
}

function formOf(ctx: StaffContext, form: FormState, action: string, version?: number): FormModel {
  return { form, action, csrf: ctx.csrf, submissionId: newId<string>(), version };
}

export const manageRoutes: readonly Route[] = [toReview, newAtHome, place, review, decide];
