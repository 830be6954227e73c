import { type Answer, file, page } from '#kit/http/answers.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { listStaff } from '#modules/account/index.ts';
import { casePaths as paths } from '#modules/case-file/pure.ts';
import { allowed, caseRoles } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { type CaseloadQuery, dueBefore } from '../caseload.ts';
import { caseloadQuery } from '../forms/caseload-query.ts';
import { caseload, caseloadRows } from '../store/caseload.ts';
import { caseloadPage } from '../views/caseload.ts';
import { caseloadFile } from './caseload-file.ts';

type ListContext = StaffContext<unknown, CaseloadQuery>;

const mine = staffRoute({
  method: 'GET',
  path: paths.caseload,
  query: caseloadQuery,
  may: 'case.see',
  records: 'cases.listed',
  handle: (ctx) => listed(ctx, 'mine', { ...ctx.query, lead: ctx.staff }),
});

const team = staffRoute({
  method: 'GET',
  path: paths.team,
  query: caseloadQuery,
  may: 'case.see',
  records: 'cases.listed',
  handle: (ctx) => listed(ctx, 'team', ctx.query),
});

const mineAsFile = staffRoute({
  method: 'GET',
  path: `${paths.caseload}.csv`,
  query: caseloadQuery,
  may: 'case.see',
  records: 'cases.exported',
  handle: (ctx) => exported(ctx, { ...ctx.query, lead: ctx.staff }),
});

/** The whole team's list leaves Lintel only through a manager. */
const teamAsFile = staffRoute({
  method: 'GET',
  path: `${paths.team}.csv`,
  query: caseloadQuery,
  may: 'case.allocate',
  records: 'cases.exported',
  handle: (ctx) => exported(ctx, ctx.query),
});

async function listed(ctx: ListContext, whose: 'mine' | 'team', query: CaseloadQuery): Promise<Answer> {
  const calendar = ctx.calendar;
  const [{ cases, known, total }, colleagues] = await Promise.all([
    caseload(ctx.tx, ctx.organisation, query, until(ctx, query)),
    whose === 'team' ? listStaff(ctx.tx, ctx.organisation, { roles: caseRoles, alsoEnded: true }) : [],
    record(ctx.tx, ctx, { name: 'cases.listed', data: { whose, page: query.page } }),
  ]);
  const shown = whose === 'mine' ? { ...query, lead: null } : query;
  return page({
    title: whose === 'mine' ? 'My cases' : 'Team cases',
    main: () =>
      caseloadPage({
        whose,
        path: whose === 'mine' ? paths.caseload : paths.team,
        query: shown,
        cases,
        total,
        known,
        colleagues,
        mayExport: whose === 'mine' ? allowed : may(ctx.who.roles, 'case.allocate'),
        pack: ctx.pack,
        calendar,
        now: ctx.now,
      }),
  });
}

async function exported(ctx: ListContext, query: CaseloadQuery): Promise<Answer> {
  const cases = await caseloadRows(ctx.tx, ctx.organisation, query, until(ctx, query));
  await record(ctx.tx, ctx, { name: 'cases.exported', data: { rows: cases.length } });
  return file({ name: 'list.csv', type: 'text/csv; charset=utf-8', body: caseloadFile(cases) });
}

function until(ctx: ListContext, { due }: CaseloadQuery): Temporal.Instant | null {
  return due && dueBefore(due, ctx.now, ctx.calendar);
}

export const caseloadRoutes: readonly Route[] = [mine, team, mineAsFile, teamAsFile];
