import { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { mondayOf } from '#modules/rota/pure.ts';
import { atTheOffice, timeOn, today, type WorkingCalendar } from '#rules/calendar.ts';
import { diaryBetween, waitingFor } from '../store/appointments.ts';
import { owedCallsBetween } from '../store/owed-calls.ts';
import { callsAgainstNow, heldAgainstNow } from '../store/still-agreed.ts';
import { type DiaryModel, diaryPage } from '../views/diary.ts';

const date = z.iso.date().optional().catch(undefined);
const query = z.object({ week: date, day: date });
type Asked = z.infer<typeof query>;

/** One's own week or day, and the team's: what the wall lets whoever asks see, and no gap for the rest. */
export const diaryRoutes: readonly Route[] = [
  staffRoute({
    method: 'GET',
    path: '/diary',
    may: 'diary.own',
    records: 'diary.viewed',
    query,
    handle: (ctx) => show(ctx, 'mine'),
  }),
  staffRoute({
    method: 'GET',
    path: '/diary/team',
    may: 'diary.own',
    records: 'diary.viewed',
    query,
    handle: (ctx) => show(ctx, 'team'),
  }),
];

async function show(ctx: StaffContext<unknown, Asked>, whose: 'mine' | 'team') {
  const model = await load(ctx, whose);
  await record(ctx.tx, ctx, { name: 'diary.viewed', data: { whose } });
  return page({ title: 'Diary', paper: 'page', main: () => diaryPage(model) });
}

async function load(ctx: StaffContext<unknown, Asked>, whose: 'mine' | 'team'): Promise<DiaryModel> {
  const { tx, organisation, staff, now, query, calendar } = ctx;
  const present = today(ctx);
  const oneDay = query.day !== undefined;
  const chosen = Temporal.PlainDate.from(query.day ?? query.week ?? present);
  const monday = mondayOf(chosen);
  const first = oneDay ? chosen : monday;
  const count = oneDay ? 1 : 7;
  const span = { from: midnight(first, calendar), to: midnight(first.add({ days: count }), calendar) };
  const staffId = whose === 'mine' ? staff : null;
  const [listed, calls, waiting] = await Promise.all([
    diaryBetween(tx, organisation, { ...span, staffId }).then((found) => heldAgainstNow(tx, ctx, found)),
    owedCallsBetween(tx, organisation, { ...span, staffId }).then((found) => callsAgainstNow(tx, ctx, found)),
    whose === 'mine'
      ? waitingFor(tx, organisation, staff, now).then((found) => heldAgainstNow(tx, ctx, found))
      : [],
  ]);
  const on = (at: Temporal.Instant, day: Temporal.PlainDate) =>
    atTheOffice(at, calendar).toPlainDate().equals(day);
  const days = Array.from({ length: count }, (_, more) => first.add({ days: more })).map((day) => ({
    day,
    listed: listed.filter(({ startsAt }) => on(startsAt, day)),
    calls: calls.filter(({ at }) => on(at, day)),
  }));
  const shown = days.filter(
    (each) =>
      oneDay ||
      each.day.dayOfWeek <= 5 ||
      each.day.equals(present) ||
      each.listed.length + each.calls.length > 0,
  );
  return { whose, days: shown, monday, oneDay, today: present, waiting, now, calendar };
}

function midnight(day: Temporal.PlainDate, calendar: WorkingCalendar): Temporal.Instant {
  return timeOn(day, Temporal.PlainTime.from('00:00'), calendar);
}
