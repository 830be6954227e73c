import { z } from 'zod';
import { file, type Page, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { openRoute, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { momentInWords } from '#rules/moment.ts';
import { whoWouldLearn } from '#rules/who-would-learn.ts';
import { feedText } from '../feed.ts';
import { paths } from '../paths.ts';
import { makeFeed, ownFeed, readFeed, revokeFeed } from '../store/feeds.ts';
import { feedPage } from '../views/feed.ts';

export const feedRoutes: readonly Route[] = [
  staffRoute({
    method: 'GET',
    path: '/diary/link',
    may: 'diary.own',
    records: { nothing: 'Whether one has a link oneself.' },
    handle: async (ctx) => page(await shown(ctx, null)),
  }),
  staffRoute({
    method: 'POST',
    path: '/diary/link',
    may: 'diary.own',
    records: 'diary-feed.made',
    perMinute: 10,
    async handle(ctx) {
      const piece = await makeFeed(ctx.tx, ctx);
      return page(await shown(ctx, `${ctx.services.settings.staffUrl}/calendars/${piece}/appointments.ics`));
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/diary/link/end',
    may: 'diary.own',
    records: 'diary-feed.revoked',
    async handle(ctx) {
      await revokeFeed(ctx.tx, ctx);
      return redirect(paths.feed, 'The link has ended');
    },
  }),
  /** Read by calendars, which cannot sign in: whoever has the secret learns when, and nothing else. */
  openRoute({
    method: 'GET',
    path: '/calendars/:calendar/appointments.ics',
    may: 'public.visit',
    records: 'diary-feed.read',
    params: z.object({ calendar: z.string().max(200) }),
    async handle(ctx) {
      // A calendar reads for many colleagues from one address: each link has its own bound.
      await ctx.bound(ctx.params.calendar, 30);
      await ctx.bound(ctx.address, 600);
      const items = await readFeed(ctx.services, ctx.params.calendar);
      if (items === null) throw notFound();
      return file({
        name: 'appointments.ics',
        type: 'text/calendar; charset=utf-8',
        body: feedText(items, ctx.now),
      });
    },
  }),
];

async function shown(ctx: StaffContext, fresh: string | null): Promise<Page> {
  const feed = await ownFeed(ctx.tx, ctx.organisation, ctx.staff);
  const calendar = ctx.calendar;
  const words = (instant: Temporal.Instant | null) => instant && momentInWords(instant, calendar);
  const model = {
    made: words(feed?.madeAt ?? null),
    read: words(feed?.readAt ?? null),
    fresh,
    learners: whoWouldLearn({ by: ['calendar'], to: 'own_calendar' }, ctx.pack.words),
    csrf: ctx.csrf,
    newSubmission: newId<string>,
  };
  return { title: 'My diary in my own calendar', main: () => feedPage(model) };
}
