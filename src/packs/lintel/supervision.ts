import type { Commitment } from '#rules/pack.ts';

/*
 * That nobody works alone and no case is forgotten, where a policy names no time: Lintel's own intervals. A
 * landlord who promises others writes them into its pack instead.
 */

/** @param clauses the clauses of the policy under which a team delivers what it promises */
export function supervised(clauses: readonly string[]): readonly Commitment[] {
  return [
    {
      id: 'supervision',
      clauses,
      title: 'A manager reviews each case every 28 days',
      definition:
        'Of the reviews that were due, those in which a manager looked at the case with whoever leads ' +
        'it within 28 days of its allocation or of the review before; a case that closed in that time ' +
        'is not counted. The policy names no time; the 28 days are Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'case.allocated',
        stops: ['supervision.recorded'],
        byPlan: [],
        due: { calendarDays: 28 },
        escalateAt: [0.75, 1],
      },
    },
    {
      id: 'nobody-forgotten',
      clauses,
      title: 'No open case is left untouched',
      definition:
        'How often somebody up the line was told that nobody had acted on an open case: for 2 working ' +
        'days at high risk, 3 where the risk is not rated yet, 5 at medium and 10 at standard, or for ' +
        'one working day after a promise was broken. The policy names no time; the days are Lintel’s.',
      measure: { kind: 'count', of: 'case.untouched', says: 'times somebody was told' },
    },
  ];
}
