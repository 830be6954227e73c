import type { Commitment } from '#rules/pack.ts';

/**
 * That the risk is assessed once there is contact, where a policy names no time: Lintel's own two days. Whoever wishes
 * to stop ends the promise too, counted apart, so that nobody is pressed to answer and nobody counts a third of an
 * assessment as a whole one; what became unsafe is still owed.
 * @param clauses the clauses of the policy that promise to assess risk
 */
export function riskAssessed(clauses: readonly string[]): readonly Commitment[] {
  return [
    {
      id: 'risk-assessed',
      clauses,
      title: 'Risk is assessed within 2 working days of the first contact',
      definition:
        'Of the cases whose time ended, those in which the risk was assessed together to the end, with enough ' +
        'of the questions answered, or an assessment came from another agency that states medium or high, ' +
        'within 2 working days of the first safe contact. Where nobody was reached, it is owed all the same: ' +
        'within 5 working days of the case. Where the person wished to stop, or where it was finished with ' +
        'few answers and a reason, it counts apart, never as kept and never as broken: nobody is pressed. ' +
        'The policy names no time; the days are Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'contact.made',
        stops: ['risk.assessment-finished', 'risk.received'],
        byPlan: ['risk.stopped-at-their-wish', 'risk.finished-with-few'],
        due: { workingDays: 2 },
        escalateAt: [0.5, 0.75, 1],
        evenBefore: true,
        atLatest: { starts: 'case.opened', due: { workingDays: 5 } },
      },
    },
    {
      id: 'risk-asked-again',
      clauses,
      title: 'Whoever wished to stop is asked again on the day agreed',
      definition:
        'Of the assessments that somebody wished to stop and for which they agreed on a day, those ' +
        'in which they were asked again by that day. To stop once more keeps it. Where no day ' +
        'was agreed, nothing is promised: nobody asks until they bring it up. The policy names no ' +
        'such promise; it is Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'risk.asking-again-agreed',
        stops: ['risk.assessment-finished', 'risk.finished-with-few', 'risk.stopped-at-their-wish'],
        byPlan: [],
        due: { agreed: true },
        escalateAt: [0.75, 1],
      },
    },
  ];
}
