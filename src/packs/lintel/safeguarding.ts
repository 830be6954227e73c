import type { Commitment, DueRule } from '#rules/pack.ts';

/** Safeguarding referrals, of children and of adults, where a policy names no time: Lintel's own. */
export function safeguarded(clauses: readonly string[]): readonly Commitment[] {
  return [
    adultsAsked(clauses),
    decided(clauses, 'child', 'A decision about safeguarding a child within a working day', {
      workingDays: 1,
    }),
    decided(clauses, 'under_16', 'A decision the same day where somebody harmed or feared is under 16', {
      within: 'same-working-day',
    }),
    decided(clauses, 'adult', 'A decision about safeguarding an adult within a working day', {
      workingDays: 1,
    }),
    referred(clauses, 'child', 'A child is referred for safeguarding the same day'),
    referred(clauses, 'adult', 'An adult at risk is referred for safeguarding the same day'),
    {
      id: 'safeguarding-acknowledged',
      clauses,
      title: 'Somebody there has the safeguarding referral, or is asked again',
      definition:
        'Of the safeguarding referrals that were made or asked about again, those of which we heard within a working ' +
        'day that somebody there has them, or asked again. Children’s services are to answer a referrer within a ' +
        'working day (Working Together); for others the day is Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'safeguarding.answer-awaited',
        stops: [
          'safeguarding.acknowledged-by-them',
          'safeguarding.acknowledged-to-us',
          'safeguarding.answered',
          'safeguarding.chased',
        ],
        byPlan: [],
        due: { workingDays: 1 },
        escalateAt: [1],
        only: { kinds: ['not_acknowledged'] },
      },
    },
    {
      id: 'safeguarding-acknowledged-by-them',
      clauses,
      title: 'That they have it is shown by something of theirs',
      definition:
        'Of the times at which it was written down that a service has a safeguarding referral, those known by what ' +
        'they wrote, rang or show in their own system. The rest are known by our own asking alone.',
      measure: {
        kind: 'share',
        done: ['safeguarding.acknowledged-by-them'],
        notDone: ['safeguarding.acknowledged-to-us'],
        apart: [],
      },
    },
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

/** A fact asks, wherever it was entered; a decision keeps it, or what two people agreed, or that it was made. */
function decided(
  clauses: readonly string[],
  kind: 'child' | 'adult' | 'under_16',
  title: string,
  due: DueRule,
): Commitment {
  return {
    id: `${kind.replace('_', '-')}-safeguarding-decision`,
    clauses,
    title,
    definition:
      'Of the times at which something entered in a case, in what was told, in an assessment or in the register ' +
      'asked for a decision about safeguarding, those in which one was made in time, counted from when somebody ' +
      'here first knew. That it is not referred counts once a second person has agreed, and apart. The policy names ' +
      'no time; the time is Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'safeguarding.prompted',
      stops: ['safeguarding.decided', 'safeguarding.referred'],
      byPlan: ['safeguarding.no-referral-approved'],
      due,
      escalateAt: [0.5, 1],
      only: { kinds: [kind] },
    },
  };
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
