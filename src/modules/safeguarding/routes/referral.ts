import type { z } from 'zod';
import type { FormModel } from '#kit/components/form.ts';
import { type Form, parseForm } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import { invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce, type FormPage, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { momentFields } from '#kit/typed-moment.ts';
import { inCase, loadCase } from '#modules/case-file/index.ts';
import type { CaseModel } from '#modules/case-file/pure.ts';
import { happened } from '#modules/obligations/index.ts';
import { atTheOffice, today } from '#rules/calendar.ts';
import type { Verdict } from '#rules/facts.ts';
import { mayDecide } from '#rules/proposal.ts';
import {
  answerForm,
  decideForm,
  type LawThen,
  madeForm,
  noReferralDecisionForm,
  noReferralForm,
  strikeForm,
} from '../forms/referral-form.ts';
import { paths } from '../paths.ts';
import { lastWritten, noReferral } from '../referral.ts';
import { decideReferral } from '../store/decide.ts';
import { decideNoReferral, proposeNoReferral, sightOn } from '../store/no-referral.ts';
import { type Referral, referralOf } from '../store/rows.ts';
import { recordStep } from '../store/steps.ts';
import { strikeLast } from '../store/strike.ts';
import { writtenFor } from '../store/write.ts';
import { decidePage } from '../views/decide.ts';
import { answerPage, madePage, noReferralPage, strikePage } from '../views/forms.ts';
import { type ReferralModel, referralPage } from '../views/referral.ts';

const params = ids('referral') as z.ZodType<{ readonly referral: string }>;
type ReferralContext = StaffContext<{ readonly referral: string }>;
type Params = { readonly referral: string };

/** The referral, in its case where there is one; behind either wall it is not there. */
async function loaded(ctx: ReferralContext): Promise<ReferralModel> {
  const referral = await referralOf(ctx.tx, ctx.organisation, ctx.params.referral);
  if (!referral) throw notFound();
  const { pack, calendar, now } = ctx;
  const model: CaseModel | null = referral.caseId ? await loadCase(ctx, referral.caseId) : null;
  return { referral, model, pack, calendar, now };
}

/** A look at it is a look at its case, or at what was told. */
function viewed(ctx: ReferralContext, { referral }: ReferralModel): Promise<string> {
  const { caseId, disclosureId } = referral;
  return caseId
    ? happened(ctx.tx, ctx, { name: 'case.viewed', caseId, data: { part: 'Referrals' } })
    : happened(ctx.tx, ctx, { name: 'disclosure.viewed', disclosureId, subjectId: disclosureId });
}

function framed({ model, referral }: ReferralModel, main: () => Html): Page {
  if (model) return inCase(model, 'Referrals', main);
  const href = `/disclosures/${referral.disclosureId}`;
  return { title: 'Referrals', backLink: { href, text: 'What was told' }, main };
}

interface ReferralForm<Value>
  extends Pick<FormPage<Params, unknown, ReferralModel, Value>, 'records' | 'fresh'> {
  readonly path: string;
  readonly version: typeof adds | typeof endsOnce;
  schema(ctx: ReferralContext): Form<Value>;
  view(model: ReferralModel, form: FormModel): Html;
  save(ctx: ReferralContext, value: Value): Promise<unknown>;
}

function referralForm<Value>(form: ReferralForm<Value>): readonly Route[] {
  const name = form.path.split('/').at(-1) ?? '';
  return formPage<Params, unknown, ReferralModel, Value>({
    ...form,
    params,
    may: 'case.work',
    shown: { records: ['case.viewed', 'disclosure.viewed'], record: viewed },
    draft: ({ referral }) => ({ form: `referral-${name}`, about: referral }),
    load: loaded,
    view: (fields, model) => framed(model, () => form.view(model, fields)),
    save: async (ctx, value) => {
      await form.save(ctx, value);
      return { to: paths.referral(ctx.params.referral), said: 'Saved' };
    },
  });
}

const now = (ctx: ReferralContext) => momentFields('happened', ctx.now, ctx.calendar.rules.timeZone);

const made = referralForm({
  path: '/referrals/:referral/made',
  records: 'safeguarding.referred',
  version: endsOnce,
  schema: (ctx) => madeForm(ctx.calendar.rules.timeZone, ctx.now),
  fresh: now,
  view: madePage,
  save: (ctx, { happened: happenedAt, ...done }) =>
    recordStep(ctx.tx, ctx, ctx.params.referral, { step: 'made', happenedAt, ...done }),
});

const answered = referralForm({
  path: '/referrals/:referral/answer',
  records: [
    'safeguarding.answered',
    'safeguarding.chased',
    'safeguarding.acknowledged-by-them',
    'safeguarding.acknowledged-to-us',
  ],
  version: adds,
  schema: (ctx) => answerForm(ctx.calendar.rules.timeZone, ctx.now),
  fresh: now,
  view: answerPage,
  save: (ctx, { happened: happenedAt, answer, ...said }) =>
    recordStep(ctx.tx, ctx, ctx.params.referral, {
      ...(answer === 'chased' || answer === 'acknowledged' ? { step: answer } : { step: 'answered', answer }),
      happenedAt,
      ...said,
    }),
});

const lawThen = (ctx: ReferralContext): LawThen => ({ on: today(ctx), landlord: ctx.pack.landlord ?? null });

const decided = referralForm({
  path: '/referrals/:referral/decision',
  records: ['safeguarding.decided', 'safeguarding.no-referral-proposed'],
  version: adds,
  schema: (ctx) => decideForm(lawThen(ctx)),
  view: (model, form) => {
    const on = atTheOffice(model.now, model.calendar).toPlainDate();
    return decidePage(model, form, { on, landlord: model.pack.landlord ?? null });
  },
  save: (ctx, value) => decideReferral(ctx.tx, ctx, ctx.params.referral, { ...value, why: value.why.trim() }),
});

const strikeParams = ids('referral', 'step') as unknown as z.ZodType<StrikeParams>;
type StrikeParams = Params & { readonly step: string };

/** Only the last step, and while it is the last. */
const struck = formPage<StrikeParams, unknown, ReferralModel, { readonly why: string }>({
  path: '/referrals/:referral/steps/:step/correction',
  params: strikeParams,
  may: 'case.work',
  records: 'safeguarding.corrected',
  shown: { records: ['case.viewed', 'disclosure.viewed'], record: viewed },
  draft: ({ step }) => ({ form: 'referral-correction', about: step }),
  version: endsOnce,
  schema: () => strikeForm,
  load: async (ctx) => {
    const model = await loaded(ctx);
    if (model.referral.caseId && lastWritten(model.referral)?.id === ctx.params.step) return model;
    throw notFound();
  },
  view: (fields, model) => framed(model, () => strikePage(model, fields)),
  save: async (ctx, { why }) => {
    const { referral, step } = ctx.params;
    await strikeLast(ctx.tx, ctx, referral, { stepId: step, why: why.trim() });
    return { to: paths.referral(referral), said: 'Saved' };
  },
});

const notMade = referralForm({
  path: '/referrals/:referral/no-referral',
  records: 'safeguarding.no-referral-proposed',
  version: endsOnce,
  schema: () => noReferralForm,
  view: noReferralPage,
  save: (ctx, { why }) => proposeNoReferral(ctx.tx, ctx, ctx.params.referral, why.trim()),
});

const shown = staffRoute({
  method: 'GET',
  path: '/referrals/:referral',
  params,
  may: 'case.see',
  records: ['case.viewed', 'disclosure.viewed'],
  handle: async (ctx) => page(await referralShown(ctx)),
});

const decide = staffRoute({
  method: 'POST',
  path: '/referrals/:referral',
  params,
  may: 'case.work',
  records: ['safeguarding.no-referral-approved', 'safeguarding.no-referral-declined'],
  handle: async (ctx) => {
    const parsed = parseForm(noReferralDecisionForm, ctx.body);
    if (!parsed.ok) return invalid(await referralShown(ctx, { values: parsed.typed, errors: parsed.errors }));
    const { _version: version, decision, why } = parsed.value;
    const referralId = ctx.params.referral;
    await decideNoReferral(ctx.tx, ctx, { referralId, version, decision, why: why.trim() });
    return redirect(paths.referral(referralId), 'The decision is saved');
  },
});

async function referralShown(
  ctx: ReferralContext,
  form: FormModel['form'] = { values: {}, errors: {} },
): Promise<Page> {
  const model = await loaded(ctx);
  await viewed(ctx, model);
  const deciding = await mayDecideOn(ctx, model.referral);
  const waiting = model.referral.decisions.find(({ decision }) => decision === null);
  const fields = {
    form,
    action: paths.referral(model.referral.id),
    csrf: ctx.csrf,
    submissionId: newId<string>(),
    version: waiting?.version,
  };
  const written = await writtenFor(ctx.tx, ctx.organisation, model.referral.id);
  return framed(model, () => referralPage({ ...model, written }, fields, deciding));
}

/** Null while nothing waits to be decided. */
async function mayDecideOn(ctx: ReferralContext, referral: Referral): Promise<Verdict | null> {
  const waiting = referral.decisions.find(({ decision }) => decision === null);
  if (!waiting) return null;
  const sight = await sightOn(ctx.tx, ctx, referral);
  return mayDecide(noReferral, waiting, { by: ctx.staff, sight, decision: 'approved' });
}

export const referralRoutes: readonly Route[] = [
  ...decided,
  ...made,
  ...answered,
  ...struck,
  ...notMade,
  shown,
  decide,
];
