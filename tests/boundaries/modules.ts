/** One capability: what it holds, and which others it reaches, through their doors. */
export interface Module {
  readonly holds: string;
  readonly knows: readonly string[];
}

/** Who knows whom: a module reaches these others, and nobody else. docs/architecture.md prints it. */
export const modules: Readonly<Record<string, Module>> = {
  account: {
    holds: 'people who sign in, roles, notices, drafts; the numbers of the help site',
    knows: [],
  },
  register: {
    holds: 'people, homes, tenancies',
    knows: [],
  },
  rota: {
    holds: 'duty hours, absence, who covers',
    knows: ['account'],
  },
  obligations: {
    holds: 'running promises, whom to tell',
    knows: ['account', 'rota'],
  },
  cases: {
    holds: 'the case, its wall, its page; safe contact, chronology and its files',
    knows: ['account', 'register', 'rota', 'obligations'],
  },
  disclosures: {
    holds: 'what was told, triage',
    knows: ['account', 'register', 'obligations', 'cases'],
  },
  diary: {
    holds: 'visits and calls, check-ins, the calendar link',
    knows: ['account', 'register', 'rota', 'obligations', 'cases'],
  },
  risk: {
    holds: 'assessments, the level, what is received and what changes it',
    knows: ['account', 'register', 'obligations', 'cases'],
  },
  plans: {
    holds: 'action plans, their versions and copies',
    knows: ['account', 'register', 'obligations', 'cases'],
  },
  emergency: {
    holds: 'emergency access and its review',
    knows: ['account', 'register', 'obligations', 'cases'],
  },
  markers: {
    holds: 'markers on people and homes',
    knows: ['account', 'register', 'obligations', 'cases'],
  },
  needs: {
    holds: 'what somebody needs; equality, kept apart',
    knows: ['account', 'register', 'obligations', 'cases'],
  },
  tasks: {
    holds: 'tasks, my day, caseload, case reviews',
    knows: ['account', 'register', 'rota', 'obligations', 'cases', 'diary', 'risk', 'plans'],
  },
  closing: {
    holds: 'pause, closing, outcomes, coming back',
    knows: ['account', 'register', 'obligations', 'cases', 'diary', 'risk', 'plans', 'markers', 'tasks'],
  },
  'help-site': {
    holds: 'the public site',
    knows: ['disclosures'],
  },
  board: {
    holds: 'figures by clause',
    knows: ['obligations', 'cases'],
  },
  simulator: {
    holds: 'what if',
    knows: ['account'],
  },
  policy: {
    holds: 'which policy holds, and its change',
    knows: ['account', 'simulator'],
  },
  home: {
    holds: 'where signing in leads',
    knows: [],
  },
};
