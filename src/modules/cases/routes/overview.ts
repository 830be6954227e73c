import { freshForm } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { page, redirect } from '#kit/http/answers.ts';
import { Fault } from '#kit/http/errors.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { casePaths as paths } from '#modules/case-file/pure.ts';
import { entriesOf } from '#modules/chronology/index.ts';
import { teamDuty } from '#modules/contact/index.ts';
import { contactDue } from '#modules/contact/pure.ts';
import { thresholdsApplied } from '#modules/risk-level/index.ts';
import { referralOwed } from '#modules/safeguarding/index.ts';
import { safeguardingPaths } from '#modules/safeguarding/pure.ts';
import { may } from '#rules/may.ts';
import { childrenForm } from '../forms/children-form.ts';
import { answerChildren } from '../store/children.ts';
import { overviewPage } from '../views/overview.ts';

const overview = staffRoute({
  method: 'GET',
  path: '/cases/:id',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, { entries, total }, applied] = await Promise.all([
      loadCase(ctx, id),
      entriesOf(ctx.tx, ctx.organisation, id, { most: 3 }),
      thresholdsApplied(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Overview'),
    ]);
    // Asked only while a contact is owed: who is on duty matters to nobody else on this page.
    const duty = contactDue(model.promises, model.pack) ? await teamDuty(ctx) : null;
    const form = {
      form: freshForm,
      action: paths.children(id),
      csrf: ctx.csrf,
      submissionId: newId<string>(),
      version: model.file.version,
    };
    const mayAllocate = may(ctx.who.roles, 'case.allocate');
    return page(
      inCase(model, 'Overview', () =>
        overviewPage({ ...model, entries, total, duty, applied, childrenForm: form, mayAllocate }),
      ),
    );
  },
});

const children = staffRoute({
  method: 'POST',
  path: '/cases/:id/children',
  params: caseParams,
  may: 'case.work',
  records: 'case.children-asked',
  handle: async (ctx) => {
    const { id } = ctx.params;
    await loadCase(ctx, id);
    const parsed = parseForm(childrenForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const { children, _version: version } = parsed.value;
    if (!(await answerChildren(ctx.tx, ctx, { caseId: id, children, version }))) throw new Fault('stale');
    const owed = children === 'yes' ? await referralOwed(ctx.tx, ctx, id, 'child') : null;
    return owed ? redirect(safeguardingPaths.referral(owed), 'Saved') : redirect(paths.overview(id), 'Saved');
  },
});

export const overviewRoutes: readonly Route[] = [overview, children];
