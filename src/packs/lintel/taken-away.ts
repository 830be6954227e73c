import type { AlsoCounted, Commitment } from '#rules/pack.ts';

/** A file in a pack is part of it, and what leaves by a decision as a chronology is counted as that. */
const leftOtherwise: readonly AlsoCounted[] = [
  { of: ['file.exported'], says: 'as', oneOf: ['original'] },
  {
    of: ['share.sent-as-agreed', 'share.sent-by-two', 'share.sent-in-danger', 'share.sent-to-safeguard'],
    says: 'way',
    oneOf: ['zip', 'age_words', 'age_key', 'evidence'],
  },
];

/** Confidential unless sharing keeps people safe: so what leaves is known, every time. */
export function takenAway(clauses: readonly string[]): readonly Commitment[] {
  return [
    {
      id: 'records-taken-away',
      clauses,
      title: 'What leaves as a file is on record',
      definition:
        'How often something of a case was taken out of Lintel as a file or on a sheet: a chronology, an ' +
        'assessment, the original of a file, an encrypted file for an agency, a pack of evidence. Each is counted ' +
        'once, as it is made, and each time it is recorded by whom, for what and for whom.',
      measure: { kind: 'count', of: 'case.exported', says: 'files taken away', also: leftOtherwise },
    },
  ];
}
