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
import { type ClosureDecision, isShort, mayDecideClosure, stillToOpen } from '../closures.ts';
import { closureDecisionForm } from '../forms/closure-form.ts';
import type { DecidedChange } from '../forms/policy-form.ts';
import { paths } from '../paths.ts';
import { type Closure, decideClosure, findClosure } from '../store/closures.ts';
import { closurePage } from '../views/closure.ts';

const params = ids('closure');
type ClosureContext = StaffContext<{ readonly closure: string }>;

const decision: FormPage<{ readonly closure: string }, unknown, Closure, DecidedChange> = {
  path: paths.closure(':closure'),
  takenAt: paths.decideClosure(':closure'),
  among: true,
  params,
  may: 'closure.decide',
  seenBy: 'policy.see',
  records: ['closure.approved', 'closure.declined'],
  shown: { records: 'policy.viewed' },
  version: ({ version }) => version,
  draft: ({ closure }) => ({ form: 'closure-decision', about: closure }),
  load,
  allows: (closure, ctx) => verdictOn(ctx, closure, 'declined'),
  schema: () => closureDecisionForm,
  view: (form, closure, ctx) => shown(ctx, closure, form),
  async save(ctx, { decision, why }, closure) {
    await decideClosure(ctx.tx, ctx, closure, { decision, why, version: closure.version });
    return { to: paths.hours, said: `${said[decision]}. Whoever proposed it is told` };
  },
};
const said = { approved: 'Agreed', declined: 'Declined' } as const;

const one = staffRoute({
  method: 'GET',
  path: paths.closure(':closure'),
  may: 'policy.see',
  records: 'policy.viewed',
  params,
  query: draftQuery,
  async handle(ctx) {
    const closure = await load(ctx);
    const form = await formOn(decision, ctx, closure);
    await record(ctx.tx, ctx, { name: 'policy.viewed', subjectId: closure.id, data: { part: 'closure' } });
    return page(shown(ctx, closure, form));
  },
});

const withdrawing = staffRoute({
  method: 'POST',
  path: paths.withdrawClosure(':closure'),
  may: 'closure.propose',
  records: 'closure.withdrawn',
  params,
  async handle(ctx): Promise<Answer> {
    const closure = await load(ctx);
    const parsed = parseForm(withdrawalForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const taken = { decision: 'withdrawn', why: '', version: parsed.value._version } as const;
    await decideClosure(ctx.tx, ctx, closure, taken);
    return redirect(paths.hours, 'Taken back. Nothing changes');
  },
});

async function load(ctx: ClosureContext): Promise<Closure> {
  const found = await findClosure(ctx.tx, ctx.organisation, ctx.params.closure);
  if (!found) throw notFound();
  return found;
}

function verdictOn(ctx: ClosureContext, closure: Closure, decision: ClosureDecision) {
  const admitted = may(ctx.who.roles, 'closure.decide');
  if (!admitted.allowed) return admitted;
  return mayDecideClosure(closure, { by: ctx.staff, decision, calendar: ctx.calendar, today: today(ctx) });
}

function shown(ctx: ClosureContext, closure: Closure, form: Parameters<typeof closurePage>[1]) {
  const { calendar, pack } = ctx;
  const day = today(ctx);
  const stands = closure.opens === null && closure.decision === 'approved' && closure.openedAt === null;
  const model = {
    closure,
    pack,
    calendar,
    short: closure.decision === null && isShort(closure, day),
    mayApprove: verdictOn(ctx, closure, 'approved'),
    mayDecline: verdictOn(ctx, closure, 'declined'),
    mayWithdraw: verdictOn(ctx, closure, 'withdrawn'),
    mayOpen: stands && stillToOpen(closure, day) !== null && may(ctx.who.roles, 'closure.propose').allowed,
    maySeeOnCall: may(ctx.who.roles, 'diary.own').allowed,
    withdrawing: { csrf: ctx.csrf, submissionId: newId<string>(), version: closure.version },
    when: (at: Temporal.Instant) => momentInWords(at, calendar),
  };
  return {
    title: 'Closed days',
    backLink: { href: paths.hours, text: 'Office hours' },
    paper: 'page' as const,
    main: () => closurePage(model, form),
  };
}

export const closureDecisionRoutes: readonly Route[] = [one, ...formPage(decision), withdrawing];
