import { allowed, type Role, refused, type Verdict } from './facts.ts';

/**
 * Who may do what: one row an action, each with the clauses it rests on. The same table decides what navigation
 * shows, what a route admits, and `docs/permissions.md`. It says what a role may do at all; whether a person may do
 * it to *this* case is the case wall's decision, in PostgreSQL.
 */
interface Row {
  readonly roles: readonly Role[] | 'anyone' | 'signed-in';
  /** What a person who may not is told. */
  readonly otherwise: string;
  readonly clause: string;
}

const team: readonly Role[] = ['da_manager', 'da_worker'];

const table = {
  /** Signing in, setting a password from a one-time link, the help site, assets and health. */
  'public.visit': { roles: 'anyone', otherwise: '', clause: 'L2.2' },
  'own.account': { roles: 'signed-in', otherwise: 'Sign in first.', clause: 'V3.2' },
  'concern.report': { roles: 'signed-in', otherwise: 'Sign in to report a concern.', clause: 'L2.4' },
  'disclosure.record': {
    roles: [...team, 'colleague'],
    otherwise: 'Use the concern form: it reaches the team at once.',
    clause: 'V4.1b',
  },
  'disclosure.triage': {
    roles: team,
    otherwise: 'Only the team that supports people triages disclosures.',
    clause: 'V3.2',
  },
  'case.see': { roles: team, otherwise: 'Only people who need to know see cases.', clause: 'V3.2' },
  'case.work': { roles: team, otherwise: 'Only people who need to know work on cases.', clause: 'V3.2' },
  'case.allocate': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team allocates cases.',
    clause: 'L3.1b',
  },
  'case.grant': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team decides who needs to know.',
    clause: 'V3.2',
  },
  'contact-detail.show': {
    roles: team,
    otherwise: 'How to reach somebody is shown to the team that supports people, for a reason.',
    clause: 'L2.1a',
  },
  'contact-plan.approve': {
    roles: ['da_manager'],
    otherwise: 'A manager approves a plan for when there is no safe way to make contact today.',
    clause: 'V4.1a',
  },
  'case.close': { roles: team, otherwise: 'Only people who need to know work on cases.', clause: 'V3.4' },
  'closing.sign': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team signs off the closing of a case in which the risk was ever high.',
    clause: 'V3.2',
  },
  'chronology.export': {
    roles: team,
    otherwise: 'Only people who need to know take a record away as a file.',
    clause: 'V3.2',
  },
  'risk.confirm': {
    roles: team,
    otherwise: 'Somebody of the team who knows the case confirms that a level of risk is lowered.',
    clause: 'V4.1c',
  },
  'risk.settings': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team loads wordings and sets local thresholds.',
    clause: 'V4.1c',
  },
  'diary.own': { roles: team, otherwise: 'The diary is for people who work on cases.', clause: 'V3.2' },
  'day.see': { roles: team, otherwise: 'A day’s work is shown to people who work on cases.', clause: 'V3.2' },
  'rota.manage': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team changes the hours and absences of colleagues.',
    clause: 'V4.1a',
  },
  'caseload.reassign': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team moves cases from one colleague to another.',
    clause: 'L3.1b',
  },
  'supervision.record': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team reviews cases with those who lead them.',
    clause: 'L3.1b',
  },
  'break-glass.use': {
    roles: team,
    otherwise: 'Emergency access is for the team that supports people.',
    clause: 'V3.2',
  },
  'break-glass.review': {
    roles: ['data_protection_officer'],
    otherwise: 'The data protection officer reviews emergency access.',
    clause: 'V3.2',
  },
  'marker.see': {
    roles: [...team, 'colleague', 'contractor'],
    otherwise: 'Markers are for those who visit homes.',
    clause: 'V3.2',
  },
  'marker.manage': {
    roles: team,
    otherwise: 'The team that supports people places markers.',
    clause: 'V3.2',
  },
  'policy.simulate': {
    roles: ['da_manager', 'director', 'administrator'],
    otherwise: 'Trying out a changed policy is for those who own it.',
    clause: 'V5',
  },
  'register.search': {
    roles: [...team, 'administrator'],
    otherwise: 'Searching the register is for the team and administrators.',
    clause: 'V3.2',
  },
  'register.manage': {
    roles: ['administrator'],
    otherwise: 'An administrator imports the register and settles duplicates.',
    clause: 'V3.2',
  },
  'staff.manage': {
    roles: ['administrator'],
    otherwise: 'An administrator manages sign-ins.',
    clause: 'V3.2',
  },
  'helpline.manage': {
    roles: ['administrator'],
    otherwise: 'An administrator keeps the numbers of the help site true.',
    clause: 'V4.1d',
  },
  'staff.confirm': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team confirms who joins it.',
    clause: 'V3.2',
  },
  'board.see': {
    roles: [...team, 'director', 'administrator'],
    otherwise: 'The policy board is for the team, administrators and directors.',
    clause: 'V5',
  },
} as const satisfies Record<string, Row>;

export type Action = keyof typeof table;
export const actions = Object.keys(table) as readonly Action[];

/** May somebody with these roles do this at all? `null` roles: nobody is signed in. */
export function may(roles: readonly Role[] | null, action: Action): Verdict {
  const row: Row = table[action];
  if (row.roles === 'anyone') return allowed;
  if (roles === null) return refused('Sign in first.', row.clause);
  if (row.roles === 'signed-in') return allowed;
  const admitted = row.roles;
  return roles.some((role) => admitted.includes(role)) ? allowed : refused(row.otherwise, row.clause);
}

/** The row behind an action, for the generated permissions page. */
export function explain(action: Action): Row {
  return table[action];
}
