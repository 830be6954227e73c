import { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { listStaff } from '#modules/account/index.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { coverFor } from '../cover.ts';
import { isAway } from '../duty.ts';
import { type Absence, absencesBetween } from '../store/absences.ts';
import { ownWeeks } from '../store/weeks.ts';
import { type AbsenceRow, type RotaModel, rotaPage } from '../views/rota.ts';
import { mondayOf, onDutyAt, rotaWeek, spanOfWeek } from '../week.ts';
import { mayManage, teamOf } from './form-parts.ts';

const query = z.object({ week: z.iso.date().optional().catch(undefined) });
/** How far ahead an absence is listed. */
const ahead = Temporal.Duration.from({ hours: 24 * 180 });

export const rotaRoutes = [
  staffRoute({
    method: 'GET',
    path: '/rota',
    may: 'diary.own',
    records: 'rota.viewed',
    query,
    async handle(ctx) {
      const model = await rotaModel(ctx, ctx.query.week);
      await record(ctx.tx, ctx, { name: 'rota.viewed' });
      return page({ title: 'Rota', paper: 'page', main: () => rotaPage(model) });
    },
  }),
];

async function rotaModel(ctx: StaffContext, asked: string | undefined): Promise<RotaModel> {
  const { tx, organisation, now, csrf, calendar } = ctx;
  const today = atTheOffice(now, calendar).toPlainDate();
  const monday = mondayOf(asked ? Temporal.PlainDate.from(asked) : today);
  const [team, everybody, thisWeek, coming] = await Promise.all([
    teamOf(ctx),
    listStaff(tx, organisation),
    absencesBetween(tx, organisation, spanOfWeek(monday, calendar)),
    absencesBetween(tx, organisation, { from: now, to: now.add(ahead) }),
  ]);
  const weeks = await ownWeeks(
    tx,
    organisation,
    team.map(({ id }) => id),
  );
  const rowOf = absenceRow(ctx, coming, everybody);
  return {
    monday,
    now,
    calendar,
    week: rotaWeek({ monday, team, weeks, absences: thisWeek }, calendar),
    onDuty: onDutyAt(now, { team, weeks, absences: coming }, calendar),
    absences: coming.filter(({ staffId }) => team.some(({ id }) => id === staffId)).map(rowOf),
    mayManage: mayManage(ctx),
    csrf,
    newSubmission: newId<string>,
  };
}

function absenceRow(
  ctx: StaffContext,
  coming: readonly Absence[],
  everybody: Awaited<ReturnType<typeof listStaff>>,
): (absence: Absence) => AbsenceRow {
  const named = (id: string | undefined) => everybody.find((each) => each.id === id)?.name ?? null;
  return (absence) => {
    const { staffId, from, until } = absence;
    const at = Temporal.Instant.compare(from, ctx.now) > 0 ? from : ctx.now;
    const away = coming.filter((other) => isAway([other], at));
    return {
      id: absence.id,
      staffId,
      from,
      until,
      name: named(staffId) ?? 'Somebody who has left',
      coveredBy: named(coverFor(staffId, everybody, away)[0]),
      mayEnd: staffId === ctx.staff || mayManage(ctx),
    };
  };
}
