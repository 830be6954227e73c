import type { z } from 'zod';
import type { FormValue } from '#kit/forms.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route } from '#kit/http/route.ts';
import { inCase, loadCase } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { happened } from '#modules/obligations/index.ts';
import { offeredIn } from '#modules/sharing/index.ts';
import { sharingPaths } from '#modules/sharing/pure.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { momentInWords } from '#rules/moment.ts';
import { asWritten, writingForm } from '../forms/writing-form.ts';
import { hubsFor } from '../store/hubs.ts';
import { referralOf } from '../store/rows.ts';
import { writeReferral } from '../store/write.ts';
import { type WritingModel, writingPage } from '../views/writing.ts';

const params = ids('referral') as z.ZodType<Params>;

/** As many entries as can be looked through on one page. */
const shown = 200;

interface Params {
  readonly referral: string;
}
interface Loaded extends WritingModel {
  readonly caseId: CaseId;
  readonly model: CaseModel;
}

/** In its case: before there is one, it is made by phone. */
const writing = formPage<Params, unknown, Loaded, FormValue<typeof writingForm>>({
  path: '/referrals/:referral/writing',
  params,
  may: 'case.work',
  records: 'share.decided',
  shown: {
    records: 'case.viewed',
    record: (ctx, { caseId }) =>
      happened(ctx.tx, ctx, { name: 'case.viewed', caseId, data: { part: 'Referrals' } }),
  },
  version: adds,
  draft: ({ referral }) => ({ form: 'referral-writing', about: referral }),
  load: async (ctx) => {
    const referral = await referralOf(ctx.tx, ctx.organisation, ctx.params.referral);
    if (!referral?.caseId) throw notFound();
    const { caseId } = referral;
    const model = await loadCase(ctx, caseId);
    const [hubs, offered] = await Promise.all([
      hubsFor(ctx.tx, ctx.organisation, { caseId, kind: referral.kind }),
      offeredIn(ctx, model.file, today(ctx)),
    ]);
    const entries = offered.sharing.entries.shown
      .toReversed()
      .slice(0, shown)
      .map(({ id, happenedAt, words, observed }) => ({
        value: id,
        text: `${momentInWords(happenedAt, ctx.calendar)}: ${(words || observed).slice(0, 120)}`,
      }));
    const { pack, calendar, now } = ctx;
    const assessments = offered.assessmentsNamed;
    return { caseId, referral, model, pack, calendar, now, hubs, entries, assessments };
  },
  schema: (_, { hubs, entries, assessments }) =>
    writingForm({
      hubs: hubs.map(({ id }) => id),
      entries: entries.map(({ value }) => value),
      assessments: assessments.map(({ value }) => value),
    }),
  fresh: (_, { hubs }) => {
    const [first, second] = hubs.filter(({ ofArea }) => ofArea);
    return first && !second ? { hub: first.id } : {};
  },
  view: (form, page) => inCase(page.model, 'Referrals', () => writingPage(page, form)),
  save: async (ctx, given, { caseId, referral, model, hubs }) => {
    const hub = hubs.find(({ id }) => id === given.hub);
    if (!hub) throw notFound();
    const share = await writeReferral(ctx.tx, ctx, {
      ...{ caseId, referral },
      written: { ...given, hub, words: asWritten(given), inDanger: model.file.immediateDanger },
    });
    return { to: sharingPaths.share(caseId, share), said: 'Saved. Nothing has been sent' };
  },
});

export const writingRoutes: readonly Route[] = writing;
