import { z } from 'zod';
import { choice, requiredWords } from '#kit/forms.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route } from '#kit/http/route.ts';
import { reason } from '#kit/real-reason.ts';
import { momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import { reviewReasonKinds } from '../review-reasons.ts';
import { addReviewReason, endReviewReason, reviewReasons } from '../store/review-reasons.ts';
import { endReasonPage, newReasonPage } from '../views/review-reasons.ts';

const base = {
  may: 'policy.call-for-review',
  shown: { records: { nothing: 'Reasons to review the policy, which hold nothing of a case.' } },
} as const;
const backLink = { href: paths.policy, text: 'Policy' };

const reasonForm = z.object({
  kind: choice(
    reviewReasonKinds.map(({ value }) => value),
    'Choose what calls for the review',
  ),
  words: requiredWords('Say what has changed', 4_000),
});

const adding = formPage({
  ...base,
  path: paths.newReason,
  records: 'policy.review-called-for',
  version: adds,
  draft: () => ({ form: 'policy-reason', about: null }),
  load: async () => null,
  schema: () => reasonForm,
  view: (form) => ({ title: 'A reason to review the policy', backLink, main: () => newReasonPage(form) }),
  save: async (ctx, reason) => {
    await addReviewReason(ctx.tx, ctx, reason);
    return { to: paths.policy, said: 'The reason stands open until it is answered' };
  },
});

const answerForm = z.object({
  why: reason('Say what the review decided, or why none is needed', 4_000),
});

const ending = formPage({
  ...base,
  path: paths.endReason(':reason'),
  params: ids('reason'),
  records: 'policy.review-answered',
  draft: ({ reason: about }) => ({ form: 'policy-reason-ending', about }),
  load: async (ctx) => {
    const reasons = await reviewReasons(ctx.tx, ctx.organisation);
    const found = reasons.find(({ id }) => id === ctx.params.reason);
    if (!found || found.endedAt) throw notFound();
    return found;
  },
  version: ({ version }) => version,
  schema: () => answerForm,
  view: (form, found, { calendar }) => ({
    title: 'Answer a reason to review the policy',
    backLink,
    main: () => endReasonPage(form, found, (at) => momentInWords(at, calendar)),
  }),
  save: async (ctx, { why }, { id, version }) => {
    await endReviewReason(ctx.tx, ctx, { id, version, why });
    return { to: paths.policy, said: 'The reason is answered' };
  },
});

export const reviewReasonRoutes: readonly Route[] = [...adding, ...ending];
