import { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { insist } from '#kit/http/errors.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { mayReadReaders } from '../readers.ts';
import { usesOfCase } from '../store/emergency-uses.ts';
import { readersOf } from '../store/readers.ts';
import { readersPage } from '../views/readers.ts';

const readers = staffRoute({
  method: 'GET',
  path: '/cases/:id/access/readers',
  params: caseParams,
  query: z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) }),
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const { page: number } = ctx.query;
    const [model, found, uses] = await Promise.all([
      loadCase(ctx, id),
      readersOf(ctx.tx, ctx.organisation, id, { page: number, timeZone: ctx.pack.calendar.timeZone }),
      usesOfCase(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Who opened this case'),
    ]);
    const manages = ctx.who.roles.includes('da_manager');
    insist(mayReadReaders(model.file, { staff: ctx.staff, manages }));
    return page(
      inCase(model, 'Who opened this case', () => readersPage({ ...model, ...found, page: number, uses })),
    );
  },
});

export const readersRoutes: readonly Route[] = [readers];
