import { page } from '#kit/http/answers.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { listStaff } from '#modules/account/index.ts';
import { coverAt } from '#modules/rota/index.ts';
import { caseRoles } from '#rules/facts.ts';
import { paths } from '../paths.ts';
import { leadLoads } from '../store/balance.ts';
import { balancePage } from '../views/balance.ts';

const balance = staffRoute({
  method: 'GET',
  path: paths.caseload,
  may: 'caseload.reassign',
  records: 'cases.listed',
  handle: async (ctx) => {
    const { tx, organisation, now } = ctx;
    const [team, loads, cover] = await Promise.all([
      listStaff(tx, organisation, { roles: caseRoles }),
      leadLoads(tx, organisation, now),
      coverAt(tx, organisation, now),
      record(tx, ctx, { name: 'cases.listed', data: { whose: 'balance' } }),
    ]);
    const away = new Map(
      [...cover].map(([id, standIns]) => [id, team.find((each) => each.id === standIns[0])?.name ?? null]),
    );
    return page({ title: 'Caseload', main: () => balancePage({ team, loads, away }) });
  },
});

export const balanceRoutes: readonly Route[] = [balance];
