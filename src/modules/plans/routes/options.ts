import { notFound } from '#kit/http/errors.ts';
import { adds } from '#kit/http/form-page.ts';
import type { Route } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import { answerForm, optionForm } from '../forms/option-form.ts';
import { paths } from '../paths.ts';
import { answerOption, offerOption, optionsOf } from '../store/options.ts';
import { answerPage, newOptionPage } from '../views/option-form.ts';
import { optionParams } from './params.ts';

const newOption = caseFormPage({
  path: '/cases/:id/plan/options/new',
  params: caseParams,
  may: 'case.work',
  records: 'plan.option-offered',
  title: 'Plan',
  draft: ({ id }) => ({ form: 'plan-option', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx) => optionForm(today(ctx)),
  fresh: (ctx) => dayFields('offered', today(ctx)),
  view: newOptionPage,
  save: async (ctx, { offered, ...option }) => {
    const caseId = ctx.params.id;
    await offerOption(ctx.tx, ctx, { ...option, caseId, offeredOn: offered });
    return { to: paths.plan(caseId), said: 'Saved' };
  },
});

const answer = caseFormPage({
  path: '/cases/:id/plan/options/:option/answer',
  params: optionParams,
  may: 'case.work',
  records: 'plan.option-answered',
  title: 'Plan',
  draft: ({ option }) => ({ form: 'plan-answer', about: option }),
  version: adds,
  load: async (ctx) => {
    const options = await optionsOf(ctx.tx, ctx.organisation, ctx.params.id);
    const option = options.find((each) => each.id === ctx.params.option);
    if (!option) throw notFound();
    return option;
  },
  schema: (ctx) => answerForm(today(ctx)),
  fresh: (ctx) => dayFields('offered', today(ctx)),
  view: (model, form, option) => answerPage(model, form, option),
  save: async (ctx, { offered, ...given }) => {
    const { id: caseId, option: optionId } = ctx.params;
    await answerOption(ctx.tx, ctx, { ...given, caseId, optionId, offeredOn: offered });
    return { to: paths.plan(caseId), said: 'Saved' };
  },
});

export const optionRoutes: readonly Route[] = [...newOption, ...answer];
