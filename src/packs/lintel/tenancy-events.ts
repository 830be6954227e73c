import type { Commitment, Measure } from '#rules/pack.ts';

interface Held {
  /** That people are helped with their tenancy, and what asks for it comes first. */
  readonly clauses: readonly string[];
  /** What the landlord calls whoever is at risk. */
  readonly person: string;
}

/**
 * Changes of a tenancy are held, whoever asks for them. How many are held is no merit, nor how many are stopped: what
 * is judged is whether somebody looked into each on the day on which it came.
 */
export function changesHeld({ clauses, person }: Held): readonly Commitment[] {
  const says = (id: string, title: string, definition: string, measure: Measure): Commitment => ({
    ...{ id, clauses, title, definition, measure },
  });
  return [
    says(
      'tenancy-events-held',
      'Changes of tenancies are held before anything is done',
      'How many notices to quit, surrenders, names to be added or taken off, and homes that look abandoned were ' +
        'held, told apart by the way in which they came. What came by the import stands in the housing system ' +
        'already. A month with few is a month in which few were entered.',
      { kind: 'count', of: 'tenancy-event.held', says: 'changes held', by: 'why' },
    ),
    says(
      'tenancy-event-checked',
      'A change of the tenancy is looked into on the day on which it comes',
      `Of the changes of a tenancy that concern a case, those of which somebody wrote down on the same working day ` +
        `what was found out: who is behind it, and whether it is the ${person}’s own will. The policy names no time; ` +
        'the day is Lintel’s. Our hold stops nobody’s notice in law.',
      {
        kind: 'clock',
        starts: 'tenancy-event.met',
        stops: ['tenancy-event.checked'],
        byPlan: [],
        due: { within: 'same-working-day' },
        escalateAt: [0.5, 1],
      },
    ),
    says(
      'tenancy-events-answered',
      'Changes of the tenancy are answered by two',
      'How often a manager agreed to what another colleague had found out, by what was answered. It goes ahead only ' +
        'where they want it themselves, advice was offered, and where they would live is decided; never where ' +
        'whoever is feared serves it alone.',
      { kind: 'count', of: 'tenancy-event.answer-approved', says: 'times answered', by: 'why' },
    ),
    says(
      'tenancy-events-alone',
      'Changes of tenancies that concern no case',
      'How often one colleague answered a change of a tenancy about which nothing was on record, by what was answered.',
      { kind: 'count', of: 'tenancy-event.answered', says: 'times answered', by: 'why' },
    ),
  ];
}

/** What they ask for themselves comes first. That they do not want it any more is told apart, and no failure. */
export function changesFirst({ clauses, person }: Held): readonly Commitment[] {
  return [
    {
      id: 'tenancy-changes',
      clauses,
      title: 'A change of their tenancy is decided first',
      definition:
        `Of the changes that a ${person} asked for, those that a manager decided within five working days; once they ` +
        'do not want it any more, nothing is owed. The policy names no time; the five days are Lintel’s. How long ' +
        'other applications take is not in Lintel.',
      measure: {
        kind: 'clock',
        starts: 'tenancy-change.asked',
        stops: ['tenancy-change.decided'],
        byPlan: ['tenancy-change.not-wanted'],
        due: { workingDays: 5 },
        escalateAt: [0.5, 1],
      },
    },
    {
      id: 'tenancy-changes-decided',
      clauses,
      title: 'What was decided about changes of a tenancy',
      definition:
        'How often a manager who had not written it down agreed to a change or refused it. It is agreed to only once ' +
        'everything that its way needs is settled, each with who settled it and from what that is known.',
      measure: { kind: 'count', of: 'tenancy-change.decided', says: 'times decided', by: 'why' },
    },
    {
      id: 'tenancy-changes-done',
      clauses,
      title: 'What became of changes of a tenancy',
      definition:
        'How often a change was done or undone, and how the tenancy stands beside the one of before. Less security ' +
        'is never one colleague’s to give.',
      measure: { kind: 'count', of: 'tenancy-change.went-on', says: 'times written down', by: 'why' },
    },
  ];
}
