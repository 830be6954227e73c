import type { z } from 'zod';
import { fingerprint } from '#kit/fingerprint.ts';
import { page } from '#kit/http/answers.ts';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { listStaff } from '#modules/account/index.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { casePaths as paths } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { mayBeGranted } from '../access.ts';
import { mayRecordConflict } from '../conflict.ts';
import { conflictForm, endingForm, grantForm, restrictionForm } from '../forms/team-forms.ts';
import { mayReadReaders } from '../readers.ts';
import { endAccess, grantAccess, grantsOf, restrictAccess } from '../store/access.ts';
import { conflictsOf, endConflict, recordConflict } from '../store/conflicts.ts';
import { accessPage, endingPage, newConflictPage, newGrantPage, restrictionPage } from '../views/access.ts';

const grantParams = ids('id', 'grant') as z.ZodType<{ readonly id: CaseId; readonly grant: string }>;
const conflictParams = ids('id', 'conflict') as z.ZodType<{
  readonly id: CaseId;
  readonly conflict: string;
}>;

const access = staffRoute({
  method: 'GET',
  path: '/cases/:id/access',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, grants, conflicts] = await Promise.all([
      loadCase(ctx, id),
      grantsOf(ctx.tx, ctx.organisation, id),
      conflictsOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Access'),
    ]);
    const mayGrant = may(ctx.who.roles, 'case.grant');
    const mayRead = mayReadReaders(model.file, { staff: ctx.staff, manages: isManager(ctx) });
    return page(
      inCase(model, 'Access', () => accessPage({ ...model, grants, conflicts, mayGrant, mayRead })),
    );
  },
});

const grant = caseFormPage({
  path: '/cases/:id/access/new',
  params: caseParams,
  may: 'case.grant',
  records: 'case.access-granted',
  title: 'Give access',
  draft: ({ id }) => ({ form: 'access', about: id }),
  version: adds,
  load: async (ctx, loading) => {
    const [{ file }, staff] = await Promise.all([loading, listStaff(ctx.tx, ctx.organisation)]);
    return mayBeGranted(file, staff);
  },
  schema: () => grantForm,
  view: newGrantPage,
  save: async (ctx, { staffId, reason }) => {
    const { id } = ctx.params;
    await grantAccess(ctx.tx, ctx, { caseId: id, staffId, reason });
    return { to: paths.access(id), said: 'Access given' };
  },
});

const restriction = caseFormPage({
  path: '/cases/:id/access/restriction',
  params: caseParams,
  may: 'case.grant',
  records: ['case.access-ended', 'case.access-granted'],
  title: 'Keep to named people',
  draft: ({ id }) => ({ form: 'restriction', about: id }),
  version: ({ file }) => fingerprint([file.grantedStaff.toSorted(), file.grantedRoles.toSorted()]),
  load: async (ctx, loading) => {
    const [{ file }, staff] = await Promise.all([loading, listStaff(ctx.tx, ctx.organisation)]);
    return mayBeGranted({ ...file, grantedStaff: [] }, staff);
  },
  schema: (_, __, offered) => restrictionForm(offered.map((colleague) => colleague.id)),
  fresh: (ctx, { file }) => ({ staffIds: [ctx.staff, ...file.grantedStaff] }),
  view: restrictionPage,
  save: async (ctx, { staffIds, reason }) => {
    const { id } = ctx.params;
    await restrictAccess(ctx.tx, ctx, { caseId: id, staffIds, reason });
    const stays = staffIds.includes(ctx.staff);
    return { to: stays ? paths.access(id) : paths.caseload, said: 'Kept to the people you named' };
  },
});

const endGrant = caseFormPage({
  path: '/cases/:id/access/:grant/ending',
  params: grantParams,
  may: 'case.grant',
  records: 'case.access-ended',
  title: 'End access',
  draft: ({ grant: about }) => ({ form: 'access-ending', about }),
  version: endsOnce,
  load: async (ctx) => {
    const grants = await grantsOf(ctx.tx, ctx.organisation, ctx.params.id);
    const ending = grants.find((each) => each.id === ctx.params.grant && each.endedAt === null);
    if (!ending) throw notFound();
    return ending;
  },
  schema: () => endingForm,
  view: (model, form, ending) =>
    endingPage(model, form, 'End access', ending.staffName ?? 'Access by role: the rest of the team'),
  save: async (ctx, { reason }, _, ending) => {
    const { id } = ctx.params;
    await endAccess(ctx.tx, ctx, { caseId: id, accessId: ending.id, reason });
    return { to: ending.staffId === ctx.staff ? paths.caseload : paths.access(id), said: 'Access ended' };
  },
});

const conflict = caseFormPage({
  path: '/cases/:id/conflicts/new',
  params: caseParams,
  may: 'case.work',
  records: 'case.conflict-recorded',
  title: 'Record a conflict',
  draft: ({ id }) => ({ form: 'conflict', about: id }),
  version: adds,
  load: async (ctx, loading) => {
    const { file } = await loading;
    const [colleagues, conflicts] = await Promise.all([
      listStaff(ctx.tx, ctx.organisation),
      conflictsOf(ctx.tx, ctx.organisation, file.id),
    ]);
    const recorded = conflicts.filter(({ endedAt }) => endedAt === null).map(({ staffId }) => staffId);
    return colleagues.filter(
      ({ id }) => !recorded.includes(id) && mayRecordConflict(ctx.staff, isManager(ctx), id).allowed,
    );
  },
  schema: () => conflictForm,
  view: (model, form, offered, ctx) => newConflictPage(model, form, offered, ctx.staff),
  save: async (ctx, { staffId, relation, reason }, _, offered) => {
    insist(mayRecordConflict(ctx.staff, isManager(ctx), staffId));
    if (!offered.some((colleague) => colleague.id === staffId)) throw notFound();
    const { id } = ctx.params;
    const conflictId = await recordConflict(ctx.tx, ctx, { caseId: id, staffId, relation, reason });
    // Somebody else did so at this moment.
    if (conflictId === null) throw new Fault('stale');
    return {
      to: staffId === ctx.staff ? paths.caseload : paths.access(id),
      said: 'The conflict is recorded',
    };
  },
});

const endOfConflict = caseFormPage({
  path: '/cases/:id/conflicts/:conflict/ending',
  params: conflictParams,
  may: 'case.grant',
  records: 'case.conflict-ended',
  title: 'End a conflict',
  draft: ({ conflict: about }) => ({ form: 'conflict-ending', about }),
  version: endsOnce,
  load: async (ctx) => {
    const conflicts = await conflictsOf(ctx.tx, ctx.organisation, ctx.params.id);
    const ending = conflicts.find((each) => each.id === ctx.params.conflict && each.endedAt === null);
    if (!ending) throw notFound();
    return ending;
  },
  schema: () => endingForm,
  view: (model, form, ending) => endingPage(model, form, 'End a conflict', ending.staffName),
  save: async (ctx, { reason }, _, ending) => {
    const { id } = ctx.params;
    await endConflict(ctx.tx, ctx, { caseId: id, conflictId: ending.id, reason });
    return { to: paths.access(id), said: 'The conflict has ended' };
  },
});

function isManager(ctx: StaffContext): boolean {
  return may(ctx.who.roles, 'case.grant').allowed;
}

export const accessRoutes: readonly Route[] = [
  access,
  ...grant,
  ...restriction,
  ...endGrant,
  ...conflict,
  ...endOfConflict,
];
