import type { Commitment } from '#rules/pack.ts';

/** Any suggestion of so-called honour reaches specialists, where a policy names no time: Lintel's own days. */
export function specialistsAsked(clauses: readonly string[]): Commitment {
  return {
    id: 'honour-based-abuse',
    clauses,
    title: 'Honour-based abuse reaches specialists',
    definition:
      'Of the cases in which anything suggested that so-called honour plays a part, those in which advice about it ' +
      'was sought from a specialist within two working days. One tick anywhere starts it. The policy names no time; ' +
      'the two days are Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'honour-based.marked',
      stops: ['honour-based-advice.sought'],
      byPlan: [],
      due: { workingDays: 2 },
      escalateAt: [0.5, 1],
      evenBefore: true,
    },
  };
}
