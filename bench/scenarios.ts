import { newId } from '#kit/ids.ts';
import { caseId, longCases } from './load.ts';

/** One thing that people do all day, as a request. */
export interface Scenario {
  readonly name: string;
  /** Requests a second at 100,000 cases and 8 connections that we promise ourselves. */
  readonly target: number;
  request(n: number): { readonly path: string; readonly form?: Readonly<Record<string, string>> };
}

/** Scenarios over cases 1 to `cases`; consecutive requests touch different cases, spread over all of them. */
export function scenarios(cases: number, now: Temporal.Instant): readonly Scenario[] {
  const spread = (n: number) => caseId(1 + ((n * 7919) % cases));
  const names = ['ashb', 'birc', 'cald', 'dorf', 'elfi', 'fenf', 'garh', 'holl', 'ingl', 'jesm'];
  const happened = now.toZonedDateTimeISO('Europe/London').subtract({ minutes: 5 });
  return [
    { name: 'open a case', target: 500, request: (n) => ({ path: `/cases/${spread(n)}` }) },
    { name: 'my caseload', target: 500, request: () => ({ path: '/cases' }) },
    { name: 'my day', target: 400, request: () => ({ path: '/day' }) },
    {
      name: 'chronology at 500 entries',
      target: 250,
      request: (n) => ({ path: `/cases/${caseId(1 + (n % longCases))}/entries` }),
    },
    {
      name: 'search in 500 entries',
      target: 200,
      request: (n) => ({
        path: `/cases/${caseId(1 + (n % longCases))}/entries`,
        form: { text: 'cafe home' },
      }),
    },
    {
      name: 'record a contact',
      target: 500,
      request: (n) => ({
        path: `/cases/${spread(n)}/contacts/new`,
        form: {
          _submission: newId<string>(),
          channel: 'phone',
          outcome: 'no_answer',
          notes: 'No answer at the agreed time.',
          'happened-day': String(happened.day),
          'happened-month': String(happened.month),
          'happened-year': String(happened.year),
          'happened-time': happened.toPlainTime().toString({ smallestUnit: 'minute' }),
        },
      }),
    },
    {
      name: 'search a person',
      target: 400,
      request: (n) => ({ path: '/people', form: { q: names[n % names.length] ?? '' } }),
    },
    { name: 'policy board', target: 800, request: () => ({ path: '/board' }) },
  ];
}
