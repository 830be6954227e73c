import { insist, notFound } from '#kit/http/errors.ts';
import type { Route } from '#kit/http/route.ts';
import { listStaff } from '#modules/account/index.ts';
import { caseFormPage } from '#modules/case-file/index.ts';
import { whoSees } from '#modules/wall/pure.ts';
import { caseRoles } from '#rules/facts.ts';
import { findingForm } from '../form.ts';
import { mayFind, whoWent } from '../lone-working.ts';
import { paths } from '../paths.ts';
import { plannedOf } from '../store/appointments.ts';
import { recordFinding } from '../store/silences.ts';
import { findingPage } from '../views/finding.ts';
import { plannedParams } from './params.ts';

/** What was found when whoever had not checked in was looked for. */
export const findingRoutes: readonly Route[] = caseFormPage({
  path: '/cases/:id/diary/:planned/finding',
  params: plannedParams,
  may: 'case.work',
  records: 'contact.finding-recorded',
  title: 'What was found',
  draft: ({ planned }) => ({ form: 'finding', about: planned }),
  load: async ({ tx, organisation, params, staff }, loading) => {
    const { file } = await loading;
    const [planned, team] = await Promise.all([
      plannedOf(tx, organisation, params.id, params.planned),
      listStaff(tx, organisation, { roles: caseRoles }),
    ]);
    if (!planned) throw notFound();
    const others = whoSees(file, team).filter((member) => !whoWent(planned).includes(member.id));
    return { planned, may: mayFind(planned, staff, others.length) };
  },
  schema: () => findingForm,
  version: (_, { planned }) => planned.version,
  view: findingPage,
  save: async (ctx, finding, _, { planned, may }) => {
    insist(may);
    await recordFinding(ctx.tx, ctx, planned, finding);
    return { to: paths.planned(planned.caseId, planned.id), said: 'Written down. The alarm has ended' };
  },
});
