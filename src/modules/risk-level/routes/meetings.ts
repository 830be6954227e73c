import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import type { Route } from '#kit/http/route.ts';
import { today } from '#rules/calendar.ts';
import { meetingForm } from '../forms/meeting-form.ts';
import { thresholdPaths as paths } from '../paths.ts';
import { addMeeting } from '../store/meetings.ts';
import { areasOf } from '../store/thresholds.ts';
import { meetingPage } from '../views/meetings.ts';
import { areaParams, sets } from './settings.ts';

export const meetingRoutes: readonly Route[] = formPage({
  ...sets,
  path: '/risk/areas/:area/meetings/new',
  params: areaParams,
  version: adds,
  draft: ({ area: about }) => ({ form: 'area-meeting', about }),
  load: async (ctx) => {
    const found = (await areasOf(ctx.tx, ctx.organisation)).find(({ id }) => id === ctx.params.area);
    if (!found) throw notFound();
    return found;
  },
  schema: (ctx) => meetingForm(today(ctx)),
  fresh: () => ({ held: 'held' }),
  view: (form, area) => ({
    title: 'Set what is heard',
    backLink: { href: paths.area(area.id), text: 'Local area' },
    main: () => meetingPage(form, area),
  }),
  save: async (ctx, { kind, held, from, words, source, checked }, { id: areaId }) => {
    const about = { areaId, kind, words, from, source, checkedOn: checked };
    await addMeeting(ctx.tx, ctx, { ...about, held: held === 'held', monthOnly: false, known: 'said_here' });
    return { to: paths.area(areaId), said: 'Saved' };
  },
});
