import type { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { recordedInError } from '#modules/case-file/pure.ts';
import { today } from '#rules/calendar.ts';
import { type CaseId, refused } from '#rules/facts.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { announced, listOptions, mayAdvise } from '../advise.ts';
import { adviceForm, correctionForm } from '../forms/advice-form.ts';
import { situationForm } from '../forms/situation-form.ts';
import { paths } from '../paths.ts';
import { adviceOf, recordAdvice, strikeAdvice } from '../store/advice.ts';
import { recordSituation, type SituationRow, situationIn, situationsOf } from '../store/situations.ts';
import { advicePage } from '../views/advice-form.ts';
import { casePage } from '../views/of-case.ts';
import { situationPage } from '../views/situation-form.ts';

const title = 'Housing options';
const adviceParams = ids('id', 'advice') as z.ZodType<{ readonly id: CaseId; readonly advice: string }>;

/** What may come into question, for how things were last written down. */
function optionsFor(ctx: StaffContext, known: SituationRow) {
  const situation = situationIn(known, ctx.pack.landlord ?? null);
  return {
    verdict: mayAdvise(situation),
    listed: listOptions(situation, today(ctx)),
    announced: announced(situation),
  };
}

const ofCase = staffRoute({
  method: 'GET',
  path: '/cases/:id/housing',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, situations, advice] = await Promise.all([
      loadCase(ctx, id),
      situationsOf(ctx.tx, ctx.organisation, id),
      adviceOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, title),
    ]);
    const [known] = situations;
    const options = known ? optionsFor(ctx, known) : null;
    return page(inCase(model, title, () => casePage(model, { situations, options, advice })));
  },
});

const situation = caseFormPage({
  path: '/cases/:id/housing/situation',
  params: caseParams,
  may: 'case.work',
  records: 'housing.situation-recorded',
  title,
  draft: ({ id }) => ({ form: 'housing-situation', about: id }),
  version: (_, [last]: readonly SituationRow[]) => last?.id ?? '',
  load: (ctx) => situationsOf(ctx.tx, ctx.organisation, ctx.params.id),
  schema: () => situationForm,
  fresh: (_, { tenancy }, [last]) =>
    last
      ? { ...last, words: '', recordedAt: '', recordedByName: '' }
      : { tenancyType: tenancy?.tenancyType ?? '', jurisdiction: 'england' },
  view: situationPage,
  save: async (ctx, known) => {
    const { id: caseId } = ctx.params;
    await recordSituation(ctx.tx, ctx, { ...known, caseId });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const advice = caseFormPage({
  path: '/cases/:id/housing/advice/new',
  params: caseParams,
  may: 'case.work',
  records: ['housing.gone-through', 'housing.not-wanted'],
  title,
  draft: ({ id }) => ({ form: 'housing-advice', about: id }),
  version: (_, { known }) => known.id,
  load: async (ctx) => {
    const [known] = await situationsOf(ctx.tx, ctx.organisation, ctx.params.id);
    if (!known)
      throw new Fault('refused', refused('First write down how things stand with the home.', 'records'));
    return { known, ...optionsFor(ctx, known) };
  },
  schema: (ctx, _, { listed }) =>
    adviceForm(
      today(ctx),
      listed.map(({ option }) => option.id),
    ),
  fresh: (ctx) => dayFields('happened', today(ctx)),
  view: advicePage,
  save: async (ctx, { happened: happenedOn, again: againOn, ...given }, _, { known }) => {
    const { id: caseId } = ctx.params;
    await recordAdvice(ctx.tx, ctx, { ...given, caseId, situationId: known.id, happenedOn, againOn });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const correction = caseFormPage({
  path: '/cases/:id/housing/advice/:advice/correction',
  params: adviceParams,
  may: 'case.work',
  records: 'housing.advice-corrected',
  title,
  draft: ({ advice: about }) => ({ form: 'housing-correction', about }),
  version: endsOnce,
  load: async (ctx) => {
    const all = await adviceOf(ctx.tx, ctx.organisation, ctx.params.id);
    const found = all.find(({ id, struckAt }) => id === ctx.params.advice && struckAt === null);
    if (!found) throw notFound();
    return found;
  },
  schema: () => correctionForm,
  view: (model, form, { happenedOn }) =>
    recordedInError(model, form, 'Housing options', `Of ${dayOfWeekInWords(happenedOn)}`),
  save: async (ctx, { reason }, _, found) => {
    const { id: caseId } = ctx.params;
    await strikeAdvice(ctx.tx, ctx, { caseId, advice: found, reason: reason.trim() });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

export const routes: readonly Route[] = [ofCase, ...situation, ...advice, ...correction];
