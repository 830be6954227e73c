import { page } from '#kit/http/answers.ts';
import { adds } from '#kit/http/form-page.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import { may } from '#rules/may.ts';
import { allegationForm, askingForm } from '../forms/allegation-form.ts';
import { judgementForm } from '../forms/judgement-form.ts';
import { paths } from '../paths.ts';
import { askWhoHarms, recordAllegation } from '../store/allegations.ts';
import { casesThatMeet } from '../store/both.ts';
import { proposeJudgement } from '../store/judgements.ts';
import { type OtherAccounts, otherAccountsIn } from '../store/rows.ts';
import { twoCasesPage } from '../views/apart.ts';
import { allegationPage, askingPage, judgementPage } from '../views/forms.ts';
import { accountsPage } from '../views/of-case.ts';
import { fearedIn } from '../views/shared.ts';
import { decisionRoutes } from './decisions.ts';

const title = 'Enforcement';

const ofCase = staffRoute({
  method: 'GET',
  path: '/cases/:id/other-accounts',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, accounts] = await Promise.all([
      loadCase(ctx, id),
      otherAccountsIn(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, title),
    ]);
    const asks = may(ctx.who.roles, 'counter-allegation.decide').allowed;
    return page(inCase(model, title, () => accountsPage(model, accounts, asks)));
  },
});

const common = { params: caseParams, title, version: adds } as const;

const said = caseFormPage({
  ...common,
  path: '/cases/:id/other-accounts/new',
  may: 'case.work',
  records: 'counter-allegation.said',
  draft: ({ id }) => ({ form: 'other-account', about: id }),
  load: async () => null,
  schema: (ctx, model) =>
    allegationForm(
      fearedIn(model).map(({ id }) => id),
      today(ctx),
    ),
  view: allegationPage,
  save: async (ctx, value) => {
    const caseId = ctx.params.id;
    await recordAllegation(ctx.tx, ctx, { ...value, caseId });
    return { to: paths.ofCase(caseId), said: 'Saved. It is to be judged, and nothing else follows' };
  },
});

const asking = caseFormPage({
  ...common,
  path: '/cases/:id/other-accounts/asking',
  may: 'counter-allegation.decide',
  records: 'counter-allegation.said',
  draft: ({ id }) => ({ form: 'other-account-asking', about: id }),
  load: async () => null,
  schema: (_, model) => askingForm(fearedIn(model).map(({ id }) => id)),
  view: askingPage,
  save: async (ctx, { aboutId }) => {
    const caseId = ctx.params.id;
    await askWhoHarms(ctx.tx, ctx, { caseId, aboutId });
    return { to: paths.ofCase(caseId), said: 'Asked' };
  },
});

/** Of whom anything was said, and nothing waits for a manager. */
function toJudge({ said: told, judged }: OtherAccounts): readonly string[] {
  const waits = new Set(judged.filter(({ decision }) => decision === null).map(({ aboutId }) => aboutId));
  return [...new Set(told.map(({ aboutId }) => aboutId))].filter((aboutId) => !waits.has(aboutId));
}

const judgement = caseFormPage({
  ...common,
  path: '/cases/:id/other-accounts/judgement',
  may: 'case.work',
  records: 'counter-allegation.judgement-proposed',
  draft: ({ id }) => ({ form: 'other-account-judgement', about: id }),
  load: (ctx) => otherAccountsIn(ctx.tx, ctx.organisation, ctx.params.id),
  schema: (ctx, _, accounts) =>
    judgementForm(
      toJudge(accounts),
      accounts.said.filter(({ source }) => source === 'asked').map(({ aboutId }) => aboutId),
      today(ctx),
    ),
  view: (model, form, accounts) => judgementPage(model, form, toJudge(accounts)),
  save: async (ctx, value) => {
    const caseId = ctx.params.id;
    const id = await proposeJudgement(ctx.tx, ctx, { ...value, caseId });
    return { to: paths.judgement(caseId, id), said: 'A manager is asked' };
  },
});

const twoCases = staffRoute({
  method: 'GET',
  path: paths.apart,
  may: 'counter-allegation.decide',
  records: 'two-cases.viewed',
  async handle(ctx) {
    const pairs = await casesThatMeet(ctx.tx, ctx.organisation);
    await record(ctx.tx, ctx, { name: 'two-cases.viewed' });
    return page({ title: 'Two cases', main: () => twoCasesPage(pairs, ctx.calendar) });
  },
});

export const routes: readonly Route[] = [
  ofCase,
  ...said,
  ...asking,
  ...judgement,
  ...decisionRoutes,
  twoCases,
];
