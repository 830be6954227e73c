import type { z } from 'zod';
import { notFound } from '#kit/http/errors.ts';
import { ids } from '#kit/http/route.ts';
import { caseFormPage } from '#modules/case-file/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { sightOf } from '#rules/proposal.ts';
import { answerForm } from '../answer-form.ts';
import { paths } from '../paths.ts';
import { mayAnswer } from '../sample.ts';
import { answerSample, sampleOf } from '../store/samples.ts';
import { samplePage } from '../views/sample.ts';

const params = ids('id', 'sample') as z.ZodType<{ readonly id: CaseId; readonly sample: string }>;

/** A kept promise that was drawn by chance: does somebody else agree that it was kept? */
export const sample = caseFormPage({
  path: '/cases/:id/samples/:sample',
  params,
  may: 'check.answer',
  records: 'sample.answered',
  title: 'Drawn by chance',
  draft: ({ sample: about }) => ({ form: 'sample', about }),
  load: async (ctx, loading) => {
    const { file } = await loading;
    const found = await sampleOf(ctx.tx, ctx.organisation, ctx.params.sample);
    if (found?.caseId !== ctx.params.id) throw notFound();
    const sampled = { ...found, leads: [found.leadThen, found.leadNow] };
    return { found, may: mayAnswer(sampled, ctx.staff, sightOf(file)) };
  },
  version: (_, { found }) => found.version,
  schema: () => answerForm,
  view: (model, form, { found, may }) => samplePage(model, form, found, may),
  save: async (ctx, { _version: version, answer, why }, { file }, { found }) => {
    await answerSample(ctx.tx, ctx, found, { answer, why, version, sight: sightOf(file) });
    return { to: paths.list, said: 'Your answer is saved' };
  },
});
