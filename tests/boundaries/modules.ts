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
  register: { holds: 'people, homes, tenancies', knows: [] },
  rota: {
    holds: 'duty hours, absence, who covers',
    knows: ['account'],
  },
  obligations: {
    holds: 'running promises, whom to tell',
    knows: ['account', 'rota'],
  },
  wordings: {
    holds: 'what messages say, in versions that two people agreed to; words that they never say',
    knows: ['account'],
  },
  agreement: {
    holds: 'what a person agreed about contact, and what that says of a moment',
    knows: ['obligations'],
  },
  'case-file': {
    holds: 'the case’s own row, its people, and what stands around every page of it',
    knows: ['account', 'register', 'obligations', 'agreement'],
  },
  wall: {
    holds: 'who may see a case, who leads it, conflicts; emergency access',
    knows: ['account', 'register', 'obligations', 'case-file'],
  },
  needs: {
    holds: 'what somebody needs; equality, kept apart',
    knows: ['obligations', 'case-file'],
  },
  chronology: {
    holds: 'entries, for whom they are, searching; redaction and files',
    knows: ['register', 'obligations', 'agreement', 'case-file', 'needs'],
  },
  danger: {
    holds: 'danger: who is told at once, and what was done about it',
    knows: ['account', 'rota', 'obligations', 'case-file', 'chronology'],
  },
  diary: {
    holds: 'visits and calls, check-ins, the calendar link',
    knows: ['account', 'rota', 'obligations', 'agreement', 'case-file', 'wall', 'chronology'],
  },
  calls: {
    holds: 'calls that were promised for a moment: owed then, kept by what is on record',
    knows: ['obligations', 'agreement', 'case-file', 'chronology', 'diary'],
  },
  contact: {
    holds: 'taking the agreement, what was tried and reached, plans where no way is safe',
    knows: [
      'danger',
      'account',
      'rota',
      'obligations',
      'agreement',
      'case-file',
      'wall',
      'needs',
      'chronology',
      'diary',
      'calls',
      'register',
      'wordings',
    ],
  },
  perpetrators: {
    holds: 'what is done about whoever is feared: what they say to it, whether it is safe, who decides',
    knows: ['account', 'obligations', 'case-file', 'chronology'],
  },
  'counter-allegations': {
    holds: 'what is said the other way round, who mainly harms whom, and two colleagues for two cases',
    knows: ['account', 'obligations', 'case-file', 'chronology'],
  },
  'own-files': {
    holds: 'files of those who are alleged to have caused harm: apart from every case and its workers',
    knows: ['account', 'register', 'obligations'],
  },
  'breathing-space': {
    holds: 'breathing space from court action over income, and the Debt Respite Scheme beside it',
    knows: ['account', 'obligations', 'case-file', 'chronology'],
  },
  'risk-level': {
    holds: 'how high a risk is: what indicates it, who states it, who lowers it; thresholds',
    knows: ['account', 'register', 'obligations', 'case-file', 'chronology', 'needs'],
  },
  assessments: {
    holds: 'what is asked and answered, the tools, what others assessed',
    knows: ['danger', 'account', 'obligations', 'case-file', 'chronology', 'needs', 'risk-level'],
  },
  risk: {
    holds: 'the page of both; dates, the person’s own view, what has changed',
    knows: ['account', 'obligations', 'case-file', 'chronology', 'risk-level', 'assessments'],
  },
  housing: {
    holds: 'which housing options there are, by date, and what was gone through with the person',
    knows: ['obligations', 'case-file', 'chronology'],
  },
  moves: {
    holds:
      'moves: what they wish, what is offered and answered, where they must not be housed, the home they keep',
    knows: ['account', 'obligations', 'case-file', 'chronology', 'housing'],
  },
  money: {
    holds: 'what they say of money, what advisers made of it, and what that brought',
    knows: ['obligations', 'case-file', 'chronology'],
  },
  grants: {
    holds: 'funds with budgets, their books, and what help takes of them',
    knows: ['account', 'obligations', 'case-file', 'chronology'],
  },
  support: {
    holds:
      'what is offered, what they say to it, what is done about it until they say that it came; what is lent',
    knows: ['account', 'obligations', 'agreement', 'case-file', 'chronology', 'grants', 'money'],
  },
  costs: {
    holds: 'what it costs: moves, homes, hours, what was avoided; the landlord’s year',
    knows: ['obligations', 'case-file', 'chronology', 'grants', 'money', 'support'],
  },
  plans: {
    holds: 'action plans, their versions and copies',
    knows: ['account', 'obligations', 'agreement', 'case-file', 'wall', 'chronology', 'housing', 'support'],
  },
  outgoing: {
    holds: 'messages to the person: queued, held, sent, and what became of each; the one door out',
    knows: ['account', 'register', 'obligations', 'agreement', 'case-file', 'chronology', 'wordings'],
  },
  letters: {
    holds: 'letters on paper: printed in a batch, then posted or destroyed',
    knows: ['case-file', 'wordings', 'outgoing'],
  },
  markers: {
    holds: 'markers on people and homes',
    knows: ['account', 'register', 'obligations', 'case-file'],
  },
  sharing: {
    holds:
      'what the person agreed to share; what was shared with another agency, on what ground, and how it left',
    knows: [
      'account',
      'obligations',
      'agreement',
      'case-file',
      'chronology',
      'plans',
      'assessments',
      'register',
      'wordings',
    ],
  },
  safeguarding: {
    holds:
      'referrals of children and adults at risk: asked for by facts, decided, made, answered, or not made by two',
    knows: ['account', 'obligations', 'case-file', 'chronology', 'risk-level', 'sharing'],
  },
  cases: {
    holds: 'cases as wholes: opening, coming back, the lists, the overview',
    knows: [
      ...['account', 'register', 'obligations', 'case-file', 'wall', 'chronology', 'contact', 'diary'],
      ...['safeguarding', 'risk-level'],
    ],
  },
  files: {
    holds: 'files and evidence: added, looked through, shown, kept as they came, and who had them',
    knows: ['account', 'obligations', 'case-file', 'chronology', 'contact', 'sharing'],
  },
  security: {
    holds:
      'security of the home: what was looked at, who must agree, what is ordered from whom, and what they answer',
    knows: [
      ...[
        'account',
        'register',
        'obligations',
        'agreement',
        'case-file',
        'chronology',
        'wordings',
        'support',
      ],
      ...['sharing', 'files'],
    ],
  },
  disclosures: {
    holds: 'what was told, triage',
    knows: [
      'account',
      'rota',
      'register',
      'obligations',
      'agreement',
      'case-file',
      'danger',
      'wall',
      'chronology',
      'contact',
      'safeguarding',
      'breathing-space',
      'needs',
      'cases',
      'diary',
      'calls',
      'files',
    ],
  },
  tasks: {
    holds: 'tasks, my day, supervision, case reviews',
    knows: [
      'account',
      'rota',
      'obligations',
      'case-file',
      'danger',
      'wall',
      'chronology',
      'safeguarding',
      'disclosures',
      'diary',
      'calls',
      'contact',
      'plans',
      'risk-level',
    ],
  },
  tenancies: {
    holds: 'changes of tenancies, held until they were looked at, whoever asks for one',
    knows: ['account', 'register', 'obligations', 'case-file', 'chronology'],
  },
  mediation: {
    holds: 'mediation between joint tenants that somebody asks for, and the gate before it',
    knows: ['account', 'obligations', 'case-file', 'chronology'],
  },
  closing: {
    holds: 'pause, closing, outcomes',
    knows: [
      ...['danger', 'account', 'obligations', 'case-file', 'wall', 'chronology', 'safeguarding'],
      ...['breathing-space', 'cases', 'diary', 'risk-level', 'plans', 'markers', 'tasks'],
      ...['security', 'support', 'tenancies', 'moves', 'mediation'],
    ],
  },
  checks: {
    holds: 'what a second person looks at: what was recorded late, what was drawn by chance',
    knows: ['account', 'obligations', 'case-file', 'disclosures'],
  },
  finding: {
    holds: 'one field for whatever somebody knows: cases, what was told, people, homes',
    knows: ['register', 'case-file', 'cases', 'disclosures'],
  },
  holds: {
    holds: 'what other systems are told before they write, ring or visit: holds, tokens, who asked',
    knows: ['account', 'register'],
  },
  'court-steps': {
    holds: 'steps over income: said before they are taken, held back, and told to whom they concern',
    knows: ['account', 'register', 'obligations', 'case-file', 'chronology', 'breathing-space', 'holds'],
  },
  lettings: {
    holds:
      'whether a home may be offered to somebody: asked by lettings, answered without why, told to whom it concerns',
    knows: ['account', 'obligations', 'case-file', 'chronology', 'holds'],
  },
  'new-customers': {
    holds: 'the question at a letting: asked alone, kept as a number, handed on only as they wish',
    knows: ['account', 'obligations', 'case-file', 'moves', 'disclosures'],
  },
  'help-site': {
    holds: 'the public site',
    knows: ['disclosures'],
  },
  board: { holds: 'figures by clause', knows: ['obligations'] },
  simulator: { holds: 'what if', knows: ['account'] },
  policy: {
    holds: 'which policy holds, and its change',
    knows: ['account', 'simulator'],
  },
  home: { holds: 'where signing in leads', knows: [] },
};
