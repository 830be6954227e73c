import { page } from '#kit/http/answers.ts';
import { adds } from '#kit/http/form-page.ts';
import { type Route, staffRoute } from '#kit/http/route.ts';
import { courtAnswerAt } from '#modules/breathing-space/index.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { today } from '#rules/calendar.ts';
import { courtSteps } from '#rules/court-steps.ts';
import { dateInWords } from '#rules/moment.ts';
import { labelOf } from '#rules/words.ts';
import { foundForm } from '../forms/found-form.ts';
import { paths } from '../paths.ts';
import { writeMetAndTell } from '../store/look.ts';
import { metIn } from '../store/met.ts';
import { foundPage, ofCasePage } from '../views/of-case.ts';

const title = 'Breathing space';

const show = staffRoute({
  method: 'GET',
  path: '/cases/:id/court-steps',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, met] = await Promise.all([
      loadCase(ctx, id),
      metIn(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, title),
    ]);
    return page(inCase(model, title, () => ofCasePage(model, met)));
  },
});

const found = caseFormPage({
  path: '/cases/:id/court-steps/new',
  params: caseParams,
  may: 'case.work',
  records: 'case.entry-recorded',
  title,
  draft: ({ id }) => ({ form: 'court-step-found', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx) => foundForm(today(ctx)),
  view: foundPage,
  save: async (ctx, { step, taken: onDay, words }, { file }) => {
    const { id: caseId } = ctx.params;
    const at = onDay
      .toZonedDateTime({ timeZone: ctx.calendar.rules.timeZone, plainTime: '12:00' })
      .toInstant();
    if ((await courtAnswerAt(ctx.tx, ctx, { caseId }, at)).goesOn)
      return { errors: { taken: 'Nothing held court action over income on that day' } };
    const said = `${labelOf(courtSteps, step)} was taken on ${dateInWords(onDay)} over income.`;
    const met = { stepId: null, about: { caseId }, how: 'taken', step, onDay, words } as const;
    await writeMetAndTell(ctx.tx, ctx, met, said, file.leadId);
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

export const ofCaseRoutes: readonly Route[] = [show, ...found];
