import { page } from '#kit/http/answers.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { today } from '#rules/calendar.ts';
import { paths } from '../paths.ts';
import { yearsUntil } from '../store/totals.ts';
import { waitsOf } from '../store/waits.ts';
import { waitsPage } from '../views/waits.ts';

const waits = staffRoute({
  method: 'GET',
  path: paths.waits,
  may: 'board.see',
  records: 'waits.viewed',
  async handle(ctx) {
    const [years] = await Promise.all([
      waitsOf(ctx.tx, yearsUntil(today(ctx))),
      record(ctx.tx, ctx, { name: 'waits.viewed' }),
    ]);
    return page({ title: 'How long people wait', main: () => waitsPage(years) });
  },
});

export const waitRoutes: readonly Route[] = [waits];
