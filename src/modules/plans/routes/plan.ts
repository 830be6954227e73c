import { page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import {
  caseFormPage,
  caseParams,
  inCase,
  loadCase,
  recordView,
  shownLately,
} from '#modules/case-file/index.ts';
import { type CaseModel, changedMeanwhile } from '#modules/case-file/pure.ts';
import { saidInConfidence } from '#modules/chronology/index.ts';
import { repeats } from '#rules/handling.ts';
import { typedWords, wordsForm } from '../forms/words-form.ts';
import { readableFor } from '../leaving-again.ts';
import { namesIn } from '../neutral.ts';
import { contentNow } from '../now.ts';
import { paths } from '../paths.ts';
import { planOf } from '../store/plan.ts';
import { draftPlan } from '../store/words.ts';
import { aloudPage } from '../views/aloud.ts';
import { contentOf } from '../views/content.ts';
import { planPage } from '../views/plan.ts';
import { versionPage } from '../views/versions.ts';
import { wordsPage } from '../views/words-form.ts';
import { versionParams } from './params.ts';

const plan = staffRoute({
  method: 'GET',
  path: '/cases/:id/plan',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, now] = await Promise.all([
      loadCase(ctx, id),
      planOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Plan'),
    ]);
    const proof = { csrf: ctx.csrf, newSubmission: () => newId<string>() };
    return page(inCase(model, 'Plan', () => planPage({ ...model, plan: now }, proof)));
  },
});

const words = caseFormPage({
  path: '/cases/:id/plan/draft',
  params: caseParams,
  may: 'case.work',
  records: 'plan.drafted',
  title: 'Plan',
  draft: ({ id }) => ({ form: 'plan-words', about: id }),
  load: (ctx) => planOf(ctx.tx, ctx.organisation, ctx.params.id),
  schema: () => wordsForm,
  fresh: (_, __, now) => typedWords(now.words),
  version: (_, now) => now.words.number,
  now: (_, now) => changedMeanwhile(contentOf({ ...contentNow(now), actions: [], options: [] })),
  view: (model, form, _, __, meanwhile) => wordsPage(model, form, meanwhile),
  save: async (ctx, written) => {
    const caseId = ctx.params.id;
    await draftPlan(ctx.tx, ctx, { ...written, caseId });
    return { to: paths.plan(caseId), said: 'The words are saved' };
  },
});

const version = staffRoute({
  method: 'GET',
  path: '/cases/:id/plan/versions/:version',
  params: versionParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const model = await loadCase(ctx, id);
    const now = await planOf(ctx.tx, ctx.organisation, id);
    const found = now.versions.find((each) => each.id === ctx.params.version);
    if (!found) throw notFound();
    await recordView(ctx, id, 'Plan');
    return page(inCase(model, 'Plan', () => versionPage({ ...model, plan: now }, found)));
  },
});

/** Everybody in the case but the person whose it is, and the children: of a description, only what reads as a name. */
function othersIn({ people, known, file }: Pick<CaseModel, 'people' | 'known' | 'file'>): readonly string[] {
  const others = people.filter(
    // Of a case about somebody who is not on the register, nobody else who is not there is meant either.
    ({ personId, part }) => (personId === null || personId !== file.personId) && !part.startsWith('child'),
  );
  return others.flatMap(({ personId, describedAs }) => {
    const name = known.find(({ id }) => id === personId)?.name;
    return name ? [name] : namesIn(describedAs);
  });
}

/** Held between two people: nothing of the case stands around it, and no list of who might overhear. */
const aloud = staffRoute({
  method: 'GET',
  path: '/cases/:id/plan/aloud',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const { agreed, ...model } = await loadCase(ctx, id);
    const [plan, confidential, shown] = await Promise.all([
      planOf(ctx.tx, ctx.organisation, id),
      saidInConfidence(ctx.tx, ctx.organisation, id),
      shownLately(ctx.tx, ctx, { caseId: id, what: 'plan_aloud', subjectId: id }, readableFor),
      recordView(ctx, id, 'Plan'),
    ]);
    if (!shown) return redirect(paths.together(id));
    const others = othersIn(model);
    // What somebody asked us to keep is not read out because we wrote it into the plan.
    const actions = plan.actions.filter(({ what }) => !repeats(what, confidential));
    return page({
      title: 'Plan',
      bare: true,
      main: () => aloudPage({ caseId: id, plan: { ...plan, actions }, agreed, others }),
    });
  },
});

export const planRoutes: readonly Route[] = [plan, ...words, version, aloud];
