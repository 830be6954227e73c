import { z } from 'zod';
import { requiredLine } from '#kit/forms.ts';
import { notFound } from '#kit/http/errors.ts';
import { adds, endsOnce, formPage } from '#kit/http/form-page.ts';
import { ids, type Route } from '#kit/http/route.ts';
import { reason } from '#kit/real-reason.ts';
import { record } from '#kit/record.ts';
import { paths } from '../paths.ts';
import { addDomain, domainsOf, endDomain, endedDomainsOf, linksAt } from '../store/domains.ts';
import { agenciesPage } from '../views/agencies.ts';
import { endDomainPage } from '../views/end-domain.ts';
import { domainProblem } from '../work-address.ts';

const form = z.object({
  agency: requiredLine('Say which agency', 200),
  domain: z.preprocess(
    (typed) => (typeof typed === 'string' ? typed.trim().toLowerCase().replace(/^.*@/, '') : ''),
    z
      .string()
      .regex(/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/, 'Enter what stands behind the @, for example agency.org.uk')
      .max(200, 'Use 200 characters or fewer')
      .superRefine((domain, context) => {
        const message = domainProblem(domain);
        if (message !== '') context.addIssue({ code: 'custom', message, input: domain });
      }),
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
  load: async ({ tx, organisation }) => {
    const [inUse, ended] = await Promise.all([domainsOf(tx, organisation), endedDomainsOf(tx, organisation)]);
    return { inUse, ended };
  },
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

const endingForm = z.object({ why: reason('Say why it is not theirs any more', 500) });

/** What it takes with it is shown before: every link that went there opens nothing from that moment. */
const ending = formPage({
  path: '/agencies/:domain/ending',
  params: ids('domain'),
  may: 'agency.manage',
  records: 'agency.domain-ended',
  shown: {
    records: 'agencies.viewed',
    record: (ctx) => record(ctx.tx, ctx, { name: 'agencies.viewed' }),
  },
  version: endsOnce,
  draft: ({ domain }) => ({ form: 'domain-ending', about: domain }),
  load: async (ctx) => {
    const domains = await domainsOf(ctx.tx, ctx.organisation);
    const domain = domains.find(({ id }) => id === ctx.params.domain);
    if (!domain) throw notFound();
    return { domain, links: await linksAt(ctx.tx, ctx, domain) };
  },
  schema: () => endingForm,
  view: (fields, facts, { calendar }) => ({
    title: 'Agencies',
    main: () => endDomainPage(fields, facts, calendar),
  }),
  save: async (ctx, { why }, { domain }) => {
    if (!(await endDomain(ctx.tx, ctx, domain.id, why.trim()))) return { second: true };
    return { to: paths.agencies, said: 'No link goes there any more, and those that went open nothing' };
  },
});

export const agencyRoutes: readonly Route[] = [...agencies, ...ending];
