import { html } from '#kit/html.ts';
import type { Route } from '#kit/http/route.ts';
import { listStaff } from '#modules/account/index.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { changedMeanwhile, casePaths as paths } from '#modules/case-file/pure.ts';
import { may } from '#rules/may.ts';
import { mayLead } from '../allocation.ts';
import { allocationForm } from '../forms/team-forms.ts';
import { allocate, allocationsOf } from '../store/allocations.ts';
import { allocationPage } from '../views/allocation.ts';

/** Anybody on the case sees who led it; a manager changes it, the page and the post asking the same rule. */
export const allocationRoutes: readonly Route[] = caseFormPage({
  path: '/cases/:id/allocation',
  params: caseParams,
  may: 'case.allocate',
  seenBy: 'case.see',
  records: 'case.allocated',
  title: 'Lead',
  draft: ({ id }) => ({ form: 'allocation', about: id }),
  load: async (ctx, loading) => {
    const { file } = await loading;
    const [colleagues, history] = await Promise.all([
      listStaff(ctx.tx, ctx.organisation),
      allocationsOf(ctx.tx, ctx.organisation, ctx.params.id),
    ]);
    const offered = mayLead(file, colleagues).filter((colleague) => colleague.id !== file.leadId);
    return { offered, history, may: may(ctx.who.roles, 'case.allocate') };
  },
  schema: () => allocationForm,
  version: ({ file }) => file.version,
  now: ({ file }) => changedMeanwhile(html`<p class="govuk-body">Lead: ${file.leadName ?? 'nobody'}</p>`),
  view: (model, form, facts, _, meanwhile) => allocationPage(model, form, facts, meanwhile),
  save: async (ctx, { staffId, reason }) => {
    const { id } = ctx.params;
    await allocate(ctx.tx, ctx, { caseId: id, staffId, reason });
    return { to: paths.overview(id), said: 'The lead is changed' };
  },
});
