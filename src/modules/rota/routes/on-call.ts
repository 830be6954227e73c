import { page, redirect } from '#kit/http/answers.ts';
import { Fault } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { closedFrom, gapsAhead, gapsOnCall } from '../on-call.ts';
import { onCallForm } from '../on-call-form.ts';
import { paths } from '../paths.ts';
import { addOnCall, endOnCall, onCallBetween } from '../store/on-call.ts';
import { newOnCallPage, onCallPage } from '../views/on-call.ts';
import { mayManage, teamOf } from './form-parts.ts';

/** How far ahead it is listed who is on call. */
const listed = Temporal.Duration.from({ hours: 24 * 60 });

const shown = staffRoute({
  method: 'GET',
  path: paths.onCall,
  may: 'diary.own',
  records: 'rota.viewed',
  async handle(ctx) {
    const { tx, organisation, now, calendar, csrf } = ctx;
    const duties = await onCallBetween(tx, organisation, { from: now, to: now.add(listed) });
    await record(tx, ctx, { name: 'rota.viewed', data: { part: 'on-call' } });
    const gaps = gapsOnCall(duties, now, calendar, gapsAhead);
    const model = {
      duties,
      gaps,
      now,
      calendar,
      csrf,
      mayManage: mayManage(ctx),
      newSubmission: newId<string>,
    };
    return page({ title: 'On call', main: () => onCallPage(model) });
  },
});

const added = formPage({
  path: paths.newOnCall,
  may: 'rota.manage',
  records: 'on-call.added',
  shown: { records: { nothing: 'An empty form.' } },
  version: adds,
  draft: () => ({ form: 'on-call', about: null }),
  load: teamOf,
  schema: (ctx) => onCallForm(ctx.calendar, ctx.now),
  fresh: (ctx) => {
    const { from, to } = closedFrom(ctx.now, ctx.calendar);
    const { timeZone } = ctx.calendar.rules;
    return { ...momentFields('from', from, timeZone), ...momentFields('until', to, timeZone) };
  },
  view: (form, team) => ({ title: 'On call', main: () => newOnCallPage({ ...form, team }) }),
  save: async (ctx, duty, team) => {
    const known = (id: string | null) => team.some((member) => member.id === id);
    const unknown = 'Choose somebody from the list';
    if (!known(duty.staffId)) return { errors: { staffId: unknown } };
    if (duty.secondId !== null && !known(duty.secondId)) return { errors: { secondId: unknown } };
    await addOnCall(ctx.tx, ctx, duty);
    return { to: paths.onCall, said: 'Saved' };
  },
});

const ended = staffRoute({
  method: 'POST',
  path: '/rota/on-call/:id/ending',
  may: 'rota.manage',
  records: 'on-call.ended',
  params: ids('id'),
  async handle(ctx) {
    if (!(await endOnCall(ctx.tx, ctx, ctx.params.id))) throw new Fault('stale');
    return redirect(paths.onCall, 'Taken off');
  },
});

export const onCallRoutes: readonly Route[] = [shown, ...added, ended];
