import type { Commitment } from '#rules/pack.ts';

/**
 * That no level of risk stands overnight which only a count proposed, where a policy names no time: Lintel's own rule.
 * A named person judges it the same working day, and until then it counts for nothing.
 * @param clauses the clauses of the policy that promise to assess risk
 */
export function riskJudged(clauses: readonly string[]): readonly Commitment[] {
  return [
    {
      id: 'risk-judged',
      clauses,
      title: 'A proposed level of risk is judged by a named person the same working day',
      definition:
        'Of the levels of risk that followed from answers, or from what others sent, and that nobody had judged, ' +
        'those that a named person judged with a reason by the close of that working day; out of hours, of the next ' +
        'one. To ask for a lower one keeps it only once a second person has decided. The policy names no time; the ' +
        'day is Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'risk.level-proposed',
        stops: ['risk.reviewed'],
        byPlan: [],
        due: { within: 'same-working-day' },
        escalateAt: [0.5, 0.75, 1],
      },
    },
  ];
}
