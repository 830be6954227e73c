import { withdrawalForm } from '#kit/decision-form.ts';
import { parseForm } from '#kit/forms.ts';
import { type Answer, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { draftQuery, type FormPage, formOn, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { today } from '#rules/calendar.ts';
import { may } from '#rules/may.ts';
import { momentInWords } from '#rules/moment.ts';
import { isOtherText, mayDecideChange, type PolicyDecision } from '../change.ts';
import { difference } from '../difference.ts';
import { type DecidedChange, policyDecisionForm } from '../forms/policy-form.ts';
import { paths } from '../paths.ts';
import { replacedBy } from '../standing.ts';
import { findChange, type PolicyChange } from '../store/changes.ts';
import { decideChange } from '../store/decide.ts';
import { type PolicyStanding, policyStanding } from '../store/standing.ts';
import { changePage } from '../views/change.ts';
import { shelfOf } from './shelf.ts';

const params = ids('change');
type ChangeContext = StaffContext<{ readonly change: string }>;

interface Opened {
  readonly change: PolicyChange;
  readonly standing: PolicyStanding;
}

const decision: FormPage<{ readonly change: string }, unknown, Opened, DecidedChange> = {
  path: paths.change(':change'),
  takenAt: paths.decide(':change'),
  among: true,
  params,
  may: 'policy.decide',
  seenBy: 'policy.see',
  records: ['policy.change-approved', 'policy.change-declined'],
  shown: { records: 'policy.viewed' },
  version: ({ change }) => change.version,
  draft: ({ change }) => ({ form: 'policy-decision', about: change }),
  load,
  allows: ({ change }, ctx) => verdictOn(ctx, change, 'declined'),
  schema: () => policyDecisionForm,
  view: (form, opened, ctx) => shown(ctx, opened, form),
  async save(ctx, { decision, why }, { change }) {
    const decided = { decision, why, version: change.version, pack: shelfOf(ctx)(change.packId) };
    await decideChange(ctx.tx, ctx, change, decided);
    return { to: paths.policy, said: `${said[decision]}. Whoever proposed it is told` };
  },
};
const said = { approved: 'Approved', declined: 'Declined' } as const;

const one = staffRoute({
  method: 'GET',
  path: paths.change(':change'),
  may: 'policy.see',
  records: 'policy.viewed',
  params,
  query: draftQuery,
  async handle(ctx) {
    const opened = await load(ctx);
    const form = await formOn(decision, ctx, opened);
    await record(ctx.tx, ctx, { name: 'policy.viewed', subjectId: opened.change.id });
    return page(shown(ctx, opened, form));
  },
});

const withdrawing = staffRoute({
  method: 'POST',
  path: paths.withdraw(':change'),
  may: 'policy.propose',
  records: 'policy.change-withdrawn',
  params,
  async handle(ctx): Promise<Answer> {
    const { change } = await load(ctx);
    const parsed = parseForm(withdrawalForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const taken = { decision: 'withdrawn', why: '', version: parsed.value._version } as const;
    await decideChange(ctx.tx, ctx, change, { ...taken, pack: shelfOf(ctx)(change.packId) });
    return redirect(paths.policy, 'Taken back. Nothing changes');
  },
});

async function load(ctx: ChangeContext): Promise<Opened> {
  const [change, standing] = await Promise.all([
    findChange(ctx.tx, ctx.organisation, ctx.params.change),
    policyStanding(ctx.tx, ctx),
  ]);
  if (!change) throw notFound();
  return { change, standing };
}

function verdictOn(ctx: ChangeContext, change: PolicyChange, decision: PolicyDecision) {
  const admitted = may(ctx.who.roles, 'policy.decide');
  if (!admitted.allowed) return admitted;
  const pack = shelfOf(ctx)(change.packId);
  return mayDecideChange(change, { by: ctx.staff, decision, today: today(ctx), pack });
}

function shown(ctx: ChangeContext, { change, standing }: Opened, form: Parameters<typeof changePage>[1]) {
  const packOf = shelfOf(ctx);
  const pack = packOf(change.packId);
  const first = { id: standing.firstId, version: packOf(standing.firstId)?.version ?? '' };
  const replaced = replacedBy(change, standing.changes, first, ctx.now);
  const before = packOf(replaced.packId);
  const comparable =
    pack && before && pack !== before && !isOtherText(change, pack) && before.version === replaced.version;
  const { calendar } = ctx;
  const model = {
    change,
    own: ctx.pack,
    pack,
    before: { ...replaced, pack: before },
    difference: comparable ? difference(before, pack) : null,
    mayApprove: verdictOn(ctx, change, 'approved'),
    mayDecline: verdictOn(ctx, change, 'declined'),
    mayWithdraw: verdictOn(ctx, change, 'withdrawn'),
    maySimulate: may(ctx.who.roles, 'policy.simulate').allowed,
    withdrawing: { csrf: ctx.csrf, submissionId: newId<string>(), version: change.version },
    when: (at: Temporal.Instant) => momentInWords(at, calendar),
  };
  const backLink = { href: paths.policy, text: 'Policy' };
  return {
    title: 'A change of policy',
    backLink,
    paper: 'page' as const,
    main: () => changePage(model, form),
  };
}

export const changeRoutes: readonly Route[] = [one, ...formPage(decision), withdrawing];
