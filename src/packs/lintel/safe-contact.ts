import type { Commitment } from '#rules/pack.ts';

/*
 * That what was agreed about contact stays right, and that nobody goes round it unseen: neither policy names a
 * time or a number, so both are counted and not judged.
 */

/** @param clauses the clauses of the policy under which safe contact is agreed */
export function contactKeptSafe(clauses: readonly string[]): readonly Commitment[] {
  return [
    {
      id: 'safe-contact-asked-again',
      clauses,
      title: 'Safe contact is asked about again at every contact',
      definition:
        'How often it was asked at a contact whether what was agreed is still right, and it was. ' +
        'What was not asked again for 30 days is not used until it is; the policy names no time, and ' +
        'the 30 days are Lintel’s.',
      measure: { kind: 'count', of: 'safe-contact.confirmed', says: 'times asked, and still right' },
    },
    {
      id: 'contact-gate',
      clauses,
      title: 'Numbers are kept back outside what was agreed',
      definition:
        'How often a number, an address or an e-mail was shown outside what was agreed, each time for a ' +
        'reason that is on record. A rising figure is a question, not a failure.',
      measure: { kind: 'count', of: 'contact-detail.shown', says: 'times shown for a reason' },
    },
  ];
}
