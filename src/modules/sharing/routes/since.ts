import type { z } from 'zod';
import { redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { caseFormPage, loadCase } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import type { CaseId } from '#rules/facts.ts';
import { correctionForm, doubtForm } from '../forms/since-form.ts';
import { paths } from '../paths.ts';
import { hasRead } from '../store/read-by.ts';
import { shareOf } from '../store/shares.ts';
import { answerCorrection, answerDoubt, isTheirs, type Since, sinceOf, whichSince } from '../store/since.ts';
import { correctionPage, doubtPage, type Waiting } from '../views/since.ts';
import { waiting } from '../waiting.ts';
import { printNow } from './ready.ts';
import { type ShareContext, shareParams } from './share-params.ts';

const title = 'Sharing';
const sinceParams = ids('id', 'since') as unknown as z.ZodType<{
  readonly id: CaseId;
  readonly since: string;
}>;

async function whatWaits(ctx: ShareContext, kind: Since['kind']): Promise<Waiting> {
  const { id, share: shareId } = ctx.params;
  const [share, since] = await Promise.all([
    shareOf(ctx.tx, ctx.organisation, id, shareId),
    sinceOf(ctx.tx, ctx.organisation, id, shareId),
  ]);
  if (!share || waiting(since, kind).length === 0) throw notFound();
  return { share, since };
}

/** What was held back since may stand in it in other words: somebody looks who neither decided nor sent it. */
const doubt = caseFormPage({
  path: '/cases/:id/shares/:share/doubt',
  params: shareParams,
  may: 'case.work',
  records: 'share.doubt-looked-at',
  title,
  draft: ({ share }) => ({ form: 'share-doubt', about: share }),
  version: endsOnce,
  load: (ctx) => whatWaits(ctx, 'held'),
  schema: () => doubtForm,
  view: doubtPage,
  save: async (ctx, { found, why }, model, facts) => {
    const problem = await mayNotLook(ctx, model, facts);
    if (problem !== '') return { errors: { found: problem } };
    await answerDoubt(ctx.tx, ctx, facts.share, { found, why: why.trim() });
    return { to: paths.share(ctx.params.id, facts.share.id), said: 'Saved' };
  },
});

/** '' where they may: nobody looks at their own, nor without having opened it since. */
async function mayNotLook(ctx: ShareContext, model: CaseModel, { share, since }: Waiting): Promise<string> {
  if (await isTheirs(ctx.tx, ctx, share)) return 'You decided it, or sent it. Somebody else looks at it';
  const print = await printNow(ctx, model, share);
  // Where it repeats it word for word, there is nothing to open.
  if (print === null) return '';
  const [newest] = waiting(since, 'held');
  const read = await hasRead(ctx.tx, ctx, {
    ...{ caseId: share.caseId, shareId: share.id, print, since: newest?.since ?? undefined },
  });
  return read ? '' : 'Read first what would leave, word for word, now that this was held back';
}

const correction = caseFormPage({
  path: '/cases/:id/shares/:share/correction',
  params: shareParams,
  may: 'case.work',
  records: 'share.correction-not-sent',
  title,
  draft: ({ share }) => ({ form: 'share-correction', about: share }),
  version: endsOnce,
  load: (ctx) => whatWaits(ctx, 'corrected'),
  schema: () => correctionForm,
  view: correctionPage,
  save: async (ctx, { why }, _, { share }) => {
    await answerCorrection(ctx.tx, ctx, share, why.trim());
    return { to: paths.share(ctx.params.id, share.id), said: 'Saved' };
  },
});

/** From a promise or a notice: to where it is dealt with, or, once it was, to what was found. */
const one = staffRoute({
  method: 'GET',
  path: '/cases/:id/shares/since/:since',
  params: sinceParams,
  may: 'case.see',
  records: { nothing: 'It leads to a page whose viewing is recorded.' },
  handle: async (ctx) => {
    const { id, since } = ctx.params;
    await loadCase(ctx, id);
    const found = await whichSince(ctx.tx, ctx.organisation, id, since);
    if (!found) throw notFound();
    const { shareId, kind, open } = found;
    return redirect(open && kind === 'held' ? paths.doubt(id, shareId) : `${paths.share(id, shareId)}#since`);
  },
});

export const sinceRoutes: readonly Route[] = [...doubt, ...correction, one];
