import type { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext } from '#kit/http/route.ts';
import type { StaffId } from '#rules/facts.ts';
import { officeWeek } from '../duty.ts';
import { weekFields, weekForm } from '../forms.ts';
import { paths } from '../paths.ts';
import { changeWeek, ownWeek } from '../store/weeks.ts';
import { hoursNow, hoursPage } from '../views/hours.ts';
import { teamOf } from './form-parts.ts';

const own = hoursForm({
  path: '/rota/hours',
  may: 'diary.own',
  shown: { records: { nothing: 'One’s own hours.' } },
  draft: () => ({ form: 'hours', about: null }),
  whose: ({ staff }: StaffContext) => staff,
});

const colleague = hoursForm({
  path: '/rota/colleagues/:id/hours',
  params: ids('id') as z.ZodType<{ readonly id: StaffId }>,
  may: 'rota.manage',
  shown: { records: { nothing: 'The rota shows the same hours.' } },
  draft: ({ id }) => ({ form: 'hours', about: id }),
  whose: ({ params }) => params.id,
});

interface HoursOf<P>
  extends Pick<Parameters<typeof formPage<P, unknown, unknown, unknown>>[0], 'path' | 'params' | 'draft'> {
  readonly may: 'diary.own' | 'rota.manage';
  readonly shown: { readonly records: { readonly nothing: string } };
  readonly whose: (ctx: StaffContext<P>) => StaffId;
}

/** One's own hours, and by a manager those of somebody in the team. */
function hoursForm<P>({ whose, ...form }: HoursOf<P>): readonly Route[] {
  return formPage({
    ...form,
    records: 'staff-hours.changed',
    load: async (ctx: StaffContext<P>) => {
      const staffId = whose(ctx);
      const colleague = (await teamOf(ctx)).find(({ id }) => id === staffId);
      if (!colleague) throw notFound();
      const { week, version } = await ownWeek(ctx.tx, ctx.organisation, staffId);
      const name = staffId === ctx.staff ? null : colleague.name;
      return { staffId, name, version, typed: weekFields(week ?? officeWeek(ctx.calendar)) };
    },
    schema: () => weekForm,
    fresh: (_, { typed }) => typed,
    version: ({ version }) => version,
    now: ({ typed }) => hoursNow(typed),
    view: (fields, { name }, _, meanwhile) => ({
      title: 'Hours',
      main: () => hoursPage({ ...fields, name, meanwhile }),
    }),
    save: async (ctx, week, { staffId, version }) => {
      await changeWeek(ctx.tx, ctx, { staffId, week, version });
      return { to: paths.rota, said: 'The hours are saved' };
    },
  });
}

export const hoursRoutes: readonly Route[] = [...own, ...colleague];
