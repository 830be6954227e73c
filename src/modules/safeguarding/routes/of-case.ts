import { adds } from '#kit/http/form-page.ts';
import type { Route } from '#kit/http/route.ts';
import { caseFormPage, caseParams } from '#modules/case-file/index.ts';
import { adultsForm, beginForm } from '../forms/referral-form.ts';
import { paths } from '../paths.ts';
import { answerAdults } from '../store/adults.ts';
import { proposeNoReferral } from '../store/no-referral.ts';
import { referralOwed } from '../store/owed.ts';
import { promiseReferral } from '../store/promise.ts';
import { referralsOf } from '../store/rows.ts';
import { beginPage, casePage } from '../views/of-case.ts';

const begin = caseFormPage({
  path: '/cases/:id/referrals/new',
  params: caseParams,
  may: 'case.work',
  records: ['child-referral.promised', 'adult-referral.promised'],
  title: 'Referrals',
  draft: ({ id }) => ({ form: 'referral', about: id }),
  version: adds,
  load: async () => null,
  schema: () => beginForm,
  view: (model, form) => beginPage(model, form),
  save: async (ctx, { why, ...said }) => {
    const { id } = ctx.params;
    const referral = await promiseReferral(ctx.tx, ctx, {
      ...said,
      ...(said.said !== 'not_referred' && { why: why.trim() }),
      caseId: id,
      from: 'case',
    });
    if (said.said === 'not_referred') await proposeNoReferral(ctx.tx, ctx, referral, why.trim());
    return { to: paths.referral(referral), said: 'Saved' };
  },
});

/** Asked until it is known, on the page of the referrals (L2.5). */
const adults = caseFormPage({
  path: '/cases/:id/referrals',
  takenAt: '/cases/:id/referrals/adults',
  params: caseParams,
  may: 'case.work',
  seenBy: 'case.see',
  records: 'safeguarding.adults-asked',
  title: 'Referrals',
  draft: ({ id }) => ({ form: 'adults', about: id }),
  version: (model) => model.file.version,
  load: (ctx) => referralsOf(ctx.tx, ctx.organisation, { caseId: ctx.params.id }),
  schema: () => adultsForm,
  fresh: (_, model) => (model.file.adultsAtRisk === 'not_asked' ? {} : { adults: model.file.adultsAtRisk }),
  view: (model, form, referrals) => casePage(model, form, referrals),
  save: async (ctx, answer) => {
    const { id } = ctx.params;
    await answerAdults(ctx.tx, ctx, { caseId: id, adults: answer.adults, version: null });
    const owed = answer.adults === 'yes' ? await referralOwed(ctx.tx, ctx, id, 'adult') : null;
    return { to: owed ? paths.referral(owed) : paths.ofCase(id), said: 'Saved' };
  },
});

export const caseRoutes: readonly Route[] = [...adults, ...begin];
