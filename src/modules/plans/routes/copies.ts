import { fingerprint } from '#kit/fingerprint.ts';
import { page, redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import {
  aroundThem,
  caseFormPage,
  caseParams,
  keepShown,
  loadCase,
  printableFor,
  recordView,
  shownLately,
} from '#modules/case-file/index.ts';
import { type CaseModel, lookAgain } from '#modules/case-file/pure.ts';
import { saidInConfidence } from '#modules/chronology/index.ts';
import { adviceOf } from '#modules/housing/index.ts';
import { homeLines } from '#modules/housing/pure.ts';
import { refused } from '#rules/facts.ts';
import { chosenAtFirst, copyLines, copyWays, homeOffered, mayGive, withoutConfidence } from '../copy.ts';
import { copyForm } from '../forms/copy-form.ts';
import { learnersOf } from '../learners.ts';
import { lastAgreed, type PlanNow } from '../now.ts';
import { paths } from '../paths.ts';
import { giveCopy } from '../store/copies.ts';
import { planOf } from '../store/plan.ts';
import { newCopyPage } from '../views/copy-form.ts';
import { headingOf, paperPage } from '../views/paper.ts';
import { insistNothingKept } from './in-confidence.ts';
import { learntNow } from './learnt-now.ts';
import { copyParams } from './params.ts';

const noVersion = refused('No version has been agreed with them yet.', 'plan-agreed');

/** What can be given and how: of the version that they agreed, as what is agreed about contact allows. */
async function copyFacts(ctx: StaffContext, model: CaseModel, plan: PlanNow) {
  const { people, known, calendar } = model;
  const [around, confidential, talks] = await Promise.all([
    aroundThem(ctx, model),
    saidInConfidence(ctx.tx, ctx.organisation, model.file.id),
    adviceOf(ctx.tx, ctx.organisation, model.file.id),
  ]);
  const talk = talks.find(({ struckAt }) => struckAt === null);
  const version = lastAgreed(plan);
  const alleged = people.filter((person) => person.part === 'alleged_perpetrator');
  const names = alleged.map(
    (person) => known.find(({ id }) => id === person.personId)?.name ?? person.describedAs,
  );
  const landlord = ctx.who.organisationName;
  const ways = new Map(
    copyWays.map(({ value }) => [
      value,
      value === 'read_aloud' && !version ? noVersion : mayGive(value, around, ctx.now, calendar),
    ]),
  );
  const lines = version ? copyLines(version.content, [landlord, ...names]) : [];
  const offered = withoutConfidence(lines, confidential);
  return {
    plan,
    around,
    versionId: version?.id ?? null,
    number: version?.number ?? null,
    adviceId: talk?.id ?? null,
    ...learntNow(ctx, model, around),
    offered: [...offered, ...homeOffered(talk ? homeLines(talk) : [])],
    keptBack: lines.length - offered.length,
    ways,
  };
}

const newCopy = caseFormPage({
  path: '/cases/:id/plan/copies/new',
  params: caseParams,
  may: 'case.work',
  records: ['plan.copy-given', 'housing.copy-given'],
  title: 'Plan',
  draft: ({ id }) => ({ form: 'plan-copy', about: id }),
  load: async (ctx, loading) => {
    const model = await loading;
    return copyFacts(ctx, model, await planOf(ctx.tx, ctx.organisation, ctx.params.id));
  },
  schema: (_, __, { offered, places, addresses }) => copyForm(offered, places, addresses),
  fresh: (_, __, { offered }) => ({
    lines: chosenAtFirst(offered),
  }),
  // What was shown of who would learn it is what is kept: where that changed meanwhile, it is looked at again.
  version: (_, { number, learntBy: shown }) => `${number ?? 0}.${fingerprint(shown)}`,
  now: () => lookAgain,
  view: (model, form, facts, _, meanwhile) =>
    newCopyPage({ ...model, plan: facts.plan }, { ...form, notice: meanwhile ?? form.notice }, facts),
  save: async (ctx, { to: where, ...copy }, { agreed }, { ways, versionId, adviceId, learntBy: shown }) => {
    const caseId = ctx.params.id;
    insist(ways.get(copy.way) ?? noVersion);
    const way = agreed?.further.find(({ wayId }) => wayId === where?.over);
    const learners = learnersOf(shown, { way: copy.way, over: where?.over ?? null });
    const id = await giveCopy(ctx.tx, ctx, {
      ...{
        ...copy,
        caseId,
        versionId,
        adviceId: copy.lines.some(({ section }) => section === 'home') ? adviceId : null,
        place: where?.label ?? '',
        over: where && (way ? 'further' : 'first'),
      },
      agreedWayId: way?.id ?? null,
      learners,
    });
    if (copy.lines.length > 0)
      await keepShown(ctx.tx, ctx, { caseId, what: 'plan_copy', subjectId: id, learners });
    if (copy.way === 'read_aloud')
      await keepShown(ctx.tx, ctx, { caseId, what: 'plan_aloud', subjectId: caseId, learners });
    const to =
      copy.lines.length > 0
        ? paths.copy(caseId, id)
        : copy.way === 'read_aloud'
          ? paths.aloud(caseId)
          : paths.plan(caseId);
    return { to, said: 'Saved' };
  },
});

/**
 * Titled as the paper is: nothing of us stands on it. It is there for a while after somebody read who would learn it;
 * then they read that again, as it stands now (V3.2, L1.6).
 */
const copy = staffRoute({
  method: 'GET',
  path: '/cases/:id/plan/copies/:copy',
  params: copyParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id, copy: subjectId } = ctx.params;
    await loadCase(ctx, id);
    const [{ copies }, shown] = await Promise.all([
      planOf(ctx.tx, ctx.organisation, id),
      shownLately(ctx.tx, ctx, { caseId: id, what: 'plan_copy', subjectId }, printableFor),
    ]);
    const found = copies.find((each) => each.id === subjectId);
    if (!found || found.lines.length === 0) throw notFound();
    await recordView(ctx, id, 'Plan');
    await insistNothingKept(ctx, id, found.lines);
    if (!shown) return redirect(paths.print(id, subjectId));
    return page({ title: headingOf(found.lines), paper: 'sheet', main: () => paperPage(id, found.lines) });
  },
});

export const copyRoutes: readonly Route[] = [...newCopy, copy];
