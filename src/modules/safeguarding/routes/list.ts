import { z } from 'zod';
import { csvText } from '#kit/documents/csv.ts';
import { file, page } from '#kit/http/answers.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { may } from '#rules/may.ts';
import { labelOf } from '#rules/words.ts';
import { listedStandings } from '../listed.ts';
import { paths } from '../paths.ts';
import { listReferrals, referralsAPage } from '../store/list.ts';
import { listPage } from '../views/list.ts';
import { titleOf } from '../words.ts';

const mostPages = 1_000;
const query = z.object({
  standing: z
    .enum(listedStandings.map(({ value }) => value))
    .nullable()
    .catch(null)
    .default(null),
  page: z.coerce.number().int().min(1).max(mostPages).catch(1).default(1),
});

const list = staffRoute({
  method: 'GET',
  path: paths.list,
  query,
  may: 'case.see',
  records: 'referrals.listed',
  handle: async (ctx) => {
    const [{ referrals, total }] = await Promise.all([
      listReferrals(ctx.tx, ctx.organisation, ctx.query),
      record(ctx.tx, ctx, { name: 'referrals.listed', data: { page: ctx.query.page } }),
    ]);
    const mayExport = may(ctx.who.roles, 'case.allocate').allowed;
    return page({
      title: 'Referrals',
      main: () =>
        listPage({
          ...{ referrals, total, ...ctx.query, pageSize: referralsAPage, mayExport },
          ...{ calendar: ctx.calendar, now: ctx.now },
        }),
    });
  },
});

/** Nothing in it says whom or what it is about; it leaves Lintel only through a manager. */
const asFile = staffRoute({
  method: 'GET',
  path: paths.listFile,
  may: 'case.allocate',
  records: 'referrals.exported',
  handle: async (ctx) => {
    const { referrals } = await listReferrals(ctx.tx, ctx.organisation, { standing: null, page: null });
    await record(ctx.tx, ctx, { name: 'referrals.exported', data: { rows: referrals.length } });
    const rows = referrals.map((each) => [
      each.reference,
      titleOf(each),
      labelOf(listedStandings, each.standing),
      each.acknowledged ? 'yes' : 'no',
      each.since.toString(),
      each.dueAt?.toString() ?? '',
      each.leadName ?? '',
    ]);
    const head = ['Reference', 'Referral', 'Stands', 'They have it', 'Since', 'Due', 'Lead'];
    return file({ name: 'list.csv', type: 'text/csv; charset=utf-8', body: csvText(head, rows) });
  },
});

export const listRoutes: readonly Route[] = [list, asFile];
