import { page } from '#kit/http/answers.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, type StaffContext, staffRoute } from '#kit/http/route.ts';
import { today } from '#rules/calendar.ts';
import { may } from '#rules/may.ts';
import { contractorEndingForm, contractorForm, vettingForm } from '../forms/contractor-form.ts';
import { paths } from '../paths.ts';
import { addContractor, contractorsOf, endContractor, vetContractor } from '../store/contractors.ts';
import {
  contractorEndingPage,
  contractorsPage,
  newContractorPage,
  vettingPage,
} from '../views/contractors.ts';

const title = 'Contractors';
const openToAll = { nothing: 'Firms, and which colleague looked into them.' };
const params = ids('contractor');

const list = staffRoute({
  method: 'GET',
  path: paths.contractors,
  may: 'contractor.see',
  records: openToAll,
  async handle(ctx) {
    const contractors = await contractorsOf(ctx.tx, ctx.organisation);
    const manages = may(ctx.who.roles, 'contractor.manage').allowed;
    const shown = { calendar: ctx.calendar, today: today(ctx), manages };
    return page({ title, main: () => contractorsPage(contractors, shown) });
  },
});

const added = formPage({
  path: paths.newContractor,
  may: 'contractor.manage',
  records: 'contractor.added',
  shown: { records: openToAll },
  load: async () => null,
  schema: (ctx) => contractorForm(today(ctx)),
  version: adds,
  draft: () => ({ form: 'contractor', about: null }),
  view: (form) => ({ title, main: () => newContractorPage(form) }),
  save: async (ctx, { vetted: vettedUntil, ...contractor }) => {
    if (!(await addContractor(ctx.tx, ctx, { ...contractor, vettedUntil })))
      return { errors: { name: 'They are on record already' } };
    return { to: paths.contractors, said: 'Saved' };
  },
});

async function one(ctx: StaffContext<{ readonly contractor: string }>) {
  const found = (await contractorsOf(ctx.tx, ctx.organisation)).find(
    ({ id }) => id === ctx.params.contractor,
  );
  if (!found) throw notFound();
  return found;
}

const vetting = formPage({
  path: '/contractors/:contractor/vetting',
  params,
  may: 'contractor.manage',
  records: 'contractor.vetted',
  shown: { records: openToAll },
  load: one,
  schema: (ctx) => vettingForm(today(ctx)),
  version: ({ vettedAt }) => vettedAt.toString(),
  draft: ({ contractor }) => ({ form: 'contractor-vetting', about: contractor }),
  view: (form, contractor) => ({ title, main: () => vettingPage(form, contractor) }),
  save: async (ctx, { vetted: vettedUntil, vettedHow }) => {
    const { contractor } = ctx.params;
    if (!(await vetContractor(ctx.tx, ctx, contractor, { vettedUntil, vettedHow }))) return { second: true };
    return { to: paths.contractors, said: 'Saved' };
  },
});

const ending = formPage({
  path: '/contractors/:contractor/ending',
  params,
  may: 'contractor.manage',
  records: 'contractor.ended',
  shown: { records: openToAll },
  load: one,
  schema: () => contractorEndingForm,
  version: endsOnce,
  draft: ({ contractor }) => ({ form: 'contractor-ending', about: contractor }),
  view: (form, contractor) => ({ title, main: () => contractorEndingPage(form, contractor) }),
  save: async (ctx, { why }, { id }) => {
    if (!(await endContractor(ctx.tx, ctx, id, why.trim()))) return { second: true };
    return { to: paths.contractors, said: 'Nobody of them is sent any more' };
  },
});

export const contractorRoutes: readonly Route[] = [list, ...added, ...vetting, ...ending];
