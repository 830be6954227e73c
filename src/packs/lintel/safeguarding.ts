import type { Commitment } from '#rules/pack.ts';

/** Safeguarding referrals, of children and of adults, where a policy names no time: Lintel's own. */
export function safeguarded(clauses: readonly string[]): readonly Commitment[] {
  return [
    adultsAsked(clauses),
    referred(clauses, 'child', 'A child is referred for safeguarding the same day'),
    referred(clauses, 'adult', 'An adult at risk is referred for safeguarding the same day'),
    {
      id: 'safeguarding-answer',
      clauses,
      title: 'An answer to the safeguarding referral, or asking again',
      definition:
        'Of the safeguarding referrals that were made or asked about again, those that were answered or asked about ' +
        'again within three working days. The policy names no time; the three days are Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'safeguarding.answer-awaited',
        stops: ['safeguarding.answered', 'safeguarding.chased'],
        byPlan: [],
        due: { workingDays: 3 },
        escalateAt: [0.5, 1],
      },
    },
  ];
}

function adultsAsked(clauses: readonly string[]): Commitment {
  return {
    id: 'adults-asked',
    clauses,
    title: 'Adults who need care or support are asked about in every case',
    definition:
      'Of the cases opened, those in which the question about an adult who needs care or support and is at risk ' +
      'was answered within 5 working days. The policy names no time; the 5 days are Lintel’s.',
    measure: {
      kind: 'evidence',
      of: 'case.opened',
      shownBy: ['safeguarding.adults-asked'],
      per: 'case',
      withinWorkingDays: 5,
    },
  };
}

/** Saying that it is being made starts it; only to whom, how and when keeps it. That none is made takes two people. */
function referred(clauses: readonly string[], who: 'child' | 'adult', title: string): Commitment {
  const whom = who === 'child' ? 'a child' : 'an adult at risk';
  return {
    id: `${who}-referral`,
    clauses,
    title,
    definition:
      `Of the safeguarding referrals of ${whom} that somebody said would be made, those made by the close of that ` +
      'working day, with to whom, how and when. That none is made is decided by a second person, and counted apart. ' +
      'The policy names no time; the day is Lintel’s.',
    measure: {
      kind: 'clock',
      starts: `${who}-referral.promised`,
      stops: ['safeguarding.referred'],
      byPlan: ['safeguarding.no-referral-approved'],
      due: { within: 'same-working-day' },
      escalateAt: [0.5, 0.75, 1],
    },
  };
}
