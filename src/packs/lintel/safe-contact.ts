import type { Commitment } from '#rules/pack.ts';

/*
 * That what was agreed about contact stays right, that nobody goes round it unseen, and that what went against it is
 * put right: neither policy names a time or a number, so what is no promise of its own is counted and not judged.
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
    {
      id: 'against-agreement',
      clauses,
      title: 'A contact against what was agreed is known',
      definition:
        'How often a call, a message or a visit of ours went against what was agreed with the person, or fell ' +
        'outside the times that were. The program says so, against the agreement that was in force when it ' +
        'happened; nobody ticks it.',
      measure: { kind: 'count', of: 'contact.against-agreement', says: 'contacts against what was agreed' },
    },
    {
      id: 'against-agreement-dealt-with',
      clauses,
      title: 'What went against the agreement is dealt with the same working day',
      definition:
        'Of the contacts that went against what was agreed, those after which somebody other than whoever made ' +
        'them wrote down what was done about it by the close of the working day on which it was recorded; of the ' +
        'next one, where that was out of hours. The policy names no time; the working day is Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'contact.against-agreement',
        stops: ['contact.against-dealt-with'],
        byPlan: [],
        due: { within: 'same-working-day' },
        escalateAt: [0.5, 1],
      },
    },
  ];
}
