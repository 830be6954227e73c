import { redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { type Author, record } from '#kit/record.ts';
import { type Role, roles } from '#rules/facts.ts';
import { memberForm } from '../forms.ts';
import { problemsWith } from '../roles.ts';
import type { Given } from '../second-person.ts';
import { changeStaff, resetAccount } from '../store/change-staff.ts';
import { type Confirmation, lastDeclined, waitingConfirmations } from '../store/confirmations.ts';
import { roleVerdict } from '../store/role-verdict.ts';
import { endSession, runningSessions } from '../store/sessions.ts';
import { findMember, listStaff, type Member } from '../store/staff.ts';
import { type MemberModel, memberNow, memberPage, type Theirs } from '../views/staff-member.ts';
import { hiddenFor, momentsFor } from './form-parts.ts';
import { handOver } from './hand-over.ts';

const base = { may: 'staff.manage' } as const;

export const staffMemberRoutes: readonly Route[] = [
  ...formPage({
    ...base,
    path: '/staff/:id',
    params: ids('id'),
    records: 'staff.changed',
    shown: {
      records: 'staff.viewed',
      record: (ctx: Pick<StaffContext, 'tx' | keyof Author>, { member }: Loaded) =>
        record(ctx.tx, ctx, { name: 'staff.viewed', subjectId: member.id }),
    },
    draft: ({ id }) => ({ form: 'colleague', about: id }),
    load,
    schema: () => memberForm,
    fresh: (_, { member, waiting }) => asTyped(member, waiting),
    version: ({ member }) => member.version,
    now: ({ theirs }) => memberNow(theirs),
    view: (form, loaded, ctx, meanwhile) => {
      const [hidden, at] = [hiddenFor(ctx), momentsFor(ctx)];
      return {
        title: 'A colleague',
        main: () => memberPage({ ...loaded, form, meanwhile }, hidden, at),
      };
    },
    save: async (ctx, value, { member, colleagues }) => {
      const errors = problemsWith(value, colleagues);
      if (errors) return { errors };
      insist(await roleVerdict(ctx.tx, ctx, member, value.roles));
      const given = await changeStaff(ctx.tx, ctx, member, member.version, value);
      return given ? { to: `/staff/${member.id}`, said: saved(given) } : { second: true };
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

type Loaded = Omit<MemberModel, 'form' | 'member' | 'meanwhile'> & {
  readonly theirs: Theirs;
  readonly member: Member;
  readonly waiting: readonly Confirmation[];
};

async function load(ctx: StaffContext<{ readonly id: string }>): Promise<Loaded> {
  const { tx, organisation, now } = ctx;
  const member = await open(ctx, ctx.params.id);
  const colleagues = await listStaff(tx, organisation);
  const sessions = await runningSessions(tx, organisation, member.id, now);
  const named = (id: string | null) => colleagues.find((each) => each.id === id)?.name ?? 'Nobody';
  return {
    member,
    waiting: await waitingConfirmations(tx, organisation, member.id),
    declined: await lastDeclined(tx, organisation, member.id),
    colleagues: colleagues.filter(({ id }) => id !== member.id),
    sessions: sessions.map((each) => ({ ...each, current: each.id === ctx.who.session })),
    theirs: { ...member, manager: named(member.managerId), deputy: named(member.deputyId) },
  };
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
