import type { Commitment } from '#rules/pack.ts';

/** What this landlord promises in its own words, or in Lintel's where its policy names no time. */
export const promises: readonly Commitment[] = [
  {
    id: 'first-contact',
    clauses: ['S1'],
    title: 'Contact within four working hours',
    definition:
      'Of the disclosures whose time ended, those in which a safe, two-way contact was made ' +
      'within four hours of office time from when anybody here first knew. An attempt does not ' +
      'count, and an approved plan is counted apart.',
    measure: {
      kind: 'clock',
      starts: 'disclosure.received',
      stops: ['contact.made'],
      byPlan: ['contact-plan.approved'],
      due: { workingHours: 4 },
      escalateAt: [0.5, 0.75, 1],
    },
  },
  {
    id: 'triage',
    clauses: ['S1'],
    title: 'Every disclosure is triaged within 2 working hours',
    definition:
      'Of the disclosures received, those triaged or handed over within 2 working hours. The ' +
      'policy names no time; the 2 hours are Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'disclosure.received',
      stops: ['disclosure.triaged', 'disclosure.handed-over'],
      byPlan: [],
      due: { workingHours: 2 },
      escalateAt: [0.5, 1],
    },
  },
  {
    id: 'concern-reported',
    clauses: ['S1'],
    title: 'Colleagues who notice something report it the same shift',
    definition:
      'Of the concerns reported, those reported by the close of the working day on which ' +
      'something was noticed. The policy names no time; the same shift is Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'concern.reported',
      stops: ['concern.reported'],
      byPlan: [],
      due: { within: 'same-working-day' },
      escalateAt: [],
    },
  },
  {
    id: 'safe-contact',
    clauses: ['S2'],
    title: 'The safe way to be in touch is known',
    definition:
      'Of the cases opened, those in which the safe way to be in touch was recorded by the end of ' +
      'the next working day. The policy names no time; the day is Lintel’s.',
    measure: {
      kind: 'evidence',
      of: 'case.opened',
      shownBy: ['safe-contact.recorded'],
      per: 'case',
      withinWorkingDays: 1,
    },
  },
  {
    id: 'access-needs',
    clauses: ['S2'],
    title: 'What somebody needs is asked about',
    definition:
      'Of the cases opened, those in which access and communication needs, or that there are ' +
      'none, were recorded within 5 working days. The policy names no time; the 5 days are Lintel’s.',
    measure: {
      kind: 'evidence',
      of: 'case.opened',
      shownBy: ['access-needs.recorded'],
      per: 'case',
      withinWorkingDays: 5,
    },
  },
  {
    id: 'need-to-know',
    clauses: ['S4'],
    title: 'Only those who need to know see a case',
    definition:
      'How often a case was opened to somebody’s view; each view passed the case wall and is on record.',
    measure: { kind: 'gate', gate: 'case-wall', asked: 'case.viewed' },
  },
  {
    id: 'case-allocated',
    clauses: ['S6'],
    title: 'Somebody answers for a case within a day',
    definition:
      'Of the cases opened, those allocated to a worker by the end of the next working day. The ' +
      'policy names no time; the day is Lintel’s.',
    measure: {
      kind: 'evidence',
      of: 'case.opened',
      shownBy: ['case.allocated'],
      per: 'case',
      withinWorkingDays: 1,
    },
  },
  {
    id: 'review',
    clauses: ['S7'],
    title: 'The policy is reviewed every two years',
    definition: 'The date by which the policy is to be reviewed, against today.',
    measure: { kind: 'review' },
  },
];
