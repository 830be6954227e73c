import type { Commitment, Measure } from '#rules/pack.ts';

interface Promised {
  /** That the decision to move, or to stay, is theirs and is supported. */
  readonly supported: readonly string[];
  /** That the move is quick, safe and of the same tenure. */
  readonly moved: readonly string[];
  /** That they feel safe in their new home. */
  readonly feelsSafe: readonly string[];
  /** What the landlord calls whoever is at risk. */
  readonly person: string;
}

/**
 * Moves. None of these figures calls for more of them: to stay is as right as to go, a refusal for safety is no
 * failure, and what nobody knows is never counted as kept.
 */
export function movedSafely({ supported, moved, feelsSafe, person }: Promised): readonly Commitment[] {
  const says = (
    id: string,
    clauses: readonly string[],
    title: string,
    definition: string,
    measure: Measure,
  ): Commitment => ({ ...{ id, clauses, title, definition, measure } });
  return [
    says(
      'moves-wished',
      supported,
      'Moves that were wished for',
      `How often a ${person} said that they would like to move, by the way. It is theirs to decide.`,
      { kind: 'count', of: 'move.wished', says: 'times', by: 'why' },
    ),
    says(
      'moves-not-wanted',
      supported,
      'Moves that are not wanted any more',
      `How often a ${person} decided to stay, or to move otherwise: neither kept nor broken.`,
      { kind: 'count', of: 'move.not-wanted', says: 'times' },
    ),
    says(
      'moves-in-time',
      moved,
      'A quick move',
      'Of the moves that were wished for, those that were made within 12 weeks of the day on which it was said. What ' +
        'they do not want any more, and what could not be brought about, are counted apart and never as kept. The ' +
        'policy names no time; the weeks are Lintel’s.',
      {
        kind: 'clock',
        starts: 'move.wished',
        stops: ['move.moved'],
        byPlan: ['move.not-wanted', 'move.ended'],
        due: { calendarDays: 84 },
        escalateAt: [0.25, 0.5, 0.75, 1],
      },
    ),
    says(
      'moves-ended',
      moved,
      'Moves that could not be brought about',
      'How often a move was given up by us or others, with the reason in the case. Not what they decided.',
      { kind: 'count', of: 'move.ended', says: 'times' },
    ),
    says(
      'tenure-kept',
      moved,
      'The same tenure, or a more secure one',
      'Of the moves, those by an offer that was at least as secure as what they held. What is not known counts as ' +
        'not kept; a refuge, which is for a time while the tenancy is kept, is told apart.',
      {
        kind: 'share',
        done: ['move.tenure-kept'],
        notDone: ['move.tenure-lost', 'move.tenure-not-known'],
        apart: ['move.tenure-not-compared'],
        silence: { says: 'nobody moved' },
      },
    ),
    says(
      'offers-by-security',
      moved,
      'Homes that were offered',
      'How often a home was offered, by how secure it is beside what they held.',
      { kind: 'count', of: 'move.offered', says: 'offers', by: 'why' },
    ),
    says(
      'lesser-security',
      moved,
      'Lesser security, by decision',
      'How often a manager agreed that they take a home that is less secure, or not known to be as secure: they said ' +
        'in their own words that they know what they lose, and independent advice was offered. PostgreSQL refuses it ' +
        'without.',
      { kind: 'count', of: 'move.lesser-approved', says: 'times agreed' },
    ),
    says(
      'refused-for-safety',
      moved,
      'Homes that were refused for safety',
      'How often a home was refused because it is not safe for them. It counts against no limit of offers, and is no ' +
        'failure of theirs: where there are many, somebody should ask how homes are looked for.',
      { kind: 'count', of: 'move.offer-refused-for-safety', says: 'times' },
    ),
    says(
      'places-asked',
      moved,
      'Where they must not be housed is asked',
      'Of the cases in which a move is wished for, those in which within 5 working days it is on record where they ' +
        'must not be housed, or that they were asked and there is no such place. Blank is not asked. The policy ' +
        'names no time; the days are Lintel’s.',
      {
        kind: 'evidence',
        of: 'move.wished',
        shownBy: ['move.places-asked'],
        per: 'case',
        withinWorkingDays: 5,
      },
    ),
    says(
      'lettings-asked',
      moved,
      'Lettings asked before a home was offered',
      'How often lettings asked about a home for somebody of a case, by what they were told: that nothing is known ' +
        'against it, or to ask the lead. Nobody is told why, and answers that are drawn by chance count nowhere.',
      { kind: 'count', of: 'move-check.met', says: 'times', by: 'why' },
    ),
    says(
      'home-kept-while-away',
      supported,
      'The home is kept while they are away',
      'How often it was written down that somebody is away for safety and keeps their home, so that nobody takes it ' +
        'for abandoned.',
      { kind: 'count', of: 'move.away', says: 'times' },
    ),
    says(
      'feels-safe',
      feelsSafe,
      'They feel safe in their new home',
      `Of the times at which a ${person} who had moved was asked, those at which they said that they feel safe. ` +
        'Where they would rather not say, or it was not safe to ask, is told apart.',
      {
        kind: 'share',
        done: ['move.feels-safe'],
        notDone: ['move.feels-not-safe'],
        apart: ['move.rather-not-say', 'move.not-safe-to-ask'],
        silence: { says: 'nobody was asked' },
      },
    ),
  ];
}
