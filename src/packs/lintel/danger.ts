import type { Commitment } from '#rules/pack.ts';

/* That danger is dealt with, and not only asked about, where a policy names no time: Lintel's own hour. */

export function dangerDealtWith(clauses: readonly string[]): Commitment {
  return {
    id: 'danger-dealt-with',
    clauses,
    title: 'What was done about a danger is written down within the hour',
    definition:
      'Of the dangers that we were told of, by whatever way, those about which something was done within one hour, ' +
      'by day or by night, with who did it and what. The policy names no time; the hour is Lintel’s.',
    measure: {
      kind: 'clock',
      starts: 'danger.raised',
      stops: ['danger.dealt-with'],
      byPlan: [],
      due: { hours: 1 },
      escalateAt: [0.5, 1],
    },
  };
}
