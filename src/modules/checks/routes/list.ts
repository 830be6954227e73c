import { page } from '#kit/http/answers.ts';
import { staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { waitingLateRecords } from '#modules/obligations/index.ts';
import { paths } from '../paths.ts';
import { samples } from '../store/samples.ts';
import { checksPage } from '../views/list.ts';

export const list = staffRoute({
  method: 'GET',
  path: paths.list,
  may: 'check.answer',
  records: 'checks.viewed',
  handle: async (ctx) => {
    const { tx, organisation, commitmentOf, calendar, staff } = ctx;
    const [late, drawn] = await Promise.all([
      waitingLateRecords(tx, organisation),
      samples(tx, organisation),
      record(tx, ctx, { name: 'checks.viewed' }),
    ]);
    return page({
      title: 'To look at',
      main: () => checksPage({ late, drawn, commitmentOf, calendar, viewer: staff }),
    });
  },
});
