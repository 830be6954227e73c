import type { Commitment } from '#rules/pack.ts';

/** What a person needs and agreed to is looked at before anybody calls or comes, whatever the landlord's policy. */
export function plannedContacts(clauses: readonly string[]): Commitment {
  return {
    id: 'planned-contact',
    clauses,
    title: 'Calls and visits are checked against what was agreed and needed',
    definition:
      'How often a call or a visit was planned. Each was checked: the way, the time and the place that ' +
      'were agreed, an interpreter, and who comes. One that is not known to be safe is refused; one ' +
      'against what was agreed needs a reason, which is kept with it. The policy names no such check; ' +
      'the check is Lintel’s, and cannot be switched off.',
    measure: { kind: 'gate', gate: 'planned-contact', asked: 'contact.planned' },
  };
}
