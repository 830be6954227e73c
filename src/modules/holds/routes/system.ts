import { withdrawalForm } from '#kit/decision-form.ts';
import { parseForm } from '#kit/forms.ts';
import { type Answer, page, redirect } from '#kit/http/answers.ts';
import { Fault, notFound } from '#kit/http/errors.ts';
import { draftQuery, type FormPage, formOn, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { momentInWords } from '#rules/moment.ts';
import { mayDecide } from '#rules/proposal.ts';
import { systemDecisionForm } from '../forms/system-form.ts';
import { paths } from '../paths.ts';
import { decideSystem, findSystem, type System } from '../store/systems.ts';
import { makeToken, revokeToken } from '../store/tokens.ts';
import { type SystemDecision, standingOf, systemKind } from '../systems.ts';
import { systemPage, tokenPage } from '../views/system.ts';

const params = ids('system');
type SystemContext = StaffContext<{ readonly system: string }>;
interface Decided {
  readonly _version: number;
  readonly decision: 'approved' | 'declined';
  readonly why: string;
}

const decision: FormPage<{ readonly system: string }, unknown, System, Decided> = {
  path: paths.system(':system'),
  takenAt: paths.decide(':system'),
  among: true,
  params,
  may: 'hold-system.decide',
  seenBy: 'hold-system.see',
  records: ['hold-system.approved', 'hold-system.declined'],
  shown: { records: 'hold-systems.viewed' },
  version: ({ version }) => version,
  draft: ({ system }) => ({ form: 'hold-system-decision', about: system }),
  load,
  allows: (system, ctx) => verdictOn(ctx, system, 'declined'),
  schema: () => systemDecisionForm,
  view: (form, system, ctx) => shown(ctx, system, form),
  async save(ctx, { decision, why }, system) {
    await decideSystem(ctx.tx, ctx, system, { decision, why, version: system.version });
    return {
      to: decision === 'approved' ? paths.system(system.id) : paths.systems,
      said: `${decision === 'approved' ? 'Agreed' : 'Declined'}. Whoever proposed it is told`,
    };
  },
};

const one = staffRoute({
  method: 'GET',
  path: paths.system(':system'),
  may: 'hold-system.see',
  records: 'hold-systems.viewed',
  params,
  query: draftQuery,
  async handle(ctx) {
    const system = await load(ctx);
    const form = await formOn(decision, ctx, system);
    await record(ctx.tx, ctx, { name: 'hold-systems.viewed', subjectId: system.id });
    return page(shown(ctx, system, form));
  },
});

const withdrawing = staffRoute({
  method: 'POST',
  path: paths.withdraw(':system'),
  may: 'hold-system.propose',
  records: 'hold-system.withdrawn',
  params,
  async handle(ctx): Promise<Answer> {
    const system = await load(ctx);
    const parsed = parseForm(withdrawalForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const taken = { decision: 'withdrawn', why: '', version: parsed.value._version } as const;
    await decideSystem(ctx.tx, ctx, system, taken);
    return redirect(paths.systems, 'Taken back. Nothing changes');
  },
});

/** The only answer that ever holds the token. */
const making = staffRoute({
  method: 'POST',
  path: paths.token(':system'),
  may: 'hold-system.propose',
  records: 'hold-token.made',
  params,
  async handle(ctx): Promise<Answer> {
    const system = await load(ctx);
    if (standingOf(system, ctx.now) !== 'no_token') throw new Fault('stale');
    const token = await makeToken(ctx.tx, ctx, system);
    const until = momentInWords(ctx.now.add({ hours: 24 * system.tokenDays }), ctx.calendar);
    return page({
      title: 'The token',
      backLink: { href: paths.system(system.id), text: 'The system' },
      main: () => tokenPage({ token, until, system }),
    });
  },
});

const revoking = staffRoute({
  method: 'POST',
  path: paths.revoke(':system'),
  may: 'hold-system.propose',
  records: 'hold-token.revoked',
  params,
  async handle(ctx): Promise<Answer> {
    const system = await load(ctx);
    await revokeToken(ctx.tx, ctx, system);
    return redirect(paths.system(system.id), 'Revoked: it is answered no more');
  },
});

async function load(ctx: SystemContext): Promise<System> {
  const found = await findSystem(ctx.tx, ctx.organisation, ctx.params.system);
  if (!found) throw notFound();
  return found;
}

function verdictOn(ctx: SystemContext, system: System, decision: SystemDecision) {
  return mayDecide(systemKind, system, { by: ctx.staff, sight: 'inside', decision });
}

function shown(ctx: SystemContext, system: System, form: Parameters<typeof systemPage>[1]) {
  const sending = () => ({ csrf: ctx.csrf, submissionId: newId<string>(), version: system.version });
  const model = {
    system,
    pack: ctx.pack,
    standing: standingOf(system, ctx.now),
    mayDecide: verdictOn(ctx, system, 'declined'),
    mayWithdraw: verdictOn(ctx, system, 'withdrawn'),
    sending,
    when: (at: Temporal.Instant) => momentInWords(at, ctx.calendar),
  };
  return {
    title: 'A system that asks',
    backLink: { href: paths.systems, text: 'Systems that ask' },
    main: () => systemPage(model, form),
  };
}

export const systemRoutes: readonly Route[] = [one, ...formPage(decision), withdrawing, making, revoking];
