import { page, redirect } from '#kit/http/answers.ts';
import { insist, notFound } from '#kit/http/errors.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { newId } from '#kit/ids.ts';
import { record } from '#kit/record.ts';
import { endAccount, findMember, listStaff, roleVerdict } from '#modules/account/index.ts';
import { heldBy } from '../store/leaving.ts';
import { leavingPage } from '../views/leaving.ts';

const base = { path: '/staff/:id/leaving', may: 'staff.manage', params: ids('id') } as const;
type Context = StaffContext<{ readonly id: string }>;

/** An account ends past a page that says what its owner holds, and what becomes of that; a job hands it on. */
export const leavingRoutes: readonly Route[] = [
  staffRoute({
    ...base,
    method: 'GET',
    records: 'staff.viewed',
    async handle(ctx: Context) {
      const member = await present(ctx);
      const [held, colleagues] = await Promise.all([
        heldBy(ctx.tx, member.id, ctx.now),
        listStaff(ctx.tx, ctx.organisation),
        record(ctx.tx, ctx, { name: 'staff.viewed', subjectId: member.id }),
      ]);
      const counting = colleagues.filter(({ managerId, deputyId }) =>
        [managerId, deputyId].includes(member.id),
      );
      const model = {
        staffId: member.id,
        name: member.name,
        held,
        counting: counting.map(({ name }) => name),
      };
      const { csrf } = ctx;
      const main = () => leavingPage({ ...model, csrf, submissionId: newId<string>() });
      return page({ title: 'A colleague', main });
    },
  }),
  staffRoute({
    ...base,
    method: 'POST',
    records: 'staff.changed',
    async handle(ctx: Context) {
      const member = await present(ctx);
      insist(await roleVerdict(ctx.tx, ctx, member, []));
      if (!(await endAccount(ctx.tx, ctx, member))) throw notFound();
      return redirect('/staff', 'The account has ended. What they held is handed on within a minute');
    },
  }),
];

async function present({ tx, organisation, params }: Context) {
  const member = await findMember(tx, organisation, params.id);
  if (!member || member.endedAt) throw notFound();
  return member;
}
