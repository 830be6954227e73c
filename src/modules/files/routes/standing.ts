import { page } from '#kit/http/answers.ts';
import { later, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { momentInWords } from '#rules/moment.ts';
import { filesStanding, whyStoreIsAway } from '../store/standing.ts';
import { standingPage } from '../views/standing.ts';

/** Where files lie and what looks through them, for whoever runs it: no case, no file and no secret. */
const standing = staffRoute({
  method: 'GET',
  path: '/files-kept',
  may: 'file-store.see',
  records: 'file-store.viewed',
  perMinute: 30,
  handle: async ({ services, organisation, calendar }: StaffContext) =>
    // Neither is asked while a connection to the database is held.
    later(async (again) => {
      const { store, scanner } = services.files;
      const [away, scans] = await Promise.all([whyStoreIsAway(services, organisation), scanner?.answers()]);
      const counts = await again(async (ctx) => {
        await record(ctx.tx, ctx, { name: 'file-store.viewed' });
        return filesStanding(ctx.tx);
      });
      const trouble = store.trouble?.() ?? null;
      return page({
        title: 'Where files lie',
        main: () =>
          standingPage({
            place: store.place,
            away,
            awaySince: trouble && momentInWords(trouble.since, calendar),
            scanner: scanner === null ? 'not_set_up' : { says: scans ?? null },
            counts,
          }),
      });
    }),
});

export const standingRoutes: readonly Route[] = [standing];
