import type { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { awayEndingForm, awayForm, placeEndingForm, placeForm } from '../forms/place-forms.ts';
import { paths } from '../paths.ts';
import { type Away, awayOf, endAway, goAway } from '../store/away.ts';
import { endPlace, placesOf, recordPlace } from '../store/places.ts';
import { awayEndingPage, awayPage, placeEndingPage, placePage } from '../views/forms.ts';
import { title } from './params.ts';

const placeParams = ids('id', 'place') as z.ZodType<{ readonly id: CaseId; readonly place: string }>;
const awayParams = ids('id', 'away') as z.ZodType<{ readonly id: CaseId; readonly away: string }>;

const place = caseFormPage({
  path: '/cases/:id/moves/places/new',
  params: caseParams,
  may: 'case.work',
  records: 'move.places-asked',
  title,
  draft: ({ id }) => ({ form: 'move-place', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx) => placeForm(today(ctx)),
  fresh: (ctx) => dayFields('asked', today(ctx)),
  view: (model, form) => placePage(model, form),
  save: async (ctx, value) => {
    const caseId = ctx.params.id;
    await recordPlace(ctx.tx, ctx, { ...value, caseId });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const placeEnding = caseFormPage({
  path: '/cases/:id/moves/places/:place/ending',
  params: placeParams,
  may: 'case.work',
  records: 'move.place-ended',
  title,
  draft: ({ place: about }) => ({ form: 'move-place-ending', about }),
  version: endsOnce,
  load: async (ctx, loading) => {
    await loading;
    const all = await placesOf(ctx.tx, ctx.organisation, ctx.params.id);
    const found = all.find(({ id, endedAt }) => id === ctx.params.place && endedAt === null);
    if (!found) throw notFound();
    return found;
  },
  schema: () => placeEndingForm,
  view: placeEndingPage,
  save: async (ctx, { why }) => {
    const { id: caseId, place: placeId } = ctx.params;
    await endPlace(ctx.tx, ctx, { caseId, placeId, why: why.trim() });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const away = caseFormPage({
  path: '/cases/:id/moves/away/new',
  params: caseParams,
  may: 'case.work',
  records: 'move.away',
  title,
  draft: ({ id }) => ({ form: 'move-away', about: id }),
  version: (_, [last]: readonly Away[]) => last?.id ?? '',
  load: (ctx) => awayOf(ctx.tx, ctx.organisation, ctx.params.id),
  schema: (ctx) => awayForm(today(ctx)),
  fresh: (ctx) => dayFields('since', today(ctx)),
  view: (model, form) => awayPage(model, form),
  save: async (ctx, value) => {
    const caseId = ctx.params.id;
    await goAway(ctx.tx, ctx, { ...value, caseId });
    return { to: paths.ofCase(caseId), said: 'Saved. They keep their home' };
  },
});

const awayEnding = caseFormPage({
  path: '/cases/:id/moves/away/:away/ending',
  params: awayParams,
  may: 'case.work',
  records: 'move.away-ended',
  title,
  draft: ({ away: about }) => ({ form: 'move-away-ending', about }),
  version: endsOnce,
  load: async (ctx, loading) => {
    await loading;
    const all = await awayOf(ctx.tx, ctx.organisation, ctx.params.id);
    const found = all.find(({ id, endedAt }) => id === ctx.params.away && endedAt === null);
    if (!found) throw notFound();
    return found;
  },
  schema: () => awayEndingForm,
  view: (model, form) => awayEndingPage(model, form),
  save: async (ctx, value) => {
    const { id: caseId, away: awayId } = ctx.params;
    await endAway(ctx.tx, ctx, { ...value, caseId, awayId });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

export const placeRoutes: readonly Route[] = [...place, ...placeEnding, ...away, ...awayEnding];
