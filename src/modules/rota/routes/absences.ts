import { parseForm } from '#kit/forms.ts';
import { type Answer, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { ids, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { today } from '#rules/calendar.ts';
import { refused } from '#rules/facts.ts';
import { explain, may } from '#rules/may.ts';
import { type AbsenceTyped, absenceForm } from '../forms.ts';
import { paths } from '../paths.ts';
import { awayAt, findAbsence, recordAbsence, recordReturn } from '../store/absences.ts';
import { absencePage } from '../views/absence.ts';
import { formFor, mayManage, teamOf } from './asked.ts';

export const absenceRoutes = [
  staffRoute({
    method: 'GET',
    path: '/rota/absences/new',
    may: 'diary.own',
    records: { nothing: 'An empty form.' },
    async handle(ctx) {
      const typed = { staffId: ctx.staff, ...dayFields('first', today(ctx)) };
      return page(await shown(ctx, { typed, errors: {} }));
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/rota/absences/new',
    may: 'diary.own',
    records: 'absence.recorded',
    async handle(ctx): Promise<Answer> {
      const parsed = parseForm(absenceForm(ctx.calendar), ctx.body);
      if (!parsed.ok) return invalid(await shown(ctx, parsed));
      const absence = { ...parsed.value, staffId: parsed.value.staffId ?? ctx.staff };
      if (absence.staffId !== ctx.staff) insist(may(ctx.who.roles, 'rota.manage'));
      const errors = await problems(ctx, absence);
      if (errors) return invalid(await shown(ctx, { typed: parsed.typed, errors }));
      await recordAbsence(ctx.tx, ctx, absence);
      return redirect(paths.rota, 'The absence is recorded');
    },
  }),
  staffRoute({
    method: 'POST',
    path: '/rota/absences/:id/return',
    may: 'diary.own',
    records: 'absence.ended',
    params: ids('id'),
    async handle(ctx) {
      const absence = await findAbsence(ctx.tx, ctx.organisation, ctx.params.id);
      if (!absence) throw notFound();
      const { otherwise, basis } = explain('rota.manage');
      if (absence.staffId !== ctx.staff && !mayManage(ctx)) insist(refused(otherwise, basis));
      await recordReturn(ctx.tx, ctx, absence);
      return redirect(paths.rota, 'Recorded');
    },
  }),
];

/** Whoever covers is there when it begins; both are of the team. */
async function problems(ctx: StaffContext, { staffId, deputyId, from }: AbsenceTyped) {
  const team = await teamOf(ctx);
  if (!team.some(({ id }) => id === staffId)) return { staffId: 'Choose somebody from the list' };
  if (deputyId === null) return null;
  if (!team.some(({ id }) => id === deputyId)) return { deputyId: 'Choose somebody from the list' };
  if (deputyId === staffId) return { deputyId: 'Choose somebody else: nobody covers for themselves' };
  const at = Temporal.Instant.compare(from, ctx.now) > 0 ? from : ctx.now;
  const away = await awayAt(ctx.tx, ctx.organisation, at);
  return away.some((each) => each.staffId === deputyId)
    ? { deputyId: 'This colleague is away then too. Choose somebody else' }
    : null;
}

async function shown(ctx: StaffContext, typed: Parameters<typeof formFor>[2]): Promise<Page> {
  const form = formFor(ctx, paths.newAbsence, typed);
  const model = { ...form, team: await teamOf(ctx), mayManage: mayManage(ctx) };
  return { title: 'Record an absence', main: () => absencePage(model) };
}
