import { z } from 'zod';
import { draftOffer } from '#kit/components/draft-offer.ts';
import { submission } from '#kit/components/submission.ts';
import { discardDraft, findDraft } from '#kit/drafts/drafts.ts';
import { type FieldErrors, kept, parseForm, type Typed, typedIn } from '#kit/forms.ts';
import { type Html, html } from '#kit/html.ts';
import { type Answer, conflicting, file, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { rateWhileAsked } from '#modules/risk-level/index.ts';
import type { GroundFound } from '#modules/risk-level/pure.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { type Answers, progressInWords, scoreOf } from '../assessment.ts';
import { answersForm, typedAnswers } from '../forms/answers-form.ts';
import { foundIn, groundsIn } from '../found.ts';
import { instrumentIds } from '../instruments/instrument.ts';
import { assessmentPaths as paths } from '../paths.ts';
import { standing, type Weighed, weigh } from '../sheet.ts';
import { lockAssessment, saveAnswers } from '../store/answers.ts';
import { answersLastTime, assessmentIn, type WholeAssessment } from '../store/assessments.ts';
import { contestedAnswers, endedMeanwhile } from '../views/answer-conflicts.ts';
import { answersPage } from '../views/answers.ts';
import { askedWithWithdrawn } from '../views/withdrawal.ts';
import { assessmentParams } from './params.ts';

type Context<Q = unknown> = StaffContext<{ readonly id: CaseId; readonly assessment: string }, Q>;

/** What was typed into a session that had ended is kept, and offered when the page is opened again. */
const draft = ({ assessment }: { readonly assessment: string }) => ({
  form: 'assessment',
  about: assessment,
});

const open = staffRoute({
  method: 'GET',
  path: '/cases/:id/risk/assessments/:assessment/answers',
  params: assessmentParams,
  query: z.object({ draft: z.literal('continue').optional().catch(undefined) }),
  may: 'case.work',
  records: 'case.viewed',
  handle: async (ctx) => {
    const loaded = await load(ctx);
    const { whole } = loaded;
    await recordView(ctx, ctx.params.id, 'Questions');
    if (whole.assessment.endedAt !== null)
      return redirect(paths.assessment(ctx.params.id, whole.assessment.id));
    const lost = await lostDraft(ctx);
    const fresh = freshSheet(whole, standing(whole.saved));
    const typed = lost.typed ? { sheet: fresh.sheet ?? '', base: fresh.base ?? '', ...lost.typed } : fresh;
    return page(await sheetPage(ctx, loaded, { typed, above: lost.offer }));
  },
});

/** Saved by hand: a part at a time, all at once, or on the way to stopping. */
const save = staffRoute({
  method: 'POST',
  path: '/cases/:id/risk/assessments/:assessment/answers',
  params: assessmentParams,
  may: 'case.work',
  records: 'risk.answers-saved',
  draft,
  handle: (ctx) =>
    saved(ctx, async (score) => {
      await discardDraft(ctx, draft(ctx.params).form, ctx.params.assessment);
      return redirect(next(ctx), `Saved: ${progressInWords(score)}`);
    }),
});

/** Saved a moment after each pause, without leaving the page. */
const autosave = staffRoute({
  method: 'POST',
  path: '/cases/:id/risk/assessments/:assessment/answers/typed',
  params: assessmentParams,
  may: 'case.work',
  records: 'risk.answers-saved',
  once: false,
  draft,
  handle: (ctx) =>
    saved(ctx, async () => file({ name: null, type: 'text/plain; charset=utf-8', body: 'Saved' })),
});

async function saved(
  ctx: Context,
  then: (score: ReturnType<typeof scoreOf>) => Promise<Answer>,
): Promise<Answer> {
  const caseId = ctx.params.id;
  // Whoever saves at the same moment waits here, and then sees what the first one wrote.
  const loaded = await load(ctx, true);
  const { whole } = loaded;
  const { assessment, instrument } = whole;
  const parsed = parseForm(answersForm(instrument), ctx.body);
  if (!parsed.ok) return invalid(await sheetPage(ctx, loaded, parsed));
  const { sheet, answers } = parsed.value;
  const weighed = weigh(instrument, whole.saved, sheet, answers);
  if (assessment.endedAt !== null) return conflicting(endedPage(loaded, weighed));
  if (weighed.contested.length > 0)
    return conflicting(
      await sheetPage(ctx, loaded, {
        typed: freshSheet(whole, weighed.merged),
        above: contestedAnswers(instrument, weighed.contested),
      }),
    );
  const score = scoreOf(instrument, weighed.merged);
  const { version } = assessment;
  const about = { caseId, assessmentId: assessment.id, instrument, version, sheet: sheet.id };
  if (!(await saveAnswers(ctx.tx, ctx, { ...about, changed: weighed.changed, score })))
    throw new Fault('stale');
  await proposeWhileAsked(ctx, whole, weighed.merged);
  return then(score);
}

/** Something grave that was not said before counts from now on, whether or not this assessment is ever ended. */
async function proposeWhileAsked(
  ctx: Context,
  { instrument, saved, assessment }: WholeAssessment,
  merged: Answers,
): Promise<void> {
  const before = groundsIn(instrument, standing(saved));
  const isNew = ({ item }: GroundFound) => !before.some((known) => known.item === item);
  const found = foundIn(instrument, merged);
  if (!found.grounds.some(isNew)) return;
  await rateWhileAsked(ctx.tx, ctx, { caseId: ctx.params.id, assessmentId: assessment.id, found });
}

interface Loaded {
  readonly model: CaseModel;
  readonly whole: WholeAssessment;
}

async function load(ctx: Context, lock = false): Promise<Loaded> {
  const { id, assessment } = ctx.params;
  const model = await loadCase(ctx, id);
  if (lock) await lockAssessment(ctx.tx, ctx.organisation, assessment);
  const whole = await assessmentIn(ctx.tx, ctx.organisation, id, assessment);
  if (!whole) throw notFound();
  return { model, whole };
}

/** A page of its own, which begins with what stands now. */
function freshSheet({ assessment, instrument }: WholeAssessment, answers: Answers): Typed {
  return { ...typedAnswers(instrument, answers), sheet: newId<string>(), base: String(assessment.version) };
}

interface Shown {
  readonly typed: Typed;
  readonly errors?: FieldErrors;
  readonly above?: Html | undefined;
}

async function sheetPage(ctx: Context, { model, whole }: Loaded, shown: Shown): Promise<Page> {
  const { typed, errors = {}, above } = shown;
  const before = await answersLastTime(ctx.tx, ctx.organisation, ctx.params.id, whole.assessment);
  const withdrawn = askedWithWithdrawn(whole.withdrawal, today(ctx));
  const form = { values: typed, errors };
  const answers = standing(whole.saved);
  const carried = { csrf: ctx.csrf, submissionId: newId<string>() };
  return inCase(model, 'Questions', () =>
    answersPage({ ...model, ...whole, ...carried, answers, before, form, above: html`${withdrawn}${above}` }),
  );
}

function endedPage({ model, whole }: Loaded, { changed, contested }: Weighed): Page {
  const about = { caseId: model.file.id, assessmentId: whole.assessment.id };
  const unsaved = [...changed, ...contested.map(({ mine }) => mine)];
  return inCase(model, 'Questions', () => endedMeanwhile(whole.instrument, about, unsaved));
}

async function lostDraft(ctx: Context<{ readonly draft?: 'continue' | undefined }>) {
  const { form, about } = draft(ctx.params);
  const found = await findDraft(ctx, form, about);
  if (!found) return { typed: null, offer: undefined };
  if (ctx.query.draft === 'continue') return { typed: found.fields, offer: undefined };
  const calendar = ctx.calendar;
  const savedAt = momentInWords(found.savedAt, calendar);
  const path = paths.answers(ctx.params.id, about);
  return {
    typed: null,
    offer: draftOffer({ form, about, savedAt, path, hidden: submission(ctx.csrf, newId()) }),
  };
}

/** Where the button that was pressed leads: on to the next part, to the end, to a screen, or back to the questions. */
function next(ctx: Context): string {
  const { id, assessment } = ctx.params;
  const typed = typedIn(ctx.body);
  const go = kept(typed, '_go');
  if (go === 'ending') return paths.ending(id, assessment);
  const screen = instrumentIds.find((each) => go === `screen-${each}`);
  if (screen) return paths.begin(id, screen);
  return /^part-\d+$/.test(go) ? `${paths.answers(id, assessment)}#${go}` : paths.answers(id, assessment);
}

export const answerRoutes: readonly Route[] = [open, save, autosave];
