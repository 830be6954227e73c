import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { withdrawalForm } from '#kit/decision-form.ts';
import { parseForm } from '#kit/forms.ts';
import { type Answer, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { Fault, insist, notFound } from '#kit/http/errors.ts';
import { ids, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { today } from '#rules/calendar.ts';
import { may } from '#rules/may.ts';
import { momentInWords } from '#rules/moment.ts';
import { isOtherText, mayDecideChange, type PolicyDecision } from '../change.ts';
import { difference } from '../difference.ts';
import { policyDecisionForm } from '../forms/policy-form.ts';
import { paths } from '../paths.ts';
import { replacedBy } from '../standing.ts';
import { findChange, type PolicyChange } from '../store/changes.ts';
import { decideChange } from '../store/decide.ts';
import { policyStanding } from '../store/standing.ts';
import { changePage } from '../views/change.ts';
import { shelfOf } from './shelf.ts';

const params = ids('change');
type ChangeContext = StaffContext<{ readonly change: string }>;

export const change = staffRoute({
  method: 'GET',
  path: paths.change(':change'),
  may: 'policy.see',
  records: 'policy.viewed',
  params,
  async handle(ctx) {
    const found = await open(ctx);
    await record(ctx.tx, ctx, { name: 'policy.viewed', subjectId: found.id });
    return page(await shown(ctx, found));
  },
});

export const deciding = staffRoute({
  method: 'POST',
  path: paths.decide(':change'),
  may: 'policy.decide',
  records: ['policy.change-approved', 'policy.change-declined'],
  params,
  async handle(ctx): Promise<Answer> {
    const found = await open(ctx);
    const parsed = parseForm(policyDecisionForm, ctx.body);
    if (!parsed.ok) {
      insist(verdictOn(ctx, found, 'declined'));
      return invalid(await shown(ctx, found, { values: parsed.typed, errors: parsed.errors }));
    }
    const { _version: version, ...decided } = parsed.value;
    await decideChange(ctx.tx, ctx, found, { ...decided, version, pack: shelfOf(ctx)(found.packId) });
    const said = decided.decision === 'approved' ? 'Approved' : 'Declined';
    return redirect(paths.policy, `${said}. Whoever proposed it is told`);
  },
});

export const withdrawing = staffRoute({
  method: 'POST',
  path: paths.withdraw(':change'),
  may: 'policy.propose',
  records: 'policy.change-withdrawn',
  params,
  async handle(ctx): Promise<Answer> {
    const found = await open(ctx);
    const parsed = parseForm(withdrawalForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const taken = { decision: 'withdrawn', why: '', version: parsed.value._version } as const;
    await decideChange(ctx.tx, ctx, found, { ...taken, pack: shelfOf(ctx)(found.packId) });
    return redirect(paths.policy, 'Taken back. Nothing changes');
  },
});

async function open(ctx: ChangeContext): Promise<PolicyChange> {
  const found = await findChange(ctx.tx, ctx.organisation, ctx.params.change);
  if (!found) throw notFound();
  return found;
}

function verdictOn(ctx: ChangeContext, found: PolicyChange, decision: PolicyDecision) {
  const admitted = may(ctx.who.roles, 'policy.decide');
  if (!admitted.allowed) return admitted;
  const pack = shelfOf(ctx)(found.packId);
  return mayDecideChange(found, { by: ctx.staff, decision, today: today(ctx), pack });
}

async function shown(ctx: ChangeContext, found: PolicyChange, form: FormState = freshForm): Promise<Page> {
  const packOf = shelfOf(ctx);
  const { changes, firstId } = await policyStanding(ctx.tx, ctx);
  const pack = packOf(found.packId);
  const first = { id: firstId, version: packOf(firstId)?.version ?? '' };
  const text = replacedBy(found, changes, first, ctx.now);
  const before = { pack: packOf(text.packId), packId: text.packId, version: text.version };
  const comparable =
    pack &&
    before.pack &&
    before.pack !== pack &&
    !isOtherText(found, pack) &&
    before.pack.version === text.version;
  const { calendar, csrf } = ctx;
  const model = {
    change: found,
    own: ctx.pack,
    pack,
    before,
    difference: comparable && before.pack ? difference(before.pack, pack) : null,
    mayApprove: verdictOn(ctx, found, 'approved'),
    mayDecline: verdictOn(ctx, found, 'declined'),
    mayWithdraw: verdictOn(ctx, found, 'withdrawn'),
    maySimulate: may(ctx.who.roles, 'policy.simulate').allowed,
    form,
    csrf,
    submissionIds: [newId<string>(), newId<string>()] as const,
    when: (at: Temporal.Instant) => momentInWords(at, calendar),
  };
  const backLink = { href: paths.policy, text: 'Policy' };
  return { title: 'A change of policy', backLink, main: () => changePage(model) };
}
