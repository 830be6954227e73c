import { fingerprint } from '#kit/fingerprint.ts';
import { page } from '#kit/http/answers.ts';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { aroundThem, caseFormPage, caseParams, loadCase, recordView } from '#modules/case-file/index.ts';
import { type CaseModel, lookAgain } from '#modules/case-file/pure.ts';
import { refused } from '#rules/facts.ts';
import { handingPlaces, postalWays } from '#rules/own-paper.ts';
import { copyLines, copyWays, mayGive } from '../copy.ts';
import { copyForm } from '../forms/copy-form.ts';
import { learnersOf, learntBy } from '../learners.ts';
import { lastAgreed, type PlanNow } from '../now.ts';
import { paths } from '../paths.ts';
import { giveCopy } from '../store/copies.ts';
import { planOf } from '../store/plan.ts';
import { newCopyPage } from '../views/copy-form.ts';
import { paperPage } from '../views/paper.ts';
import { copyParams } from './params.ts';

/** What can be given and how: of the version that they agreed, as what is agreed about contact allows. */
async function copyFacts(ctx: StaffContext, model: CaseModel, plan: PlanNow) {
  const { agreed, people, known, calendar } = model;
  const around = await aroundThem(ctx, model);
  const version = lastAgreed(plan);
  const alleged = people.filter((person) => person.part === 'alleged_perpetrator');
  const names = alleged.map(
    (person) => known.find(({ id }) => id === person.personId)?.name ?? person.describedAs,
  );
  const landlord = ctx.who.organisationName;
  const ways = new Map(
    copyWays.map(({ value }) => [value, mayGive(value, around, ctx.now, calendar)] as const),
  );
  const places = ways.get('handed_over')?.allowed ? handingPlaces(agreed, ctx.now) : [];
  const addresses = ways.get('posted')?.allowed ? postalWays(around, ctx.now, calendar) : [];
  return {
    plan,
    around,
    versionId: version?.id ?? null,
    number: version?.number ?? null,
    places,
    addresses,
    learntBy: learntBy({ places, addresses }, around, {
      words: ctx.pack.words,
      conflicts: model.file.blockedStaff.length > 0,
    }),
    offered: version ? copyLines(version.content, [landlord, ...names]) : [],
    ways,
  };
}

const newCopy = caseFormPage({
  path: '/cases/:id/plan/copies/new',
  params: caseParams,
  may: 'case.work',
  records: 'plan.copy-given',
  title: 'Plan',
  draft: ({ id }) => ({ form: 'plan-copy', about: id }),
  load: async (ctx, loading) => {
    const model = await loading;
    return copyFacts(ctx, model, await planOf(ctx.tx, ctx.organisation, ctx.params.id));
  },
  schema: (_, __, { offered, places, addresses }) => copyForm(offered, places, addresses),
  fresh: (_, __, { offered }) => ({
    lines: offered.filter((line) => line.givesAway.length === 0).map((line) => line.key),
  }),
  // What was shown of who would learn it is what is kept: where that changed meanwhile, it is looked at again.
  version: (_, { number, learntBy: shown }) => `${number ?? 0}.${fingerprint(shown)}`,
  now: () => lookAgain,
  view: (model, form, facts, _, meanwhile) =>
    newCopyPage({ ...model, plan: facts.plan }, { ...form, notice: meanwhile ?? form.notice }, facts),
  save: async (ctx, { to: where, ...copy }, { agreed, calendar }, { around, versionId, learntBy: shown }) => {
    const caseId = ctx.params.id;
    insist(mayGive(copy.way, around, ctx.now, calendar));
    if (versionId === null)
      throw new Fault('refused', refused('No version has been agreed with them yet.', 'plan-agreed'));
    const way = agreed?.further.find(({ wayId }) => wayId === where?.over);
    const id = await giveCopy(ctx.tx, ctx, {
      ...{
        ...copy,
        caseId,
        versionId,
        place: where?.label ?? '',
        over: where && (way ? 'further' : 'first'),
      },
      agreedWayId: way?.id ?? null,
      learners: learnersOf(shown, { way: copy.way, over: where?.over ?? null }),
    });
    const to =
      copy.lines.length > 0
        ? paths.copy(caseId, id)
        : copy.way === 'read_aloud'
          ? paths.aloud(caseId)
          : paths.plan(caseId);
    return { to, said: 'Saved' };
  },
});

/** Titled as the paper is: nothing of us stands on it. */
const copy = staffRoute({
  method: 'GET',
  path: '/cases/:id/plan/copies/:copy',
  params: copyParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    await loadCase(ctx, id);
    const { copies } = await planOf(ctx.tx, ctx.organisation, id);
    const found = copies.find((each) => each.id === ctx.params.copy);
    if (!found) throw notFound();
    await recordView(ctx, id, 'Plan');
    return page({ title: 'My plan', paper: 'sheet', main: () => paperPage(id, found.lines) });
  },
});

export const copyRoutes: readonly Route[] = [...newCopy, copy];
