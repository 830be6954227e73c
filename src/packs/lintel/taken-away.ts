import type { Commitment } from '#rules/pack.ts';

/** Confidential unless sharing keeps people safe: so what leaves is known, every time. */
export function takenAway(clauses: readonly string[]): readonly Commitment[] {
  return [
    {
      id: 'records-taken-away',
      clauses,
      title: 'What leaves as a file is on record',
      definition:
        'How often a chronology was taken out of Lintel as a file: each time it is recorded by whom, ' +
        'for what and for whom, and how much of it was left out.',
      measure: { kind: 'count', of: 'case.exported', says: 'files taken away' },
    },
  ];
}
