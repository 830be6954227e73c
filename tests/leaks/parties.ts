/** Who walks together, in a file of their own: each visitor is in one party, and each party in one file. */
export const parties = {
  'those who need to know': ['a manager of the team who needs to know', 'a worker who needs to know'],
  'the team that was not let in': [
    'a worker of the team who was not named',
    'a manager of the team with a conflict',
  ],
  'those who administer': ['an administrator and manager with a conflict', 'an administrator'],
  'those outside the team': [
    'a director',
    'a data protection officer',
    'a data protection officer with a conflict',
    'a colleague',
    'a colleague with a conflict',
    'an income officer',
    'an income officer with a conflict',
    'a lettings officer',
    'a lettings officer with a conflict',
    'a finance officer',
    'a finance officer with a conflict',
    'a contractor',
    'a contractor with a conflict',
    'nobody',
  ],
  'those who keep an own file': ['a worker who keeps an own file', 'a manager who keeps an own file'],
  'another landlord': ['a manager and administrator of another landlord'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Party = keyof typeof parties;
