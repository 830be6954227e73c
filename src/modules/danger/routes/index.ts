import type { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { happened } from '#modules/obligations/index.ts';
import type { CaseId, DisclosureId } from '#rules/facts.ts';
import type { Danger, Dealing } from '../danger.ts';
import { dealingBegins, dealingForm, raisingForm } from '../forms.ts';
import { paths } from '../paths.ts';
import { dangerAskings } from '../store/askings.ts';
import { dangersOfCase, findDanger } from '../store/dangers.ts';
import { dealWithDanger } from '../store/deal.ts';
import { raiseDanger } from '../store/raise.ts';
import { dangerPage, dealPage, raisePage } from '../views/danger.ts';
import { ringAbout } from './ring.ts';

const shown = staffRoute({
  method: 'GET',
  path: '/cases/:id/danger',
  may: 'case.see',
  records: 'case.viewed',
  params: caseParams,
  async handle(ctx) {
    const model = await loadCase(ctx, ctx.params.id);
    const [dangers, askings] = await Promise.all([
      dangersOfCase(ctx.tx, ctx.organisation, ctx.params.id),
      dangerAskings(ctx.tx, ctx.organisation, ctx.params.id),
    ]);
    const stands = dangers.some(({ dealtAt }) => dealtAt === null);
    const ring = stands ? await ringAbout(ctx, [{ caseId: ctx.params.id }]) : undefined;
    await recordView(ctx, ctx.params.id, 'Danger');
    return page(inCase(model, 'Danger', () => dangerPage(model, dangers, askings, ring)));
  },
});

const raised = caseFormPage({
  path: '/cases/:id/danger/new',
  params: caseParams,
  may: 'case.work',
  records: 'danger.raised',
  title: 'Danger',
  draft: ({ id }) => ({ form: 'danger', about: id }),
  version: adds,
  load: async () => null,
  schema: () => raisingForm,
  view: (model, form) => raisePage(model, form),
  save: async (ctx, raising) => {
    await raiseDanger(ctx.tx, ctx, { ...raising, caseId: ctx.params.id });
    return { to: paths.ofCase(ctx.params.id), said: 'They have been told' };
  },
});

const dangerParams = ids('danger') as unknown as z.ZodType<{ readonly danger: string }>;

const dealt = formPage<{ readonly danger: string }, unknown, Danger, Dealing>({
  path: '/dangers/:danger',
  params: dangerParams,
  may: 'case.work',
  records: 'danger.dealt-with',
  shown: {
    records: 'danger.viewed',
    record: (ctx, danger) =>
      happened(ctx.tx, ctx, { name: 'danger.viewed', ...aboutOf(danger), subjectId: danger.id }),
  },
  version: endsOnce,
  draft: ({ danger }) => ({ form: 'danger-dealt', about: danger }),
  async load(ctx) {
    const danger = await findDanger(ctx.tx, ctx.organisation, ctx.params.danger);
    if (!danger || danger.dealtAt !== null) throw notFound();
    return danger;
  },
  schema: (ctx, danger) => dealingForm(ctx.calendar.rules.timeZone, danger.raisedAt, ctx.now),
  fresh: (ctx, danger) => dealingBegins(danger, ctx.who.name, ctx.now, ctx.calendar.rules.timeZone),
  view: (form, danger, ctx) => ({
    title: 'What was done',
    main: () => dealPage({ ...form, danger, calendar: ctx.calendar }),
  }),
  save: async (ctx, dealing, danger) => {
    if (!(await dealWithDanger(ctx.tx, ctx, danger, dealing))) return { second: true };
    return {
      to: danger.caseId ? paths.ofCase(danger.caseId) : `/disclosures/${danger.disclosureId}`,
      said: 'Saved',
    };
  },
});

function aboutOf({ caseId, disclosureId }: Danger) {
  return { caseId: caseId as CaseId | null, disclosureId: disclosureId as DisclosureId | null };
}

export const routes: readonly Route[] = [shown, ...raised, ...dealt];
