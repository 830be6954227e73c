import { page } from '#kit/http/answers.ts';
import { adds } from '#kit/http/form-page.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { boundsOf } from '../bounds.ts';
import { mayEnd, mayLast } from '../deciding.ts';
import { endingForm, giveForm, lookForm, tellingForm } from '../forms/space-forms.ts';
import { paths } from '../paths.ts';
import { courtAnswer } from '../store/court.ts';
import { endAlone, recordTelling, untold } from '../store/ending.ts';
import { giveInCase } from '../store/give-in-case.ts';
import { beginsOn, factsOf, lookAt } from '../store/look.ts';
import { spaceProposalsOf } from '../store/proposals.ts';
import { respitesOf } from '../store/respites.ts';
import { spacesOf, standing } from '../store/rows.ts';
import { stepsOf } from '../store/steps.ts';
import { endingPage, givePage, lookPage, tellingPage } from '../views/forms.ts';
import { spacePage } from '../views/of-case.ts';

const title = 'Breathing space';

const show = staffRoute({
  method: 'GET',
  path: '/cases/:id/breathing-space',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, spaces, proposals, respites] = await Promise.all([
      loadCase(ctx, id),
      spacesOf(ctx.tx, ctx.organisation, { caseId: id }),
      spaceProposalsOf(ctx.tx, ctx.organisation, id),
      respitesOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, title),
    ]);
    const steps = await stepsOf(ctx.tx, ctx.organisation, spaces);
    const untoldOf = await untold(ctx.tx, ctx, id);
    const court = courtAnswer(spaces, respites, ctx.now, ctx);
    const shown = { spaces, steps, proposals, respites, court, untold: untoldOf !== null, day: today(ctx) };
    return page(inCase(model, title, () => spacePage(model, shown)));
  },
});

const common = { params: caseParams, may: 'case.work', title } as const;

/** What the forms about the one that stands are made from; null where none does. */
async function loadStanding(ctx: StaffContext<{ readonly id: CaseId }>) {
  return standing(await spacesOf(ctx.tx, ctx.organisation, { caseId: ctx.params.id }));
}

const begin = caseFormPage({
  ...common,
  path: '/cases/:id/breathing-space/new',
  records: 'breathing-space.given',
  draft: ({ id }) => ({ form: 'breathing-space', about: id }),
  version: adds,
  load: loadStanding,
  schema: (ctx) => giveForm(boundsOf(ctx.pack)),
  view: givePage,
  save: async (ctx, { months, words }) => {
    const { id: caseId } = ctx.params;
    await giveInCase(ctx.tx, ctx, { caseId, months, words });
    return { to: paths.ofCase(caseId), said: 'It stands from now on' };
  },
});

const look = caseFormPage({
  ...common,
  path: '/cases/:id/breathing-space/look',
  records: 'breathing-space.reviewed',
  draft: ({ id }) => ({ form: 'breathing-space-look', about: id }),
  version: (_, space) => space?.version ?? 0,
  load: loadStanding,
  schema: (ctx, model, space) => {
    const bounds = boundsOf(ctx.pack);
    const facts = space && { ...factsOf(model.file, space, ctx), from: beginsOn(space, ctx) };
    return lookForm(bounds, (months) => (facts ? mayLast(months, bounds, facts) : { allowed: true }));
  },
  view: lookPage,
  save: async (ctx, value) => {
    const { id: caseId } = ctx.params;
    await lookAt(ctx.tx, ctx, { ...value, caseId, version: null });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const ending = caseFormPage({
  ...common,
  path: '/cases/:id/breathing-space/ending',
  records: ['breathing-space.ended', 'breathing-space.declined'],
  draft: ({ id }) => ({ form: 'breathing-space-ending', about: id }),
  version: (_, space) => space?.version ?? 0,
  load: loadStanding,
  schema: (ctx, model, space) =>
    endingForm((because) => (space ? mayEnd(because, factsOf(model.file, space, ctx)) : { allowed: true })),
  view: endingPage,
  save: async (ctx, value) => {
    const { id: caseId } = ctx.params;
    await endAlone(ctx.tx, ctx, { ...value, caseId, version: null });
    return { to: paths.ofCase(caseId), said: 'It has ended' };
  },
});

const telling = caseFormPage({
  ...common,
  path: '/cases/:id/breathing-space/telling',
  records: 'breathing-space.told',
  draft: ({ id }) => ({ form: 'breathing-space-telling', about: id }),
  version: adds,
  load: (ctx) => untold(ctx.tx, ctx, ctx.params.id),
  schema: () => tellingForm,
  view: tellingPage,
  save: async (ctx, value) => {
    const { id: caseId } = ctx.params;
    await recordTelling(ctx.tx, ctx, { ...value, caseId });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

export const caseRoutes: readonly Route[] = [show, ...begin, ...look, ...ending, ...telling];
