import type { FastifyInstance } from 'fastify';
import { sealing } from '#kit/audit/seal.ts';
import type { ApiRoute } from '#kit/http/api.ts';
import type { Callback } from '#kit/http/callbacks.ts';
import { forgettingSubmissions } from '#kit/http/forget-submissions.ts';
import type { Route } from '#kit/http/route.ts';
import { buildHelpSite, buildPartnerSite, buildStaffSite } from '#kit/http/sites.ts';
import type { Destination } from '#kit/http/staff-shell.ts';
import type { Job } from '#kit/jobs.ts';
import type { Services } from '#kit/services.ts';
import * as account from '#modules/account/index.ts';
import * as assessments from '#modules/assessments/index.ts';
import * as board from '#modules/board/index.ts';
import * as breathingSpace from '#modules/breathing-space/index.ts';
import * as calls from '#modules/calls/index.ts';
import * as caseFile from '#modules/case-file/index.ts';
import * as cases from '#modules/cases/index.ts';
import * as checks from '#modules/checks/index.ts';
import * as chronology from '#modules/chronology/index.ts';
import * as closing from '#modules/closing/index.ts';
import * as contact from '#modules/contact/index.ts';
import * as costs from '#modules/costs/index.ts';
import * as counterAllegations from '#modules/counter-allegations/index.ts';
import * as courtSteps from '#modules/court-steps/index.ts';
import * as danger from '#modules/danger/index.ts';
import * as diary from '#modules/diary/index.ts';
import * as disclosures from '#modules/disclosures/index.ts';
import * as files from '#modules/files/index.ts';
import * as finding from '#modules/finding/index.ts';
import * as grants from '#modules/grants/index.ts';
import * as help from '#modules/help-site/index.ts';
import * as holds from '#modules/holds/index.ts';
import * as home from '#modules/home/index.ts';
import * as housing from '#modules/housing/index.ts';
import * as letters from '#modules/letters/index.ts';
import * as lettings from '#modules/lettings/index.ts';
import * as markers from '#modules/markers/index.ts';
import * as mediation from '#modules/mediation/index.ts';
import * as money from '#modules/money/index.ts';
import * as moves from '#modules/moves/index.ts';
import * as needs from '#modules/needs/index.ts';
import * as newCustomers from '#modules/new-customers/index.ts';
import * as obligations from '#modules/obligations/index.ts';
import * as outgoing from '#modules/outgoing/index.ts';
import * as ownFiles from '#modules/own-files/index.ts';
import * as perpetrators from '#modules/perpetrators/index.ts';
import * as plans from '#modules/plans/index.ts';
import * as policy from '#modules/policy/index.ts';
import * as register from '#modules/register/index.ts';
import * as risk from '#modules/risk/index.ts';
import * as riskLevel from '#modules/risk-level/index.ts';
import * as rota from '#modules/rota/index.ts';
import * as safeguarding from '#modules/safeguarding/index.ts';
import * as security from '#modules/security/index.ts';
import * as sharing from '#modules/sharing/index.ts';
import * as simulator from '#modules/simulator/index.ts';
import * as support from '#modules/support/index.ts';
import * as tasks from '#modules/tasks/index.ts';
import * as tenancies from '#modules/tenancies/index.ts';
import * as wall from '#modules/wall/index.ts';
import * as wordings from '#modules/wordings/index.ts';

/** The table of contents: every module, in reading order. */
const pagesAndForms: readonly Route[] = [
  ...home.routes,
  ...tasks.routes,
  ...account.routes,
  ...disclosures.routes,
  ...finding.routes,
  ...cases.routes,
  ...chronology.routes(sharing.deciding),
  ...files.routes,
  ...caseFile.routes,
  ...danger.routes,
  ...contact.routes,
  ...calls.routes,
  ...wall.routes,
  ...risk.routes,
  ...riskLevel.routes,
  ...assessments.routes(sharing.deciding),
  ...plans.routes,
  ...support.routes(sharing.openDecisions),
  ...security.routes,
  ...grants.routes,
  ...money.routes,
  ...costs.routes,
  ...housing.routes,
  ...moves.routes,
  ...outgoing.routes,
  ...diary.routes,
  ...rota.routes,
  ...markers.routes,
  ...needs.routes,
  ...safeguarding.routes,
  ...breathingSpace.routes,
  ...perpetrators.routes,
  ...counterAllegations.routes,
  ...ownFiles.routes,
  ...sharing.routes(safeguarding.referralLeft),
  ...closing.routes,
  ...checks.routes,
  ...holds.routes,
  ...courtSteps.routes,
  ...lettings.routes,
  ...newCustomers.routes,
  ...tenancies.routes,
  ...mediation.routes,
  ...register.routes,
  ...board.routes,
  ...simulator.routes,
  ...policy.routes,
  ...wordings.routes,
  ...letters.routes,
];

export const staffRoutes: readonly Route[] = [...pagesAndForms, ...account.unfinishedRoutes(pagesAndForms)];

/** What other programs of the landlord ask, beside the pages of the staff site. */
export const apiRoutes: readonly ApiRoute[] = holds.apiRoutes;

export const callbacks: readonly Callback[] = outgoing.callbacks;

export const helpRoutes: readonly Route[] = help.helpRoutes;

/** What agencies and contractors read over a link. */
export const partnerRoutes: readonly Route[] = [...sharing.partnerRoutes, ...security.partnerRoutes];

export const jobs: readonly Job[] = [
  ...disclosures.jobs,
  ...obligations.jobs,
  ...outgoing.jobs,
  ...wordings.jobs,
  ...diary.jobs,
  ...tasks.jobs,
  ...risk.jobs,
  ...wall.jobs,
  ...safeguarding.jobs,
  ...sharing.jobs,
  ...security.jobs,
  ...breathingSpace.jobs,
  ...markers.jobs,
  ...holds.jobs,
  ...courtSteps.jobs,
  ...perpetrators.jobs,
  ...counterAllegations.jobs,
  ...ownFiles.jobs,
  ...lettings.jobs,
  ...newCustomers.jobs,
  ...tenancies.jobs,
  ...mediation.jobs,
  ...files.jobs,
  ...register.jobs,
  ...board.jobs,
  ...checks.jobs,
  ...account.jobs,
  forgettingSubmissions,
  sealing,
];

/** The main navigation, each part in its order; each person sees what their roles admit. */
export const destinations: readonly Destination[] = [
  { href: '/day', text: 'My day', may: 'day.see' },
  { href: '/cases', text: 'My cases', may: 'case.see' },
  { href: '/disclosures', text: 'Triage', may: 'disclosure.triage' },
  { href: '/disclosures/new', text: 'Record a disclosure', may: 'disclosure.record' },
  { href: '/diary', text: 'My diary', may: 'diary.own' },
  { href: '/caseload', text: 'Caseload', may: 'caseload.reassign' },
  { href: '/people', text: 'People and homes', may: 'register.search' },
  { href: '/concerns/new', text: 'Report a concern', may: 'concern.report', under: 'Work' },
  { href: '/court-steps', text: 'Steps over income', may: 'court-step.say', under: 'Work' },
  { href: '/move-checks', text: 'May it be offered?', may: 'move-check.ask', under: 'Work' },
  { href: '/new-lettings', text: 'New lettings', may: 'letting.ask', under: 'Work' },
  { href: '/tenancy-events', text: 'Changes of tenancies', may: 'tenancy-event.say', under: 'Work' },
  { href: '/markers', text: 'Markers', may: 'marker.see', under: 'Work' },
  { href: '/letters', text: 'Letters', may: 'letter.print', under: 'Work' },
  { href: '/owed', text: 'Owed to people', may: 'case.see', under: 'Work' },
  { href: '/stock', text: 'Stock', may: 'case.work', under: 'Work' },
  { href: '/rota', text: 'Rota', may: 'diary.own', under: 'Team' },
  { href: '/supervision', text: 'Case reviews', may: 'case.see', under: 'Team' },
  { href: '/checks', text: 'To look at', may: 'check.answer', under: 'Team' },
  { href: '/referrals', text: 'Referrals', may: 'case.see', under: 'Team' },
  { href: '/own-files', text: 'Own files', may: 'own-file.see', under: 'Team' },
  { href: '/two-cases', text: 'Two cases', may: 'counter-allegation.decide', under: 'Team' },
  { href: '/move-checks/asked', text: 'Who asked about moves', may: 'move-check.review', under: 'Team' },
  { href: '/new-lettings/figures', text: 'Asked at lettings', may: 'letting.review', under: 'Team' },
  { href: '/holds', text: 'Holds', may: 'hold.set', under: 'Team' },
  { href: '/wordings', text: 'Wordings', may: 'wording.see', under: 'Team' },
  { href: '/agencies', text: 'Agencies', may: 'agency.manage', under: 'Team' },
  { href: '/staff/confirmations', text: 'To confirm', may: 'staff.confirm', under: 'Team' },
  {
    href: '/emergency-access/colleagues',
    text: 'Who asked in an emergency',
    may: 'case.grant',
    under: 'Team',
  },
  { href: '/board', text: 'Policy board', may: 'board.see', under: 'Landlord' },
  { href: '/board/what-if', text: 'What if', may: 'policy.simulate', under: 'Landlord' },
  { href: '/waits', text: 'How long people wait', may: 'board.see', under: 'Landlord' },
  { href: '/costs', text: 'Costs', may: 'cost.see', under: 'Landlord' },
  { href: '/funds', text: 'Funds', may: 'fund.see', under: 'Landlord' },
  { href: '/policy', text: 'Policy', may: 'policy.see', under: 'Landlord' },
  { href: '/register/import', text: 'Register', may: 'register.manage', under: 'Landlord' },
  { href: '/emergency-access', text: 'Emergency access', may: 'break-glass.review', under: 'Landlord' },
  { href: '/staff', text: 'Colleagues', may: 'staff.manage', under: 'Settings' },
  { href: '/messages-that-leave', text: 'Messages that leave', may: 'carrier.manage', under: 'Settings' },
  { href: '/files-kept', text: 'Where files lie', may: 'file-store.see', under: 'Settings' },
  { href: '/systems', text: 'Systems that ask', may: 'hold-system.see', under: 'Settings' },
  { href: '/hubs', text: 'Where to refer', may: 'hub.manage', under: 'Settings' },
  { href: '/contractors', text: 'Contractors', may: 'contractor.see', under: 'Settings' },
  { href: '/helplines', text: 'Helplines', may: 'helpline.manage', under: 'Settings' },
  { href: '/policy/hours', text: 'Office hours', may: 'policy.see', under: 'Settings' },
  { href: '/risk/thresholds', text: 'Risk settings', may: 'risk.settings', under: 'Settings' },
];

/** What the kit asks of modules that it does not know. */
export const hooks = {
  ...{ keepDraft: account.keepDraft, wasSignedIn: account.wasSignedIn, whenGone: wall.whenGone },
  ...{ api: apiRoutes, callbacks },
} as const;

export function staffSite(services: Services): Promise<FastifyInstance> {
  return buildStaffSite(services, { routes: staffRoutes, destinations, ...hooks });
}

export function helpSite(services: Services): Promise<FastifyInstance> {
  return buildHelpSite(services, { routes: helpRoutes, shell: help.helpShell });
}

export function partnerSite(services: Services): Promise<FastifyInstance> {
  return buildPartnerSite(services, { routes: partnerRoutes, shell: sharing.partnerShell });
}
