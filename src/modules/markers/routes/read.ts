import type { z } from 'zod';
import { kept, parseForm } from '#kit/forms.ts';
import { type Answer, invalid, type Page, page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { propertySummary, searchHomes } from '#modules/register/index.ts';
import { today } from '#rules/calendar.ts';
import type { PropertyId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { searchForm } from '../forms.ts';
import { seenBy } from '../markers.ts';
import { paths } from '../paths.ts';
import { keptAtHome } from '../store/kept.ts';
import { readMarkers } from '../store/sightings.ts';
import { homePage } from '../views/home.ts';
import { type SearchModel, searchPage } from '../views/search.ts';

export const homeParams = ids('id') as unknown as z.ZodType<{ readonly id: PropertyId }>;

const newSearch = staffRoute({
  method: 'GET',
  path: paths.search,
  may: 'marker.see',
  records: { nothing: 'An empty search.' },
  handle: async (ctx) => page(shown({ ...nothingYet, csrf: ctx.csrf, manages: manages(ctx) })),
});

const search = staffRoute({
  method: 'POST',
  path: paths.search,
  may: 'marker.see',
  records: 'marker.seen',
  once: false,
  perMinute: 60,
  async handle(ctx): Promise<Answer> {
    const base = { ...nothingYet, csrf: ctx.csrf, manages: manages(ctx) };
    const asked = parseForm(searchForm, ctx.body);
    if (!asked.ok) return invalid(shown({ ...base, typed: kept(asked.typed, 'q'), kind: 'too-long' }));
    const { q } = asked.value;
    const { kind, homes, how } = await searchHomes(ctx.tx, ctx.organisation, q);
    const markers = await readMarkers(ctx.tx, ctx, {
      homes: homes.found.map((home) => home.id),
      audiences: seenBy(ctx.who.roles),
      today: today(ctx),
    });
    return page(shown({ ...base, typed: q, kind, homes: homes.found, more: homes.more, how, markers }));
  },
});

const nothingYet = {
  typed: '',
  kind: 'empty',
  homes: [],
  more: false,
  how: 'as-typed',
  markers: [],
} as const;

function shown(model: SearchModel): Page {
  return { title: 'Markers on homes', main: () => searchPage(model) };
}

const home = staffRoute({
  method: 'GET',
  path: '/homes/:id/markers',
  params: homeParams,
  may: 'marker.see',
  records: 'marker.seen',
  async handle(ctx) {
    const found = await propertySummary(ctx.tx, ctx.organisation, ctx.params.id);
    if (!found) throw notFound();
    const asked = { homes: [found.id], audiences: seenBy(ctx.who.roles), today: today(ctx) };
    const markers = await readMarkers(ctx.tx, ctx, asked);
    const keeps = manages(ctx);
    const kept = keeps
      ? await keptAtHome(ctx.tx, ctx.organisation, { propertyId: found.id, staff: ctx.staff })
      : [];
    const model = { home: found, markers, manages: keeps, kept, today: today(ctx) };
    return page({
      title: 'Markers at this home',
      main: () => homePage(model),
      backLink: { href: paths.search, text: 'Markers on homes' },
    });
  },
});

function manages(ctx: StaffContext): boolean {
  return may(ctx.who.roles, 'marker.manage').allowed;
}

export const readRoutes: readonly Route[] = [newSearch, search, home];
