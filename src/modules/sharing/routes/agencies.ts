import { z } from 'zod';
import { requiredLine } from '#kit/forms.ts';
import { redirect } from '#kit/http/answers.ts';
import { Fault } from '#kit/http/errors.ts';
import { adds, formPage } from '#kit/http/form-page.ts';
import { ids, type Route, staffRoute } from '#kit/http/route.ts';
import { reason } from '#kit/real-reason.ts';
import { record } from '#kit/record.ts';
import { paths } from '../paths.ts';
import { addDomain, domainsOf, endDomain } from '../store/domains.ts';
import { agenciesPage } from '../views/agencies.ts';
import { isAnybodys } from '../work-address.ts';

const form = z.object({
  agency: requiredLine('Say which agency', 200),
  domain: z.preprocess(
    (typed) => (typeof typed === 'string' ? typed.trim().toLowerCase().replace(/^.*@/, '') : ''),
    z
      .string()
      .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'Enter what stands behind the @, for example agency.org.uk')
      .max(200, 'Use 200 characters or fewer')
      .refine(
        (domain) => !isAnybodys(domain),
        'Anybody can have a mailbox there. Enter a domain of the agency’s own',
      ),
  ),
  howKnown: reason('Say how you know that it is theirs', 500),
});

/** Which domains are an agency's own: a manager writes them down, and somebody else sends to them. */
const agencies = formPage({
  path: '/agencies',
  may: 'agency.manage',
  seenBy: 'case.work',
  records: 'agency.domain-added',
  shown: {
    records: 'agencies.viewed',
    record: (ctx) => record(ctx.tx, ctx, { name: 'agencies.viewed' }),
  },
  load: (ctx) => domainsOf(ctx.tx, ctx.organisation),
  schema: () => form,
  version: adds,
  draft: () => ({ form: 'agency', about: null }),
  view: (fields, domains, ctx) => ({
    title: 'Agencies',
    main: () => agenciesPage(fields, domains, { calendar: ctx.calendar, roles: ctx.who.roles }),
  }),
  save: async (ctx, domain) => {
    if (!(await addDomain(ctx.tx, ctx, domain)))
      return { errors: { domain: 'This domain is on record for that agency already' } };
    return { to: paths.agencies, said: 'Saved. Somebody else sends to it' };
  },
});

const ending = staffRoute({
  method: 'POST',
  path: '/agencies/:domain/ending',
  params: ids('domain'),
  may: 'agency.manage',
  records: 'agency.domain-ended',
  async handle(ctx) {
    if (!(await endDomain(ctx.tx, ctx, ctx.params.domain))) throw new Fault('stale');
    return redirect(paths.agencies, 'No link goes there any more');
  },
});

export const agencyRoutes: readonly Route[] = [...agencies, ending];
