import { allowed, type Role, refused, type Verdict } from './facts.ts';
import { type MayRow, officeMay } from './office-may.ts';

/**
 * Who may do what: one row an action, each with the purpose it rests on. The same table decides what navigation
 * shows, what a route admits, and `docs/permissions.md`. It says what a role may do at all; whether a person may do
 * it to *this* case is the case wall's decision, in PostgreSQL.
 */
const team: readonly Role[] = ['da_manager', 'da_worker'];

const table = {
  ...officeMay,
  'concern.report': {
    roles: 'signed-in',
    otherwise: 'Sign in to report a concern.',
    basis: 'reporting-a-concern',
  },
  'hold.set': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team sets and ends holds.',
    basis: 'safe-contact',
  },
  'court-step.say': { roles: ['income'], otherwise: 'For the income team.', basis: 'breathing-space' },
  'tenancy-event.say': {
    roles: [...team, 'colleague', 'income'],
    otherwise: 'Somebody who looks after tenancies enters this.',
    basis: 'perpetrator-gate',
  },
  'tenancy-event.answer': { roles: team, otherwise: 'The team checks this.', basis: 'perpetrator-gate' },
  'mediation.decide': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team decides whether mediation is arranged.',
    basis: 'mediation',
  },
  'tenancy-event.decide': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team decides how it is answered.',
    basis: 'perpetrator-gate',
  },
  'disclosure.record': {
    roles: [...team, 'colleague'],
    otherwise: 'Use the concern form: it reaches the team at once.',
    basis: 'reporting-a-concern',
  },
  'disclosure.triage': {
    roles: team,
    otherwise: 'Only the team that supports people triages disclosures.',
    basis: 'need-to-know',
  },
  'case.see': { roles: team, otherwise: 'Only people who need to know see cases.', basis: 'need-to-know' },
  'case.work': {
    roles: team,
    otherwise: 'Only people who need to know work on cases.',
    basis: 'need-to-know',
  },
  'case.allocate': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team allocates cases.',
    basis: 'allocation',
  },
  'case.grant': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team decides who needs to know.',
    basis: 'need-to-know',
  },
  'contact-detail.show': {
    roles: team,
    otherwise: 'How to reach somebody is shown to the team that supports people, for a reason.',
    basis: 'safe-contact',
  },
  'contact-plan.approve': {
    roles: ['da_manager'],
    otherwise: 'A manager approves a plan for when there is no safe way to make contact today.',
    basis: 'same-day-contact',
  },
  'case.close': { roles: team, otherwise: 'Only people who need to know work on cases.', basis: 'own-pace' },
  'closing.sign': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team signs off the closing of a case in which the risk was ever high.',
    basis: 'need-to-know',
  },
  'breathing-space.decide': {
    roles: ['da_manager'],
    otherwise:
      'A manager of the team decides about more breathing space, and about an end that nobody asked for.',
    basis: 'breathing-space',
  },
  'cost.decide': { roles: ['da_manager'], otherwise: 'A manager decides about that cost.', basis: 'records' },
  'cost.see': {
    roles: [...team, 'director', 'administrator', 'finance'],
    otherwise: 'What help costs is read by the team and by those who look after money.',
    basis: 'review',
  },
  'cost.set': {
    roles: ['finance', 'administrator'],
    otherwise: 'Those who look after money set rates.',
    basis: 'records',
  },
  'fund.see': {
    roles: ['finance', 'da_manager'],
    otherwise: 'Funds are for those who look after money, and for managers of the team.',
    basis: 'records',
  },
  'fund.manage': {
    roles: ['finance'],
    otherwise: 'Somebody who looks after money does this.',
    basis: 'records',
  },
  'fund.cover': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team finds the money.',
    basis: 'records',
  },
  'action.decide': { roles: ['da_manager'], otherwise: 'A manager decides it.', basis: 'perpetrator-gate' },
  'counter-allegation.decide': {
    roles: ['da_manager'],
    otherwise: 'A manager decides it.',
    basis: 'perpetrator-gate',
  },
  'move-check.ask': { roles: ['lettings'], otherwise: 'For lettings.', basis: 'need-to-know' },
  'move-check.review': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team sees who asked about moves.',
    basis: 'need-to-know',
  },
  'letting.ask': {
    roles: [...team, 'lettings'],
    otherwise: 'Somebody of lettings or of the team asks at a letting.',
    basis: 'reporting-a-concern',
  },
  'letting.review': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team sees how often it is asked.',
    basis: 'need-to-know',
  },
  'move.decide': { roles: ['da_manager'], otherwise: 'A manager decides it.', basis: 'own-pace' },
  'own-file.see': {
    roles: team,
    otherwise: 'Only those who keep such a file see it.',
    basis: 'need-to-know',
  },
  'own-file.manage': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team opens such a file and says who works on it.',
    basis: 'need-to-know',
  },
  'pause.approve': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team decides whether this case may rest.',
    basis: 'own-pace',
  },
  'letter.print': {
    roles: team,
    otherwise: 'The team that supports people prints letters to them.',
    basis: 'safe-contact',
  },
  'chronology.export': {
    roles: team,
    otherwise: 'Only people who need to know take a record away as a file.',
    basis: 'need-to-know',
  },
  'risk.confirm': {
    roles: team,
    otherwise: 'Somebody of the team who knows the case confirms that a level of risk is lowered.',
    basis: 'risk-assessed',
  },
  'diary.own': { roles: team, otherwise: 'The diary is for whoever works on cases.', basis: 'need-to-know' },
  'day.see': {
    roles: team,
    otherwise: 'A day’s work is shown to people who work on cases.',
    basis: 'need-to-know',
  },
  'caseload.reassign': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team moves cases from one colleague to another.',
    basis: 'allocation',
  },
  'supervision.record': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team reviews cases with those who lead them.',
    basis: 'allocation',
  },
  'break-glass.use': {
    roles: team,
    otherwise: 'Emergency access is for the team that supports people.',
    basis: 'need-to-know',
  },
  'break-glass.review': {
    roles: ['data_protection_officer'],
    otherwise: 'The data protection officer reviews emergency access.',
    basis: 'need-to-know',
  },
  'case-readers.see': {
    roles: ['data_protection_officer'],
    otherwise:
      'The data protection officer reads here who opened a case; its lead and managers read it in the case.',
    basis: 'need-to-know',
  },
  'marker.see': {
    roles: [...team, 'colleague', 'contractor'],
    otherwise: 'Markers are for those who visit homes.',
    basis: 'need-to-know',
  },
  'marker.manage': {
    roles: team,
    otherwise: 'The team that supports people places markers.',
    basis: 'need-to-know',
  },
  'check.answer': {
    roles: team,
    otherwise:
      'The team that supports people looks at what was recorded late, and at what was drawn by chance.',
    basis: 'records',
  },
} as const satisfies Record<string, MayRow>;

export type Action = keyof typeof table;
export const actions = Object.keys(table) as readonly Action[];

/** May somebody with these roles do this at all? `null` roles: nobody is signed in. */
export function may(roles: readonly Role[] | null, action: Action): Verdict {
  const row: MayRow = table[action];
  if (row.roles === 'anyone') return allowed;
  if (roles === null) return refused('Sign in first.', row.basis);
  if (row.roles === 'signed-in') return allowed;
  if (row.roles === 'another-system') return refused(row.otherwise, row.basis);
  const admitted = row.roles;
  return roles.some((role) => admitted.includes(role)) ? allowed : refused(row.otherwise, row.basis);
}

/** The row behind an action, for the generated permissions page. */
export function explain(action: Action): MayRow {
  return table[action];
}
