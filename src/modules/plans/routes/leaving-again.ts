import { z } from 'zod';
import { fingerprint } from '#kit/fingerprint.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import type { Route } from '#kit/http/route.ts';
import { aroundThem, caseFormPage, caseParams, keepShown, shownBefore } from '#modules/case-file/index.ts';
import { lookAgain } from '#modules/case-file/pure.ts';
import { happened } from '#modules/obligations/index.ts';
import { mayGive } from '../copy.ts';
import { learnersOf } from '../learners.ts';
import { mayPrintAgain } from '../leaving-again.ts';
import { paths } from '../paths.ts';
import { copiesOf } from '../store/copies.ts';
import { printAgainPage, togetherPage } from '../views/leaving-again.ts';
import { insistNothingKept } from './in-confidence.ts';
import { learntNow } from './learnt-now.ts';
import { copyParams } from './params.ts';

const nothingAsked = z.object({});

/** A paper that was given before, once more: who would learn it is asked as it stands now. */
const printAgain = caseFormPage({
  path: '/cases/:id/plan/copies/:copy/print',
  params: copyParams,
  may: 'case.see',
  records: 'case.printed-again',
  title: 'Plan',
  draft: ({ copy }) => ({ form: 'plan-print', about: copy }),
  load: async (ctx, loading) => {
    const { id: caseId, copy: subjectId } = ctx.params;
    const [model, copies, before] = await Promise.all([
      loading,
      copiesOf(ctx.tx, ctx.organisation, caseId),
      shownBefore(ctx.tx, ctx.organisation, { caseId, what: 'plan_copy', subjectId }),
    ]);
    const copy = copies.find(({ id, lines }) => id === subjectId && lines.length > 0);
    if (!copy) throw notFound();
    const around = await aroundThem(ctx, model);
    const { learntBy } = learntNow(ctx, model, around);
    const byWay = mayGive(copy.way, around, ctx.now, model.calendar);
    return {
      copy,
      before,
      learners: learnersOf(learntBy, copy),
      verdict: mayPrintAgain(copy, learntBy, byWay),
    };
  },
  schema: () => nothingAsked,
  version: (_, { learners }) => fingerprint(learners),
  now: () => lookAgain,
  view: (model, form, facts, _, meanwhile) =>
    printAgainPage(model, { ...form, notice: meanwhile ?? form.notice }, facts),
  save: async (ctx, _, __, { copy, learners, verdict }) => {
    insist(verdict);
    const { id: caseId, copy: subjectId } = ctx.params;
    await insistNothingKept(ctx, caseId, copy.lines);
    await keepShown(ctx.tx, ctx, { caseId, what: 'plan_copy', subjectId, learners });
    await happened(ctx.tx, ctx, { name: 'case.printed-again', caseId, subjectId });
    return { to: paths.copy(caseId, subjectId), said: 'Written down. Now print it' };
  },
});

/** Before the large words that both look at: who might hear, read by whoever opens them and by nobody else. */
const together = caseFormPage({
  path: '/cases/:id/plan/together',
  params: caseParams,
  may: 'case.see',
  records: 'plan.looked-at-together',
  title: 'Plan',
  draft: ({ id }) => ({ form: 'plan-together', about: id }),
  load: async (ctx, loading) => {
    const caseId = ctx.params.id;
    const [model, before] = await Promise.all([
      loading,
      shownBefore(ctx.tx, ctx.organisation, { caseId, what: 'plan_aloud', subjectId: caseId }),
    ]);
    const { learntBy } = learntNow(ctx, model, await aroundThem(ctx, model));
    return { before, learners: learnersOf(learntBy, { way: 'read_aloud', over: null }) };
  },
  schema: () => nothingAsked,
  version: (_, { learners }) => fingerprint(learners),
  now: () => lookAgain,
  view: (model, form, facts, _, meanwhile) =>
    togetherPage(model, { ...form, notice: meanwhile ?? form.notice }, facts),
  save: async (ctx, _, __, { learners }) => {
    const caseId = ctx.params.id;
    await keepShown(ctx.tx, ctx, { caseId, what: 'plan_aloud', subjectId: caseId, learners });
    await happened(ctx.tx, ctx, { name: 'plan.looked-at-together', caseId });
    return { to: paths.aloud(caseId) };
  },
});

export const leavingAgainRoutes: readonly Route[] = [...printAgain, ...together];
