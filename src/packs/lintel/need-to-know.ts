import type { Commitment } from '#rules/pack.ts';

/* That whoever sees a case is looked at again by somebody else. */

export function emergencyReviewed(clauses: readonly string[]): Commitment {
  return {
    id: 'emergency-reviewed',
    clauses,
    title: 'Emergency access is reviewed within five working days',
    definition:
      'Of the times that somebody opened a case in an emergency without being let in, those that the ' +
      'data protection officer reviewed by the close of the fifth working day after. The policy names ' +
      'no time; the five days are Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'break-glass.used',
      stops: ['break-glass.reviewed'],
      byPlan: [],
      due: { workingDays: 5 },
      escalateAt: [0.5, 0.75, 1],
    },
  };
}
