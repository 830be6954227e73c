import { csvText } from '#kit/documents/csv.ts';
import { file, page } from '#kit/http/answers.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { listStaff } from '#modules/account/index.ts';
import { caseRoles } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { owedQuery } from '../forms/owed-query.ts';
import { stateInWords } from '../offer.ts';
import { paths } from '../paths.ts';
import { owedCounts, owedList, owedRows } from '../store/owed.ts';
import { owedPage } from '../views/owed.ts';
import { offerInWords } from '../words.ts';

const list = staffRoute({
  method: 'GET',
  path: paths.owed,
  query: owedQuery,
  may: 'case.see',
  records: 'owed.viewed',
  async handle(ctx) {
    const [found, counts, colleagues] = await Promise.all([
      owedList(ctx.tx, ctx, ctx.query),
      owedCounts(ctx.tx, ctx),
      listStaff(ctx.tx, ctx.organisation, { roles: caseRoles }),
      record(ctx.tx, ctx, { name: 'owed.viewed', data: { page: ctx.query.page } }),
    ]);
    const { calendar, now, query } = ctx;
    const mayExport = may(ctx.who.roles, 'case.allocate').allowed;
    const model = { ...found, counts, colleagues, query, calendar, now, mayExport };
    return page({ title: 'Owed to people', main: () => owedPage(model) });
  },
});

/** The whole team’s list leaves Lintel only through a manager. */
const asFile = staffRoute({
  method: 'GET',
  path: `${paths.owed}.csv`,
  query: owedQuery,
  may: 'case.allocate',
  records: 'owed.exported',
  async handle(ctx) {
    const offers = await owedRows(ctx.tx, ctx, ctx.query);
    await record(ctx.tx, ctx, { name: 'owed.exported', data: { rows: offers.length } });
    const rows = offers.map((each) => [
      each.reference,
      offerInWords({ kind: each.kind, what: '' }),
      stateInWords(each),
      each.since.toString(),
      each.dueAt?.toString() ?? '',
      each.leadName ?? '',
    ]);
    const head = ['Reference', 'What', 'How it stands', 'Since', 'Due', 'Lead'];
    return file({ name: 'list.csv', type: 'text/csv; charset=utf-8', body: csvText(head, rows) });
  },
});

export const owedRoutes: readonly Route[] = [list, asFile];
