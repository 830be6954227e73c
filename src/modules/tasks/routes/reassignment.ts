import { type FormState, freshForm } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { conflicting, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { Fault } from '#kit/http/errors.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { listStaff } from '#modules/account/index.ts';
import { awayAt } from '#modules/rota/index.ts';
import { caseRoles, type StaffId } from '#rules/facts.ts';
import {
  type AskedReassignment,
  confirmedForm,
  fromQuery,
  reassignmentForm,
} from '../forms/reassignment-form.ts';
import { paths } from '../paths.ts';
import { countsOf, loadChanges, takersOf } from '../reassignment.ts';
import { type MovePlan, planKey, planMoves } from '../spread.ts';
import { leadLoads } from '../store/balance.ts';
import { movesAlong } from '../store/hand-over.ts';
import { movableCases } from '../store/moving-cases.ts';
import { reassign, recentReassignments } from '../store/reassignments.ts';
import { previewPage } from '../views/preview.ts';
import { reassignmentPage } from '../views/reassignment.ts';

type From = StaffId | 'unallocated';

const choose = staffRoute({
  method: 'GET',
  path: paths.reassignment,
  query: fromQuery,
  may: 'caseload.reassign',
  records: 'cases.listed',
  handle: async (ctx) => page(await choosing(ctx, ctx.query.lead, freshForm)),
});

const previewAgain = staffRoute({
  method: 'GET',
  path: paths.preview,
  may: 'caseload.reassign',
  records: { nothing: 'It leads to where cases are chosen.' },
  handle: async () => redirect(paths.reassignment),
});

const preview = staffRoute({
  method: 'POST',
  path: paths.preview,
  may: 'caseload.reassign',
  records: 'cases.listed',
  once: false,
  handle: async (ctx) => {
    const parsed = parseForm(reassignmentForm, ctx.body);
    if (!parsed.ok) {
      const { lead } = fromQuery.parse(parsed.typed);
      return invalid(await choosing(ctx, lead, { values: parsed.typed, errors: parsed.errors }));
    }
    return page(await previewed(ctx, parsed.value, await planned(ctx, parsed.value), false));
  },
});

const move = staffRoute({
  method: 'POST',
  path: paths.reassignment,
  may: 'caseload.reassign',
  records: 'cases.reassigned',
  handle: async (ctx) => {
    const parsed = parseForm(confirmedForm, ctx.body);
    if (!parsed.ok) throw new Fault('unreadable');
    const asked = parsed.value;
    const found = await planned(ctx, asked);
    if (planKey(found.plan).toSorted().join() !== asked.plan.toSorted().join())
      return conflicting(await previewed(ctx, asked, found, true));
    const reassignmentId = await reassign(ctx.tx, ctx, {
      reason: asked.reason,
      moves: found.plan.moves.flatMap(({ moving, toId }) =>
        toId ? [{ caseId: moving.id, fromId: moving.leadId, toId }] : [],
      ),
    });
    return redirect(paths.reassigned(reassignmentId), 'The cases are moved');
  },
});

/** What both steps look at: the team, its loads, who is away, and the cases that may move. */
async function facts(ctx: StaffContext, lead: From | null) {
  const { tx, organisation, now } = ctx;
  const [team, loads, absences, cases] = await Promise.all([
    listStaff(tx, organisation, { roles: caseRoles }),
    leadLoads(tx, organisation, now),
    awayAt(tx, organisation, now),
    lead ? movableCases(tx, organisation, lead) : [],
  ]);
  const counts = countsOf(loads);
  const away = new Set(absences.map(({ staffId }) => staffId));
  return { team, counts, away, cases, takers: lead ? takersOf(team, counts, away, lead) : [] };
}

async function choosing(ctx: StaffContext, lead: From | null, form: FormState): Promise<Page> {
  const { tx, organisation, csrf } = ctx;
  const [found, recent] = await Promise.all([
    facts(ctx, lead),
    recentReassignments(tx, organisation),
    record(tx, ctx, { name: 'cases.listed', data: { whose: 'reassignment' } }),
  ]);
  const calendar = ctx.calendar;
  const common = { lead, recent, form, csrf, submissionId: newId<string>(), calendar };
  return { title: 'Move cases', main: () => reassignmentPage({ ...found, ...common }) };
}

interface Planned extends Awaited<ReturnType<typeof facts>> {
  readonly plan: MovePlan;
}

/** What would move, decided on what is known at this moment. */
async function planned(ctx: StaffContext, asked: AskedReassignment): Promise<Planned> {
  const found = await facts(ctx, asked.lead);
  const cases = found.cases.filter(({ id }) => asked.cases.includes(id));
  const takers = found.takers.filter(({ id }) => asked.takers.includes(id));
  return { ...found, takers, plan: planMoves(cases, takers, found.counts) };
}

async function previewed(
  ctx: StaffContext,
  asked: AskedReassignment,
  { plan, team, counts, away, takers }: Planned,
  changed: boolean,
): Promise<Page> {
  const moving = plan.moves.filter(({ toId }) => toId !== null).map((each) => each.moving);
  const [along] = await Promise.all([
    movesAlong(ctx.tx, ctx, moving),
    record(ctx.tx, ctx, { name: 'cases.listed', data: { whose: 'reassignment' } }),
  ]);
  const loads = loadChanges(plan, team, counts, away);
  const fromName = team.find(({ id }) => id === asked.lead)?.name ?? 'Nobody';
  const { csrf } = ctx;
  const common = { asked, plan, takers, fromName, loads, along, csrf, changed };
  return {
    title: 'What would change',
    main: () => previewPage({ ...common, submissionId: newId<string>() }),
  };
}

export const reassignmentRoutes: readonly Route[] = [choose, previewAgain, preview, move];
