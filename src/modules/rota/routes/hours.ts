import type { z } from 'zod';
import { type FieldErrors, parseForm, type Typed } from '#kit/forms.ts';
import { type Answer, conflicting, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import type { StaffId } from '#rules/facts.ts';
import { officeWeek } from '../duty.ts';
import { weekFields, weekForm } from '../forms.ts';
import { paths } from '../paths.ts';
import { changeWeek, ownWeek } from '../store/weeks.ts';
import { hoursPage } from '../views/hours.ts';
import { formFor, teamOf } from './asked.ts';

const params = ids('id') as z.ZodType<{ readonly id: StaffId }>;

/** One's own hours, and by a manager those of somebody in the team. */
export const hoursRoutes: readonly Route[] = [
  staffRoute({
    method: 'GET',
    path: '/rota/hours',
    may: 'diary.own',
    records: { nothing: 'One’s own hours.' },
    handle: (ctx) => show(ctx, ctx.staff),
  }),
  staffRoute({
    method: 'POST',
    path: '/rota/hours',
    may: 'diary.own',
    records: 'staff-hours.changed',
    handle: (ctx) => save(ctx, ctx.staff),
  }),
  staffRoute({
    method: 'GET',
    path: '/rota/colleagues/:id/hours',
    may: 'rota.manage',
    records: { nothing: 'The rota shows the same hours.' },
    params,
    handle: (ctx) => show(ctx, ctx.params.id),
  }),
  staffRoute({
    method: 'POST',
    path: '/rota/colleagues/:id/hours',
    may: 'rota.manage',
    records: 'staff-hours.changed',
    params,
    handle: (ctx) => save(ctx, ctx.params.id),
  }),
];

async function show(ctx: StaffContext, staffId: StaffId): Promise<Answer> {
  const { week, version } = await ownWeek(ctx.tx, ctx.organisation, staffId);
  const typed = weekFields(week ?? officeWeek(ctx.calendar));
  return page(await hours(ctx, staffId, { typed, errors: {}, version }));
}

async function save(ctx: StaffContext, staffId: StaffId): Promise<Answer> {
  const { version } = await ownWeek(ctx.tx, ctx.organisation, staffId);
  const parsed = parseForm(weekForm, ctx.body);
  if (parsed.typed._version !== String(version))
    return conflicting(await hours(ctx, staffId, { typed: parsed.typed, errors: {}, version }, true));
  if (!parsed.ok) return invalid(await hours(ctx, staffId, { ...parsed, version }));
  await hours(ctx, staffId, { typed: {}, errors: {}, version });
  await changeWeek(ctx.tx, ctx, { staffId, week: parsed.value, version });
  return redirect(paths.rota, 'The hours are saved');
}

/** Throws `not-found` for anybody outside the team. */
async function hours(
  ctx: StaffContext,
  staffId: StaffId,
  typed: { typed: Typed; errors: FieldErrors; version: number },
  changedMeanwhile = false,
): Promise<Page> {
  const colleague = (await teamOf(ctx)).find(({ id }) => id === staffId);
  if (!colleague) throw notFound();
  const own = staffId === ctx.staff;
  const form = formFor(ctx, own ? paths.ownHours : paths.hours(staffId), typed);
  const name = own ? null : colleague.name;
  return { title: 'Hours', main: () => hoursPage({ ...form, name, changedMeanwhile }) };
}
