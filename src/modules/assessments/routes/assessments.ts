import { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { answerDanger } from '#modules/danger/index.ts';
import { ratingPaths } from '#modules/risk-level/pure.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { may } from '#rules/may.ts';
import { lastFewWhy, progressInWords, restingAssessment } from '../assessment.ts';
import { beginForm, correctionForm } from '../forms/begin-form.ts';
import { endingFormAskingDanger } from '../forms/ending-form.ts';
import { newestOf } from '../instruments/catalogue.ts';
import { isBuiltIn } from '../instruments/instrument.ts';
import { assessmentPaths as paths } from '../paths.ts';
import { standing } from '../sheet.ts';
import { assessmentIn, assessmentsOf, beginAssessment, type WholeAssessment } from '../store/assessments.ts';
import { endAssessment } from '../store/ending.ts';
import { instrumentsInForce } from '../store/instruments.ts';
import { assessmentPage } from '../views/assessment.ts';
import { beginPage, correctionPage } from '../views/begin.ts';
import { changedSince, endingPage } from '../views/ending.ts';
import { assessmentParams, instrumentNumber } from './params.ts';

const begin = caseFormPage({
  path: '/cases/:id/risk/assessments/new',
  params: caseParams,
  query: z.object({ instrument: instrumentNumber.optional().catch(undefined) }),
  may: 'case.work',
  records: 'risk.assessment-begun',
  title: 'Ask',
  draft: ({ id }) => ({ form: 'assessment', about: id }),
  version: adds,
  load: async (ctx) => {
    const [offered, all] = await Promise.all([
      instrumentsInForce(ctx.tx, ctx.organisation, today(ctx)),
      assessmentsOf(ctx.tx, ctx.organisation, ctx.params.id),
    ]);
    const open = all.filter(({ endedAt }) => endedAt === null);
    return { offered, open, resting: open.length === 0 ? restingAssessment(all) : null };
  },
  schema: (ctx, { calendar }, { offered }) => beginForm(offered, calendar.rules.timeZone, ctx.now),
  fresh: (ctx, { calendar }) => ({
    ...momentFields('asked', ctx.now, calendar.rules.timeZone),
    askedBy: ctx.who.name,
    ...(ctx.query.instrument && { instrument: ctx.query.instrument }),
  }),
  view: beginPage,
  save: async (ctx, begun, _, { offered }) => {
    const caseId = ctx.params.id;
    const inForce = offered.find(({ id }) => id === begun.instrument);
    if (!inForce) throw notFound();
    const { id } = inForce;
    const instrument = begun.words === 'lintel' && isBuiltIn(id) ? newestOf(id) : inForce;
    const { asked: askedAt, askedBy, how, withWhom } = begun;
    const about = { caseId, instrument, askedAt, askedBy, how, withWhom };
    const assessment = await beginAssessment(ctx.tx, ctx, about);
    return { to: paths.answers(caseId, assessment), said: 'Begun. Each part can be saved by itself' };
  },
});

const show = staffRoute({
  method: 'GET',
  path: '/cases/:id/risk/assessments/:assessment',
  params: assessmentParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id, assessment } = ctx.params;
    const [model, whole] = await Promise.all([
      loadCase(ctx, id),
      assessmentIn(ctx.tx, ctx.organisation, id, assessment),
      recordView(ctx, id, 'Assessment'),
    ]);
    if (!whole) throw notFound();
    const mayPrint = may(ctx.who.roles, 'chronology.export').allowed;
    return page(inCase(model, 'Assessment', () => assessmentPage({ ...model, ...whole, mayPrint })));
  },
});

const ending = caseFormPage({
  path: '/cases/:id/risk/assessments/:assessment/ending',
  params: assessmentParams,
  may: 'case.work',
  records: [
    'risk.assessment-finished',
    'risk.finished-with-few',
    'risk.stopped-at-their-wish',
    'risk.assessment-stopped',
  ],
  title: 'Stop or finish',
  draft: ({ assessment }) => ({ form: 'assessment-ending', about: assessment }),
  load: async (ctx) => {
    const [whole, all] = await Promise.all([
      openAssessment(ctx),
      assessmentsOf(ctx.tx, ctx.organisation, ctx.params.id),
    ]);
    return { ...whole, lastWhy: lastFewWhy(all, whole.assessment) };
  },
  schema: (ctx, _, { assessment, instrument, lastWhy }) =>
    endingFormAskingDanger({
      answered: assessment.answered,
      enough: instrument.enough,
      ...{ lastWhy, today: today(ctx) },
    }),
  version: (_, { assessment }) => assessment.version,
  now: (_, { assessment }) => changedSince(assessment),
  view: (model, form, whole, _, meanwhile) => endingPage(model, form, whole, meanwhile),
  save: async (ctx, { dangerNow, ...ended }, _, whole) => {
    const caseId = ctx.params.id;
    await endAssessment(ctx.tx, ctx, { caseId, whole, ...ended });
    const danger = await answerDanger(ctx.tx, ctx, {
      ...{ caseId, how: 'assessment', subjectId: whole.assessment.id },
      ...{ askedAt: whole.assessment.askedAt, asked: dangerNow },
    });
    if (danger) return danger;
    const said = {
      finished: `Finished: ${progressInWords(whole.assessment)}. Now judge the risk: nobody has yet`,
      stopped_by_person: `Stopped at their wish: ${progressInWords(whole.assessment)}. Help goes on`,
      not_safe: 'Ended. Come back to it when it is safe; help goes on meanwhile',
    } as const;
    const judge = ended.ending === 'finished';
    return {
      to: judge ? ratingPaths.level(caseId) : paths.assessment(caseId, whole.assessment.id),
      said: said[ended.ending],
    };
  },
});

const correction = caseFormPage({
  path: '/cases/:id/risk/assessments/:assessment/correction',
  params: assessmentParams,
  may: 'case.work',
  records: 'risk.assessment-begun',
  title: 'Correct',
  draft: ({ assessment }) => ({ form: 'assessment-correction', about: assessment }),
  version: endsOnce,
  load: async (ctx) => {
    const { id, assessment } = ctx.params;
    const whole = await assessmentIn(ctx.tx, ctx.organisation, id, assessment);
    if (!whole || whole.assessment.endedAt === null || whole.assessment.correctedById) throw notFound();
    return whole;
  },
  schema: () => correctionForm,
  view: (model, form, { assessment, instrument }) =>
    correctionPage(model, form, { ...assessment, title: instrument.name }),
  save: async (ctx, { reason }, _, { assessment, instrument, saved }) => {
    const caseId = ctx.params.id;
    const { askedAt, askedBy, how, withWhom } = assessment;
    const corrects = { id: assessment.id, answers: standing(saved), reason };
    const about = { caseId, instrument, askedAt, askedBy, how, withWhom, corrects };
    const begun = await beginAssessment(ctx.tx, ctx, about);
    return { to: paths.answers(caseId, begun), said: 'Put right what has to be, then finish it' };
  },
});

/** One that can still be written in; `not-found` for one that has ended, or of another case. */
async function openAssessment(
  ctx: StaffContext<{ readonly id: CaseId; readonly assessment: string }>,
): Promise<WholeAssessment> {
  const { id, assessment } = ctx.params;
  const whole = await assessmentIn(ctx.tx, ctx.organisation, id, assessment);
  if (!whole || whole.assessment.endedAt !== null) throw notFound();
  return whole;
}

export const assessmentPages: readonly Route[] = [...begin, show, ...ending, ...correction];
