import type { z } from 'zod';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route } from '#kit/http/route.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { type CaseId, refused } from '#rules/facts.ts';
import { adviceForm, factorEndingForm, factorForm } from '../forms/advice-form.ts';
import { paths } from '../paths.ts';
import { endFactor, factorsOf, markFactor, recordAdvice } from '../store/advice.ts';
import { endFactorPage, newAdvicePage, newFactorPage } from '../views/advice.ts';

const newAdvice = caseFormPage({
  path: '/cases/:id/advice/new',
  params: caseParams,
  may: 'case.work',
  records: 'advice.sought',
  title: 'Advice',
  draft: ({ id }) => ({ form: 'advice', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx, { calendar }) => adviceForm(calendar.rules.timeZone, ctx.now),
  fresh: (ctx, { calendar }) => momentFields('sought', ctx.now, calendar.rules.timeZone),
  view: (model, form) => newAdvicePage(model, form),
  save: async (ctx, { sought, ...advice }) => {
    const { id } = ctx.params;
    await recordAdvice(ctx.tx, ctx, { ...advice, soughtAt: sought, caseId: id });
    return { to: paths.needs(id), said: 'Saved' };
  },
});

const newFactor = caseFormPage({
  path: '/cases/:id/factors/new',
  params: caseParams,
  may: 'case.work',
  records: 'factor.marked',
  title: 'Mark a characteristic',
  draft: ({ id }) => ({ form: 'factor', about: id }),
  version: adds,
  load: async () => null,
  schema: () => factorForm,
  view: (model, form) => newFactorPage(model, form),
  save: async (ctx, factor) => {
    const { id } = ctx.params;
    if (!(await markFactor(ctx.tx, ctx, { ...factor, caseId: id })))
      insist(refused('This is marked already.', 'best-practice-advice'));
    return { to: paths.needs(id), said: 'Marked' };
  },
});

const factorParams = ids('id', 'factor') as unknown as z.ZodType<{
  readonly id: CaseId;
  readonly factor: string;
}>;

const endOfFactor = caseFormPage({
  path: '/cases/:id/factors/:factor/ending',
  params: factorParams,
  may: 'case.work',
  records: 'factor.ended',
  title: 'It plays no part',
  draft: ({ factor }) => ({ form: 'factor-ending', about: factor }),
  version: endsOnce,
  load: async (ctx) => {
    const factors = await factorsOf(ctx.tx, ctx.organisation, ctx.params.id);
    const factor = factors.find((each) => each.id === ctx.params.factor && each.endedAt === null);
    if (!factor) throw notFound();
    return factor;
  },
  schema: () => factorEndingForm,
  view: endFactorPage,
  save: async (ctx, { reason }, _, factor) => {
    const { id } = ctx.params;
    if (!(await endFactor(ctx.tx, ctx, { caseId: id, id: factor.id, reason }))) throw new Fault('stale');
    return { to: paths.needs(id), said: 'Saved' };
  },
});

export const adviceRoutes: readonly Route[] = [...newAdvice, ...newFactor, ...endOfFactor];
