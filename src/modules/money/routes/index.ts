import type { z } from 'zod';
import { page } from '#kit/http/answers.ts';
import { adds, endsOnce } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { dayFields } from '#kit/typed-day.ts';
import { caseFormPage, caseParams, inCase, loadCase, recordView } from '#modules/case-file/index.ts';
import { recordedInError } from '#modules/case-file/pure.ts';
import { today } from '#rules/calendar.ts';
import type { CaseId } from '#rules/facts.ts';
import { labelOf } from '#rules/words.ts';
import { benefitsOn } from '../benefits.ts';
import { correctionForm, gainForm, matterForm, stepForm } from '../forms/money-forms.ts';
import { gainKinds, mayFollow } from '../matters.ts';
import { paths } from '../paths.ts';
import { gainOf, gainsOf, recordGain, strikeGain } from '../store/gains.ts';
import { matterOf, mattersOf, recordMatter, recordStep, strikeMatter } from '../store/matters.ts';
import { gainPage, matterPage, stepPage } from '../views/money-forms.ts';
import { casePage } from '../views/of-case.ts';
import { matterInWords } from '../words.ts';

const title = 'Money';

interface OfMatter {
  readonly id: CaseId;
  readonly matter: string;
}
const matterParams = ids('id', 'matter') as z.ZodType<OfMatter>;
interface OfGain {
  readonly id: CaseId;
  readonly gain: string;
}
const gainParams = ids('id', 'gain') as z.ZodType<OfGain>;

const ofCase = staffRoute({
  method: 'GET',
  path: '/cases/:id/money',
  params: caseParams,
  may: 'case.see',
  records: 'case.viewed',
  handle: async (ctx) => {
    const { id } = ctx.params;
    const [model, matters, gains] = await Promise.all([
      loadCase(ctx, id),
      mattersOf(ctx.tx, ctx.organisation, id),
      gainsOf(ctx.tx, ctx.organisation, id),
      recordView(ctx, id, title),
    ]);
    const benefits = benefitsOn(today(ctx));
    return page(inCase(model, title, () => casePage(model, { matters, gains, benefits })));
  },
});

const matter = caseFormPage({
  path: '/cases/:id/money/new',
  params: caseParams,
  may: 'case.work',
  records: 'money.told',
  title,
  draft: ({ id }) => ({ form: 'money', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx) => matterForm(today(ctx)),
  fresh: (ctx) => dayFields('happened', today(ctx)),
  view: matterPage,
  save: async (ctx, { happened: toldOn, ...said }) => {
    const { id: caseId } = ctx.params;
    await recordMatter(ctx.tx, ctx, { ...said, caseId, toldOn });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const step = caseFormPage({
  path: '/cases/:id/money/:matter/step',
  params: matterParams,
  may: 'case.work',
  records: ['money.reviewed', 'money.done', 'money.left'],
  title,
  draft: ({ matter: about }) => ({ form: 'money-step', about }),
  version: (_, { steps }) => steps.length,
  load: (ctx) => matterOf(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.matter),
  schema: (ctx) => stepForm(today(ctx)),
  fresh: (ctx) => dayFields('happened', today(ctx)),
  view: stepPage,
  save: async (ctx, { happened: happenedOn, ...said }, _, { steps }) => {
    const { id: caseId, matter: matterId } = ctx.params;
    const verdict = mayFollow(steps, said.step);
    if (!verdict.allowed) return { errors: { step: verdict.reason } };
    await recordStep(ctx.tx, ctx, { ...said, caseId, matterId, happenedOn });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const matterCorrection = caseFormPage({
  path: '/cases/:id/money/:matter/correction',
  params: matterParams,
  may: 'case.work',
  records: 'money.corrected',
  title,
  draft: ({ matter: about }) => ({ form: 'money-correction', about }),
  version: endsOnce,
  load: (ctx) => matterOf(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.matter),
  schema: () => correctionForm,
  view: (model, form, known) => recordedInError(model, form, 'Money', matterInWords(known)),
  save: async (ctx, { reason }) => {
    const { id: caseId, matter: id } = ctx.params;
    await strikeMatter(ctx.tx, ctx, { caseId, id, reason: reason.trim() });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const gain = caseFormPage({
  path: '/cases/:id/money/gains/new',
  params: caseParams,
  may: 'case.work',
  records: 'money.gained',
  title,
  draft: ({ id }) => ({ form: 'money-gain', about: id }),
  version: adds,
  load: async () => null,
  schema: (ctx) => gainForm(today(ctx)),
  fresh: (ctx) => dayFields('happened', today(ctx)),
  view: gainPage,
  save: async (ctx, { happened: since, once, weekly, ...said }) => {
    const { id: caseId } = ctx.params;
    await recordGain(ctx.tx, ctx, { ...said, caseId, since, oncePence: once ?? 0, weeklyPence: weekly ?? 0 });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

const gainCorrection = caseFormPage({
  path: '/cases/:id/money/gains/:gain/correction',
  params: gainParams,
  may: 'case.work',
  records: 'money.corrected',
  title,
  draft: ({ gain: about }) => ({ form: 'money-gain-correction', about }),
  version: endsOnce,
  load: (ctx) => gainOf(ctx.tx, ctx.organisation, ctx.params.id, ctx.params.gain),
  schema: () => correctionForm,
  view: (model, form, { kind }) => recordedInError(model, form, 'Money', labelOf(gainKinds, kind)),
  save: async (ctx, { reason }) => {
    const { id: caseId, gain: id } = ctx.params;
    await strikeGain(ctx.tx, ctx, { caseId, id, reason: reason.trim() });
    return { to: paths.ofCase(caseId), said: 'Saved' };
  },
});

export const routes: readonly Route[] = [
  ofCase,
  ...matter,
  ...step,
  ...matterCorrection,
  ...gain,
  ...gainCorrection,
];
