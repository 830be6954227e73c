import type { z } from 'zod';
import { decisionForm } from '#kit/decision-form.ts';
import { notFound } from '#kit/http/errors.ts';
import { ids } from '#kit/http/route.ts';
import { isReason } from '#kit/real-reason.ts';
import { caseFormPage } from '#modules/case-file/index.ts';
import { lateRecord, lateRecordOf, lookAtLate } from '#modules/obligations/index.ts';
import type { CaseId } from '#rules/facts.ts';
import { mayDecide, sightOf } from '#rules/proposal.ts';
import { paths } from '../paths.ts';
import { latePage } from '../views/late.ts';

const params = ids('id', 'late') as z.ZodType<{ readonly id: CaseId; readonly late: string }>;

/** What was written down after its deadline for a time before, looked at by somebody else than whoever wrote it. */
const lateForm = decisionForm(['confirmed', 'declined'], {
  choose: 'Choose whether it was so',
  whyNot: 'Say why it was not so, or cannot be seen',
}).refine(({ decision, why }) => decision === 'declined' || isReason(why), {
  path: ['why'],
  message: 'Say in a sentence what you looked at, and what it shows',
});

export const late = caseFormPage({
  path: '/cases/:id/late/:late',
  params,
  may: 'check.answer',
  records: ['late-record.confirmed', 'late-record.declined'],
  title: 'Recorded late',
  draft: ({ late: about }) => ({ form: 'late', about }),
  load: async (ctx, loading) => {
    const { file } = await loading;
    const found = await lateRecordOf(ctx.tx, ctx.organisation, ctx.params.late);
    if (found?.caseId !== ctx.params.id) throw notFound();
    const deciding = { by: ctx.staff, sight: sightOf(file), decision: 'confirmed' } as const;
    return { found, may: mayDecide(lateRecord, { ...found, about: found.recordedBy }, deciding) };
  },
  version: (_, { found }) => found.version,
  schema: () => lateForm,
  view: (model, form, { found, may }) => latePage(model, form, found, may),
  save: async (ctx, { _version: version, decision, why }, { file }, { found }) => {
    await lookAtLate(ctx.tx, ctx, found, { decision, why, version, sight: sightOf(file) });
    return { to: paths.list, said: 'Your answer is saved' };
  },
});
