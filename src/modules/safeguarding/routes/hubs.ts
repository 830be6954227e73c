import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce, formPage } from '#kit/http/form-page.ts';
import { ids, type Route } from '#kit/http/route.ts';
import { may } from '#rules/may.ts';
import { hubEndingForm, hubForm } from '../forms/hub-form.ts';
import { paths } from '../paths.ts';
import { addHub, endHub, hubsOf } from '../store/hubs.ts';
import { endHubPage, hubsPage } from '../views/hubs.ts';

const title = 'Where to refer';
const openToAll = { nothing: 'Services of councils, and which colleague wrote them down.' };

const hubs = formPage({
  path: paths.hubs,
  may: 'hub.manage',
  seenBy: 'hub.see',
  records: 'hub.added',
  shown: { records: openToAll },
  load: (ctx) => hubsOf(ctx.tx, ctx.organisation),
  schema: () => hubForm,
  version: adds,
  draft: () => ({ form: 'hub', about: null }),
  view: (form, found, ctx) => ({
    title,
    main: () =>
      hubsPage(form, found, { calendar: ctx.calendar, manages: may(ctx.who.roles, 'hub.manage').allowed }),
  }),
  save: async (ctx, hub) => {
    if (!(await addHub(ctx.tx, ctx, hub)))
      return { errors: { name: 'It is on record for that area already' } };
    return { to: paths.hubs, said: 'Saved' };
  },
});

const ending = formPage({
  path: '/hubs/:hub/ending',
  params: ids('hub'),
  may: 'hub.manage',
  records: 'hub.ended',
  shown: { records: openToAll },
  version: endsOnce,
  draft: ({ hub }) => ({ form: 'hub-ending', about: hub }),
  load: async (ctx) => {
    const found = (await hubsOf(ctx.tx, ctx.organisation)).find(({ id }) => id === ctx.params.hub);
    if (!found) throw notFound();
    return found;
  },
  schema: () => hubEndingForm,
  view: (form, hub) => ({ title, main: () => endHubPage(form, hub) }),
  save: async (ctx, { why }, hub) => {
    if (!(await endHub(ctx.tx, ctx, hub.id, why.trim()))) return { second: true };
    return { to: paths.hubs, said: 'Nobody is referred there any more' };
  },
});

export const hubRoutes: readonly Route[] = [...hubs, ...ending];
