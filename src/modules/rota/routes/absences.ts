import { redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { today } from '#rules/calendar.ts';
import { refused } from '#rules/facts.ts';
import { explain, may } from '#rules/may.ts';
import { type AbsenceTyped, absenceForm } from '../forms.ts';
import { paths } from '../paths.ts';
import { awayAt, findAbsence, recordAbsence, recordReturn } from '../store/absences.ts';
import { absencePage } from '../views/absence.ts';
import { mayManage, teamOf } from './form-parts.ts';

const newAbsence = formPage({
  path: '/rota/absences/new',
  may: 'diary.own',
  records: 'absence.recorded',
  shown: { records: { nothing: 'An empty form.' } },
  version: adds,
  draft: () => ({ form: 'absence', about: null }),
  load: teamOf,
  schema: (ctx) => absenceForm(ctx.calendar),
  fresh: (ctx) => ({ staffId: ctx.staff, ...dayFields('first', today(ctx)) }),
  view: (form, team, ctx) => ({
    title: 'Record an absence',
    main: () => absencePage({ ...form, team, mayManage: mayManage(ctx) }),
  }),
  save: async (ctx, typed, team) => {
    const absence = { ...typed, staffId: typed.staffId ?? ctx.staff };
    if (absence.staffId !== ctx.staff) insist(may(ctx.who.roles, 'rota.manage'));
    const errors = await problems(ctx, absence, team);
    if (errors) return { errors };
    await recordAbsence(ctx.tx, ctx, absence);
    return { to: paths.rota, said: 'The absence is recorded' };
  },
});

const comesBack = staffRoute({
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
});

/** Whoever covers is there when it begins; both are of the team. */
async function problems(
  ctx: StaffContext,
  { staffId, deputyId, from }: AbsenceTyped,
  team: Awaited<ReturnType<typeof teamOf>>,
) {
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

export const absenceRoutes: readonly Route[] = [...newAbsence, comesBack];
