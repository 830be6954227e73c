import type { Commitment } from '#rules/pack.ts';

/**
 * That the risk is assessed once there is contact, where a policy names no time: Lintel's own two days. To stop at the
 * person's wish keeps the promise, so that nobody is pressed to answer; what became unsafe is still owed.
 * @param clauses the clauses of the policy that promise to assess risk
 */
export function riskAssessed(clauses: readonly string[]): Commitment {
  return {
    id: 'risk-assessed',
    clauses,
    title: 'Risk is assessed within 2 working days of the first contact',
    definition:
      'Of the cases with a first safe contact whose time ended, those in which the risk was assessed together, as far as the person wished, or an assessment came from another agency, within 2 working days. The policy names no time; the 2 days are Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'contact.made',
      stops: ['risk.assessed', 'risk.received'],
      byPlan: [],
      due: { workingDays: 2 },
      escalateAt: [0.5, 0.75, 1],
      evenBefore: true,
    },
  };
}
