import type { Role } from './facts.ts';
import type { Purpose } from './purposes.ts';

/** What a role may do at all, what a person who may not is told, and what that rests on. */
export interface MayRow {
  readonly roles: readonly Role[] | 'anyone' | 'signed-in' | 'another-system';
  readonly otherwise: string;
  readonly basis: Purpose;
}

const team: readonly Role[] = ['da_manager', 'da_worker'];

/** Who may look after the office: sign-ins, the register, the policy, wordings and what the landlord's systems ask. */
export const officeMay = {
  /** Signing in, setting a password from a one-time link, the help site, assets and health. */
  'public.visit': { roles: 'anyone', otherwise: '', basis: 'ways-to-tell' },
  'own.account': { roles: 'signed-in', otherwise: 'Sign in first.', basis: 'need-to-know' },
  /** Other systems of the landlord, by a token of their own: never a person. */
  'holds.ask': {
    roles: 'another-system',
    otherwise: 'Other systems of the landlord ask this, each with its own token.',
    basis: 'safe-contact',
  },
  'carrier.manage': {
    roles: ['administrator'],
    otherwise: 'An administrator looks after the services by which messages leave.',
    basis: 'safe-contact',
  },
  'file-store.see': {
    roles: ['administrator'],
    otherwise: 'An administrator sees where files lie, and what looks through them.',
    basis: 'records',
  },
  'hold-system.see': {
    roles: ['administrator'],
    otherwise: 'An administrator sees which other systems ask.',
    basis: 'safe-contact',
  },
  'hold-system.propose': {
    roles: ['administrator'],
    otherwise: 'An administrator proposes which other systems may ask.',
    basis: 'safe-contact',
  },
  'hold-system.decide': {
    roles: ['administrator'],
    otherwise: 'Another administrator decides which other systems may ask.',
    basis: 'safe-contact',
  },
  'wording.see': {
    roles: team,
    otherwise: 'What messages to people say is read by the team that supports them.',
    basis: 'safe-contact',
  },
  'wording.propose': {
    roles: team,
    otherwise: 'The team that supports people proposes what messages say.',
    basis: 'safe-contact',
  },
  'wording.manage': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team decides what messages say, and what they never do.',
    basis: 'safe-contact',
  },
  'agency.manage': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team writes down which domains are an agency’s own.',
    basis: 'sharing',
  },
  'contractor.see': {
    roles: [...team, 'administrator'],
    otherwise: 'The team sees this.',
    basis: 'home-security',
  },
  'contractor.manage': {
    roles: ['administrator'],
    otherwise: 'An administrator does this.',
    basis: 'home-security',
  },
  'hub.see': { roles: [...team, 'administrator'], otherwise: 'The team sees this.', basis: 'safeguarding' },
  'hub.manage': { roles: ['administrator'], otherwise: 'An administrator does this.', basis: 'safeguarding' },
  'risk.settings': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team loads wordings and sets local thresholds.',
    basis: 'risk-assessed',
  },
  'rota.manage': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team changes the hours and absences of colleagues.',
    basis: 'same-day-contact',
  },
  'policy.simulate': {
    roles: ['da_manager', 'director', 'administrator'],
    otherwise: 'Trying out a changed policy is for those who own it.',
    basis: 'review',
  },
  'policy.see': {
    roles: ['administrator', 'da_manager', 'director'],
    otherwise: 'Which policy holds, and who changed it, is for those who own it.',
    basis: 'review',
  },
  'policy.call-for-review': {
    roles: ['administrator', 'da_manager', 'director'],
    otherwise: 'Those who own the policy say what calls for its review.',
    basis: 'review',
  },
  'policy.propose': {
    roles: ['administrator'],
    otherwise: 'An administrator proposes a change of policy.',
    basis: 'review',
  },
  'policy.decide': {
    roles: ['administrator'],
    otherwise: 'Another administrator decides about a change of policy.',
    basis: 'review',
  },
  'closure.propose': {
    roles: ['administrator', 'da_manager'],
    otherwise: 'A manager of the team or an administrator proposes days on which the office is closed.',
    basis: 'same-day-contact',
  },
  'closure.decide': {
    roles: ['administrator', 'da_manager'],
    otherwise: 'Another manager or administrator decides on which days the office is closed.',
    basis: 'same-day-contact',
  },
  'register.search': {
    roles: [...team, 'administrator'],
    otherwise: 'Searching the register is for the team and administrators.',
    basis: 'need-to-know',
  },
  'register.manage': {
    roles: ['administrator'],
    otherwise: 'An administrator imports the register and settles duplicates.',
    basis: 'need-to-know',
  },
  'staff.manage': {
    roles: ['administrator'],
    otherwise: 'An administrator manages sign-ins.',
    basis: 'need-to-know',
  },
  'helpline.manage': {
    roles: ['administrator'],
    otherwise: 'An administrator keeps the numbers of the help site true.',
    basis: 'signposting',
  },
  'staff.confirm': {
    roles: ['da_manager'],
    otherwise: 'A manager of the team confirms who joins it.',
    basis: 'need-to-know',
  },
  'board.see': {
    roles: [...team, 'director', 'administrator'],
    otherwise: 'The policy board is for the team, administrators and directors.',
    basis: 'review',
  },
} as const satisfies Record<string, MayRow>;
