import { withdrawalForm } from '#kit/decision-form.ts';
import { parseForm } from '#kit/forms.ts';
import { type Answer, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { draftQuery, type FormPage, formOn, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { today } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { type Decision, mayDecide } from '#rules/proposal.ts';
import { thresholdDecisionForm } from '../forms/threshold-form.ts';
import { thresholdPaths as paths } from '../paths.ts';
import { agreedFrom, thresholdKind } from '../safer.ts';
import { decideThreshold, loosening } from '../store/set-threshold.ts';
import { areasOf, type ThresholdOnFile, thresholdsOf } from '../store/thresholds.ts';
import { rulesOn } from '../threshold.ts';
import { type ThresholdProposal, thresholdProposalPage } from '../views/threshold-proposal.ts';
import { sets } from './settings.ts';

const params = ids('threshold');
type Context = StaffContext<{ readonly threshold: string }>;

interface Decided {
  readonly decision: 'approved' | 'declined';
  readonly why: string;
}

const decision: FormPage<{ readonly threshold: string }, unknown, Loaded, Decided> = {
  path: paths.threshold(':threshold'),
  takenAt: paths.decideThreshold(':threshold'),
  among: true,
  params,
  may: sets.may,
  records: ['risk.threshold-approved', 'risk.threshold-declined'],
  shown: sets.shown,
  version: ({ threshold }) => threshold.version,
  draft: ({ threshold }) => ({ form: 'threshold-decision', about: threshold }),
  load,
  allows: ({ threshold }, ctx) => verdictOn(ctx, threshold, 'declined'),
  schema: () => thresholdDecisionForm,
  view: (form, loaded, ctx) => shown(ctx, loaded, form),
  async save(ctx, { decision, why }, { threshold }) {
    await decideThreshold(ctx.tx, ctx, threshold, { decision, why, version: threshold.version });
    const said = decision === 'approved' ? agreedFrom(threshold, today(ctx)) : 'Declined. What held goes on';
    return { to: paths.all, said: `${said}. Whoever proposed it is told` };
  },
};

const one = staffRoute({
  method: 'GET',
  path: paths.threshold(':threshold'),
  may: sets.may,
  records: 'risk.settings-viewed',
  params,
  query: draftQuery,
  async handle(ctx) {
    const loaded = await load(ctx);
    const form = await formOn(decision, ctx, loaded);
    await record(ctx.tx, ctx, { name: 'risk.settings-viewed', subjectId: loaded.threshold.id });
    return page(shown(ctx, loaded, form));
  },
});

const withdrawing = staffRoute({
  method: 'POST',
  path: paths.withdrawThreshold(':threshold'),
  may: sets.may,
  records: 'risk.threshold-withdrawn',
  params,
  async handle(ctx): Promise<Answer> {
    const { threshold } = await load(ctx);
    const parsed = parseForm(withdrawalForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const taken = { decision: 'withdrawn', why: '', version: parsed.value._version } as const;
    await decideThreshold(ctx.tx, ctx, threshold, taken);
    return redirect(paths.all, 'Taken back. What held goes on');
  },
});

type Loaded = Pick<ThresholdProposal, 'threshold' | 'fewer' | 'area' | 'now'>;

/** One that is anybody's alone to set has no page of its own. */
async function load(ctx: Context): Promise<Loaded> {
  const [thresholds, areas] = await Promise.all([
    thresholdsOf(ctx.tx, ctx.organisation),
    areasOf(ctx.tx, ctx.organisation),
  ]);
  const threshold = thresholds.find(({ id }) => id === ctx.params.threshold);
  if (!threshold?.needsSecond) throw notFound();
  const fewer = threshold.decision === null ? await loosening(ctx.tx, ctx, threshold) : [];
  const area = areas.find(({ id }) => id === threshold.areaId)?.name ?? null;
  const now = rulesOn(thresholds, threshold.areaId, today(ctx));
  const held = now.bands.filter(({ instrument }) => instrument === threshold.instrument);
  return { threshold, fewer, area, now: { ...now, bands: held } };
}

function verdictOn({ staff }: Context, threshold: ThresholdOnFile, decision: Decision<'approved'>) {
  return mayDecide(thresholdKind, threshold, { by: staff, decision, sight: 'inside' });
}

function shown(ctx: Context, loaded: Loaded, form: Parameters<typeof thresholdProposalPage>[1]) {
  const { threshold } = loaded;
  const model = {
    ...loaded,
    pack: ctx.pack,
    mayDecline: verdictOn(ctx, threshold, 'declined'),
    mayWithdraw: verdictOn(ctx, threshold, 'withdrawn'),
    withdrawing: { csrf: ctx.csrf, submissionId: newId<string>(), version: threshold.version },
    when: (at: Temporal.Instant) => momentInWords(at, ctx.calendar),
  };
  return {
    title: 'A local threshold',
    backLink: { href: paths.all, text: 'Local thresholds of risk' },
    paper: 'page' as const,
    main: () => thresholdProposalPage(model, form),
  };
}

export const decisionRoutes: readonly Route[] = [one, ...formPage(decision), withdrawing];
