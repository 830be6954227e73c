import { z } from 'zod';
import { isSealingBehind } from '#kit/audit/behind.ts';
import { bankHolidaysWarning } from '#kit/components/bank-holidays-warning.ts';
import { standingOf } from '#kit/database/standing.ts';
import { parseForm } from '#kit/forms.ts';
import type { Html } from '#kit/html.ts';
import { type Answer, page } from '#kit/http/answers.ts';
import { Fault } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { record } from '#kit/record.ts';
import { today } from '#rules/calendar.ts';
import { roles } from '#rules/facts.ts';
import { invitationForm } from '../forms.ts';
import { problemsWith } from '../roles.ts';
import { waitingRoles } from '../store/confirmations.ts';
import { inviteColleague } from '../store/enrol.ts';
import { countUnchecked } from '../store/helplines.ts';
import { findMemberByEmail, listStaff, membersPerPage, searchStaff } from '../store/staff.ts';
import { casesNobodySees } from '../store/unseen.ts';
import { uncheckedWarning } from '../views/helplines.ts';
import { proxyWarning } from '../views/proxy-warning.ts';
import { sealingWarning } from '../views/sealing-warning.ts';
import { invitationPage } from '../views/staff-form.ts';
import { staffListPage } from '../views/staff-list.ts';
import { unseenWarning } from '../views/unseen-warning.ts';
import { handOver } from './hand-over.ts';

const listed = z.object({
  role: z.enum(['', ...roles]).catch(''),
  ended: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
const searched = listed.extend({ text: z.string().trim().max(100).catch('') });

export const staffRoutes: readonly Route[] = [
  staffRoute({
    method: 'GET',
    path: '/staff',
    may: 'staff.manage',
    records: 'staff.viewed',
    query: listed,
    handle: (ctx) => listPage(ctx, { ...ctx.query, text: '' }),
  }),
  staffRoute({
    method: 'POST',
    path: '/staff',
    may: 'staff.manage',
    records: 'staff.viewed',
    once: false,
    async handle(ctx) {
      const asked = parseForm(searched, ctx.body);
      if (!asked.ok) throw new Fault('unreadable');
      return listPage(ctx, asked.value);
    },
  }),
  ...formPage({
    path: '/staff/new',
    may: 'staff.manage',
    records: 'staff.invited',
    shown: { records: { nothing: 'An empty form.' } },
    version: adds,
    draft: () => ({ form: 'invitation', about: null }),
    load: (ctx) => listStaff(ctx.tx, ctx.organisation),
    schema: () => invitationForm,
    view: (form, colleagues) => ({
      title: 'Invite a colleague',
      main: () => invitationPage(form, colleagues),
    }),
    save: async (ctx, invited, colleagues) => {
      if (await findMemberByEmail(ctx.tx, ctx.organisation, invited.email))
        return { errors: { email: 'Somebody with this e-mail address has or had an account' } };
      const errors = problemsWith(invited, colleagues);
      if (errors) return { errors };
      const { staffId, link, given } = await inviteColleague(ctx.tx, ctx, invited);
      if (!link) return { to: `/staff/${staffId}`, said: 'Invited. A manager of the team has to confirm it' };
      return handOver(ctx, link, invited.email, given.firstManager);
    },
  }),
];

async function listPage(ctx: StaffContext, search: z.infer<typeof searched>): Promise<Answer> {
  const found = await searchStaff(ctx.tx, ctx.organisation, search);
  await record(ctx.tx, ctx, { name: 'staff.viewed' });
  const waiting = await waitingRoles(ctx.tx, ctx.organisation);
  const warnings = await warningsFor(ctx);
  const model = { ...found, waiting, search, pageSize: membersPerPage, csrf: ctx.csrf, warnings };
  return page({ title: 'Colleagues', main: () => staffListPage(model) });
}

/** An administrator's work begins here: what waits elsewhere is said here. */
async function warningsFor(ctx: StaffContext): Promise<readonly Html[]> {
  const day = today(ctx);
  const holidays = bankHolidaysWarning(ctx.services.packs.bankHolidaysRunOut(ctx.pack, day));
  const unseen = await casesNobodySees(ctx.tx);
  const behind = await isSealingBehind(ctx.tx, ctx.organisation, ctx.now);
  const unchecked = await countUnchecked(ctx.tx, ctx.organisation, day);
  return [
    ...(standingOf(ctx.services.db).unknownProxy ? [proxyWarning()] : []),
    ...(behind ? [sealingWarning()] : []),
    ...(holidays ? [holidays] : []),
    ...(unseen > 0 ? [unseenWarning(unseen)] : []),
    ...(unchecked > 0 ? [uncheckedWarning(unchecked)] : []),
  ];
}
