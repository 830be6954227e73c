import type { FormState } from '#kit/components/form-state.ts';
import { parseForm } from '#kit/forms.ts';
import { type Answer, conflicting, invalid, type Page, page, redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { ids, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { type Role, roles } from '#rules/facts.ts';
import { memberForm } from '../forms.ts';
import { mayChangeRoles, problemsWith } from '../roles.ts';
import type { Given } from '../second-person.ts';
import { changeStaff, endAccount, resetAccount } from '../store/change-staff.ts';
import { type Confirmation, lastDeclined, waitingConfirmations } from '../store/confirmations.ts';
import { endSession, runningSessions } from '../store/sessions.ts';
import { findMember, listStaff, type Member, otherAdministrators } from '../store/staff.ts';
import { type MemberModel, memberPage } from '../views/staff-member.ts';
import { hiddenFor, momentsFor, stateOf } from './asked.ts';
import { handOver } from './hand-over.ts';

const base = { may: 'staff.manage' } as const;

export const staffMemberRoutes = [
  staffRoute({
    ...base,
    method: 'GET',
    path: '/staff/:id',
    records: 'staff.viewed',
    params: ids('id'),
    async handle(ctx) {
      const member = await open(ctx, ctx.params.id);
      await record(ctx.tx, ctx, { name: 'staff.viewed', subjectId: member.id });
      const waiting = await waitingConfirmations(ctx.tx, ctx.organisation, member.id);
      return page(await memberAnswer(ctx, member, stateOf(asTyped(member, waiting)), false));
    },
  }),
  staffRoute({
    ...base,
    method: 'POST',
    path: '/staff/:id',
    records: 'staff.changed',
    params: ids('id'),
    async handle(ctx): Promise<Answer> {
      const member = await open(ctx, ctx.params.id);
      const parsed = parseForm(memberForm, ctx.body);
      if (!parsed.ok)
        return invalid(await memberAnswer(ctx, member, stateOf(parsed.typed, parsed.errors), false));
      const others = (await listStaff(ctx.tx, ctx.organisation)).filter(({ id }) => id !== member.id);
      const problems = problemsWith(parsed.value, others);
      if (problems) return invalid(await memberAnswer(ctx, member, stateOf(parsed.typed, problems), false));
      insist(await verdictOn(ctx, member, parsed.value.roles));
      const version = Number(parsed.typed._version);
      const given = await changeStaff(ctx.tx, ctx, member, version, parsed.value);
      if (given) return redirect(`/staff/${member.id}`, saved(given));
      return conflicting(await memberAnswer(ctx, member, stateOf(parsed.typed), true));
    },
  }),
  staffRoute({
    ...base,
    method: 'POST',
    path: '/staff/:id/reset',
    records: 'staff.changed',
    params: ids('id'),
    async handle(ctx) {
      const member = await open(ctx, ctx.params.id);
      if (member.endedAt) throw notFound();
      const link = await resetAccount(ctx.tx, ctx, member);
      if (link) return handOver(ctx, link, member.email);
      return redirect(
        `/staff/${member.id}`,
        'Signed out everywhere. A manager of the team has to confirm the rest',
      );
    },
  }),
  staffRoute({
    ...base,
    method: 'POST',
    path: '/staff/:id/end',
    records: 'staff.changed',
    params: ids('id'),
    async handle(ctx) {
      const member = await open(ctx, ctx.params.id);
      insist(await verdictOn(ctx, member, []));
      if (!(await endAccount(ctx.tx, ctx, member))) throw notFound();
      return redirect('/staff', 'The account has ended');
    },
  }),
  staffRoute({
    ...base,
    method: 'POST',
    path: '/staff/:id/sessions/:session/end',
    records: 'session.revoked',
    params: ids('id', 'session'),
    async handle(ctx) {
      const { tx, organisation, staff, now, params } = ctx;
      const member = await open(ctx, params.id);
      const ended = await endSession(tx, organisation, {
        id: params.session,
        staff: member.id,
        by: staff,
        now,
      });
      if (!ended) throw notFound();
      await record(tx, ctx, {
        name: 'session.revoked',
        subjectId: member.id,
        data: { session: params.session },
      });
      return redirect(`/staff/${member.id}`, 'That device is signed out');
    },
  }),
];

async function open(ctx: StaffContext, id: string): Promise<Member> {
  const member = await findMember(ctx.tx, ctx.organisation, id);
  if (!member) throw notFound();
  return member;
}

async function verdictOn(ctx: StaffContext, member: Member, after: readonly Role[]) {
  const waiting = await waitingConfirmations(ctx.tx, ctx.organisation, member.id);
  return mayChangeRoles({
    own: member.id === ctx.staff,
    before: [...member.roles, ...rolesAsked(waiting)],
    after,
    otherAdministrators: await otherAdministrators(ctx.tx, ctx.organisation, member.id),
  });
}

async function memberAnswer(
  ctx: StaffContext,
  member: Member,
  form: FormState,
  stale: boolean,
): Promise<Page> {
  const colleagues = await listStaff(ctx.tx, ctx.organisation);
  const sessions = await runningSessions(ctx.tx, ctx.organisation, member.id, ctx.now);
  const waiting = await waitingConfirmations(ctx.tx, ctx.organisation, member.id);
  const named = (id: string | null) => colleagues.find((each) => each.id === id)?.name ?? 'Nobody';
  const model: MemberModel = {
    member,
    waiting,
    declined: await lastDeclined(ctx.tx, ctx.organisation, member.id),
    colleagues: colleagues.filter(({ id }) => id !== member.id),
    sessions: sessions.map((each) => ({ ...each, current: each.id === ctx.who.session })),
    form,
    theirs: stale ? { ...member, manager: named(member.managerId), deputy: named(member.deputyId) } : null,
  };
  const [hidden, at] = [hiddenFor(ctx), momentsFor(ctx)];
  return { title: 'A colleague', main: () => memberPage(model, hidden, at) };
}

/** What waits is ticked as well: saving the form as it is changes nothing. */
function asTyped(
  { name, jobTitle, roles: held, managerId, deputyId }: Member,
  waiting: readonly Confirmation[],
) {
  const asked = rolesAsked(waiting);
  const ticked = roles.filter((role) => held.includes(role) || asked.includes(role));
  return { name, jobTitle, roles: ticked, managerId: managerId ?? '', deputyId: deputyId ?? '' };
}

function rolesAsked(waiting: readonly Confirmation[]): readonly Role[] {
  return waiting.flatMap(({ kind, roles }) => (kind === 'roles' ? roles : []));
}

function saved({ waiting, firstManager }: Given): string {
  if (waiting.length > 0) return 'Saved. A manager of the team has to confirm the rest';
  return firstManager ? 'Saved. This is the first manager, so it counts at once' : 'Saved';
}
