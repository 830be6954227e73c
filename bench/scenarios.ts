import { newId } from '#kit/ids.ts';
import { idOf, longCases, openOneIn, restrictedOneIn } from './load/numbers.ts';
import { askedAbout, systems } from './load/systems.ts';

/** What one request asks of the database. */
export interface Counted {
  /** Round trips. */
  readonly trips: number;
  /** With those that begin and commit. */
  readonly statements: number;
}

/** One thing that people do all day, as a request. */
export interface Scenario {
  readonly name: string;
  /** Milliseconds of processor time, program and database together, that we promise ourselves; null: nothing. */
  readonly target: number | null;
  /** What one request may ask of the database. */
  readonly budget: Counted;
  /** So many ask at once, where what it promises is meant for that; left out: as many as the bench is told. */
  readonly connections?: number;
  request(n: number): {
    readonly path: string;
    readonly form?: Readonly<Record<string, string>>;
    /** Another system asks, by the token of its own: its id. */
    readonly system?: string;
  };
}

/**
 * Scenarios over cases 1 to `cases`; consecutive requests touch different cases, spread
 * over all of them that whoever asks may see. */
export function scenarios(cases: number, now: Temporal.Instant): readonly Scenario[] {
  const spread = (n: number) => {
    const nth = 1 + ((n * 7919) % cases);
    return idOf('case', nth % restrictedOneIn === 0 ? nth - 1 : nth);
  };
  /** Open cases that nobody is kept from. */
  const open = (n: number) => {
    const nth = openOneIn * (1 + ((n * 7919) % (cases / openOneIn)));
    return idOf('case', nth % restrictedOneIn === 0 ? nth - openOneIn : nth);
  };
  const ofCase = (name: string, page: string, budget: Counted): Scenario => ({
    ...{ name, target: null, budget },
    request: (n) => ({ path: `/cases/${open(n)}/${page}` }),
  });
  const names = ['ashb', 'birc', 'cald', 'dorf', 'elfi', 'fenf', 'garh', 'holl', 'ingl', 'jesm'];
  return [
    {
      name: 'open a case',
      target: 4.5,
      budget: { trips: 3, statements: 15 },
      request: (n) => ({ path: `/cases/${spread(n)}` }),
    },
    {
      name: 'my caseload',
      target: 4.5,
      budget: { trips: 3, statements: 5 },
      request: () => ({ path: '/cases' }),
    },
    { name: 'my day', target: 11, budget: { trips: 4, statements: 25 }, request: () => ({ path: '/day' }) },
    {
      name: 'chronology at 500 entries',
      target: 7,
      budget: { trips: 3, statements: 14 },
      request: (n) => ({ path: `/cases/${idOf('case', 1 + (n % longCases))}/entries` }),
    },
    {
      name: 'search in 500 entries',
      target: null,
      budget: { trips: 3, statements: 14 },
      request: (n) => ({
        path: `/cases/${idOf('case', 1 + (n % longCases))}/entries`,
        form: { text: 'cafe home' },
      }),
    },
    {
      name: 'record a contact',
      target: 7.5,
      budget: { trips: 4, statements: 16 },
      request: (n) => ({ path: `/cases/${spread(n)}/contacts/new`, form: attempt(now) }),
    },
    {
      name: 'record that they were reached',
      target: 7.5,
      budget: { trips: 6, statements: 27 },
      request: (n) => ({ path: `/cases/${spread(n)}/contacts/new`, form: { ...attempt(now), ...reached } }),
    },
    {
      name: 'search a person',
      target: 4.5,
      // The seventh has the others planned once: left alone they are planned anew each time at 400,000 cases.
      budget: { trips: 3, statements: 7 },
      request: (n) => ({ path: '/people', form: { q: names[n % names.length] ?? '' } }),
    },
    {
      name: 'policy board',
      target: 3,
      budget: { trips: 3, statements: 6 },
      request: () => ({ path: '/board' }),
    },
    ofCase('support of a case', 'support', { trips: 3, statements: 15 }),
    ofCase('housing options', 'housing', { trips: 3, statements: 14 }),
    ofCase('action about whoever is feared', 'enforcement', { trips: 3, statements: 19 }),
    ofCase('referrals of a case', 'referrals', { trips: 4, statements: 18 }),
    {
      name: 'what is owed to people',
      target: null,
      budget: { trips: 3, statements: 8 },
      request: () => ({ path: '/owed' }),
    },
    {
      name: 'referrals',
      target: null,
      budget: { trips: 3, statements: 5 },
      request: () => ({ path: '/referrals' }),
    },
    {
      name: 'a hold asked about',
      // Both processors of the machine, at 3,000 answers a second: other systems ask about thousands at once.
      target: 0.6,
      connections: 64,
      budget: { trips: 2, statements: 2 },
      request: (n) => ({
        path: `/api/v1/holds?tenancy=${askedAbout(n, cases)}&contact=letter`,
        system: idOf('system', 1 + (n % systems)),
      }),
    },
  ];
}

function attempt(now: Temporal.Instant): Readonly<Record<string, string>> {
  const happened = now.toZonedDateTimeISO('Europe/London').subtract({ minutes: 5 });
  return {
    _submission: newId<string>(),
    channel: 'phone',
    outcome: 'no_answer',
    whom: 'nobody',
    begunBy: 'us',
    over: 'first',
    inTheirTimes: 'yes',
    notes: 'It rang out at the agreed time, and nobody answered.',
    'happened-day': String(happened.day),
    'happened-month': String(happened.month),
    'happened-year': String(happened.year),
    'happened-time': happened.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** What is different where somebody spoke with them: it moves promises, and what was agreed is confirmed. */
const reached = {
  outcome: 'spoke_safely',
  whom: 'person',
  stillRight: 'same',
  dangerNow: 'no',
  notes: 'They are well, and want to go on.',
};
