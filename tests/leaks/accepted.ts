import type { Finding } from './findings.ts';

/** An answer that may differ although nobody learns anything, or learns what they may: for whom, and why. */
export interface Accepted {
  readonly route: RegExp;
  /** For each of them it is there, or it is struck off; for anybody else it is a leak. */
  readonly who: readonly string[];
  readonly leak: RegExp;
  readonly because: string;
  /** The first of them changes it, and the others find it changed: which one that is, chance decides. */
  readonly once?: true;
}

const changed = /changed when a secret was planted/;
const shutOutOfCases = [
  'a worker of the team who was not named',
  'a manager of the team with a conflict',
  'an administrator and manager with a conflict',
];
const keepsAnOwnFile = ['a worker who keeps an own file', 'a manager who keeps an own file'];
const visitsHomes = ['a colleague', 'a contractor'];
const visitsInConflict = ['a colleague with a conflict', 'a contractor with a conflict'];

export const accepted: readonly Accepted[] = [
  {
    route: /^GET \/second-factor\/enrolment$/,
    who: [
      ...shutOutOfCases,
      ...visitsHomes,
      ...visitsInConflict,
      ...keepsAnOwnFile,
      'an income officer',
      'an income officer with a conflict',
      'a lettings officer',
      'a lettings officer with a conflict',
      'a finance officer',
      'a finance officer with a conflict',
      'an administrator',
      'a director',
      'a data protection officer',
      'a data protection officer with a conflict',
      'a manager and administrator of another landlord',
    ],
    leak: changed,
    because: 'it shows a fresh secret for an authenticator each time',
  },
  {
    route: /^GET \/emergency-access$/,
    who: ['a data protection officer'],
    leak: changed,
    because: 'whoever reviews emergency access is told that there was some',
  },
  {
    route: /^POST \/emergency-access\/:use\/(?:review|ending)$/,
    who: ['a data protection officer'],
    leak: /^changed what lies behind the wall$/,
    because: 'whoever reviews emergency access ends it, and writes what they found beside the case',
  },
  {
    route: /^POST \/people\/:id\/correction$/,
    who: ['a worker of the team who was not named', 'a manager of the team with a conflict'],
    leak: /^changed what lies behind the wall$/,
    once: true,
    because:
      'how old somebody is asks again in each case that they are in, and says nothing of it to whoever put it right',
  },
  {
    route: /^POST \/(?:people\/:id\/correction|register\/matches\/:id\/decision)$/,
    who: ['an administrator', 'an administrator and manager with a conflict'],
    leak: /^changed what lies behind the wall$/,
    once: true,
    because: 'the same of whoever keeps the register: they are told nothing of what it asks',
  },
  {
    route: /^(?:GET|POST) \/contractors/,
    who: ['an administrator'],
    leak: /contractorx|differs from what does not exist: status (?:200|422)/,
    because: 'administrators keep who may be sent into homes: firms, which are of nobody',
  },
  {
    route: /^(?:GET|POST) \/hubs/,
    who: ['an administrator'],
    leak: /safeguardinghubx|differs from what does not exist: status 200/,
    because: 'administrators keep where to refer: services of councils, which are of nobody',
  },
  {
    route: /^GET \/files-kept$/,
    who: ['an administrator', 'an administrator and manager with a conflict'],
    leak: changed,
    because: 'how many files there are in all, to the nearest five or fewer than five, tells of nobody',
  },
  {
    route: /^GET \/homes\/:id\/markers$/,
    who: [...shutOutOfCases, ...visitsHomes],
    leak: changed,
    because: 'a marker is there to be read by whoever visits, and says nothing of why',
  },
  {
    route: /^GET \/homes\/:id\/markers$/,
    who: visitsHomes,
    leak: /^(?:register|nextdoor) propertyxaddresslines in the body|differs from what does not exist: status 200/,
    because: 'whoever visits homes may know which there are, and not who lives there',
  },
  {
    route: /^GET \/homes\/:id\/markers$/,
    who: visitsInConflict,
    leak: /^nextdoor propertyxaddresslines in the body|\(nextdoor\) differs from what does not exist: status 200/,
    because:
      'whoever visits homes may know which there are, but for the one of a case that they have a conflict with',
  },
  {
    route:
      /^(?:GET|POST) \/(?:people|find|homes\/:id|register\/matches|markers|cases\/:id\/people\/search|emergency-access\/search)/,
    who: [
      'a manager of the team with a conflict',
      'an administrator and manager with a conflict',
      ...visitsInConflict,
      ...keepsAnOwnFile,
    ],
    leak: changed,
    because:
      'a conflict, or an own file of whoever is feared, takes the person and the home off the register for them: ' +
      'they get what a stranger to it gets',
  },
  {
    route: /^GET \/own-files$/,
    who: keepsAnOwnFile,
    leak: changed,
    because: 'it is the list of their own files, and nobody else has one',
  },
  {
    route: /^GET \/programme-questions$/,
    who: ['a manager of the team who needs to know'],
    leak: /ownside ownfilexname in the body/,
    because: 'whoever answers whether a referral may go reads whom it is about, and nothing of the file',
  },
  {
    route: /^POST \/court-steps\/search$/,
    who: ['an income officer with a conflict'],
    leak: changed,
    because:
      'a conflict takes the person and the home off the register: they find what a stranger to it finds',
  },
  {
    route: /^GET \/emergency-access\/colleagues$/,
    who: [
      'a manager of the team with a conflict',
      'an administrator and manager with a conflict',
      'a manager who keeps an own file',
    ],
    leak: changed,
    because: 'managers are told how often colleagues ask for emergency access, and not for what',
  },
  {
    route: /^GET \/move-checks\/asked$/,
    who: [
      'a manager of the team with a conflict',
      'an administrator and manager with a conflict',
      'a manager who keeps an own file',
    ],
    leak: changed,
    because:
      'managers are told how often colleagues ask about homes, and not about whom: most of it meets no case',
  },
];

export function accepts({ route, who, leak }: Accepted, finding: Finding): boolean {
  return who.includes(finding.who) && route.test(finding.route) && leak.test(finding.leak);
}
