import { page } from '#kit/http/answers.ts';
import { adds } from '#kit/http/form-page.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { hurdles } from '../closing.ts';
import { outcomeForm } from '../forms/outcome-form.ts';
import { nothingAsked } from '../outcomes.ts';
import { paths } from '../paths.ts';
import { closingsOf } from '../store/closings.ts';
import { closingFacts } from '../store/facts.ts';
import { outcomesOf, recordOutcome } from '../store/outcomes.ts';
import { pauseProposalsOf } from '../store/pause-proposals.ts';
import { pausesOf } from '../store/pauses.ts';
import { newOutcomePage } from '../views/outcomes.ts';
import { closingOverview } from '../views/overview.ts';

const overview = staffRoute({
  method: 'GET',
  path: '/cases/:id/closing',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, pauses, proposedPauses, closings, outcomes] = await Promise.all([
      loadCase(ctx, id),
      pausesOf(ctx.tx, ctx.organisation, id),
      pauseProposalsOf(ctx.tx, ctx.organisation, id),
      closingsOf(ctx.tx, ctx.organisation, id),
      outcomesOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, 'Pause and closing'),
    ]);
    const facts = await closingFacts(ctx.tx, ctx, model.file);
    return page(
      inCase(model, 'Pause and closing', () =>
        closingOverview({ ...model, pauses, proposedPauses, closings, outcomes, hurdles: hurdles(facts) }),
      ),
    );
  },
});

const newOutcome = caseFormPage({
  path: '/cases/:id/outcomes/new',
  params: caseParams,
  may: 'case.work',
  records: 'case.outcome-recorded',
  title: 'What became of it',
  draft: ({ id }) => ({ form: 'outcome', about: id }),
  version: adds,
  load: async (ctx) => (await outcomesOf(ctx.tx, ctx.organisation, ctx.params.id))[0] ?? null,
  schema: () => outcomeForm,
  fresh: (_, __, last) => ({ ...nothingAsked, ...(last && { wished: last.wished }), words: '' }),
  view: newOutcomePage,
  save: async (ctx, outcome) => {
    const { id } = ctx.params;
    await recordOutcome(ctx.tx, ctx, { ...outcome, caseId: id });
    return { to: paths.closing(id), said: 'Saved' };
  },
});

export const overviewRoutes: readonly Route[] = [overview, ...newOutcome];
