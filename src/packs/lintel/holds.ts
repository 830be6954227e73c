import type { Commitment } from '#rules/pack.ts';

/*
 * That the rest of the landlord does not write, ring or visit past what was agreed: neither policy names other systems,
 * so what cannot be judged is counted.
 *
 * @param clauses the clauses of the policy under which safe contact is agreed
 */
export function othersHoldBack(clauses: readonly string[]): readonly Commitment[] {
  return [
    {
      id: 'others-hold-back',
      clauses,
      title: 'Other systems hold back from the day on which a case opens',
      definition:
        'Of the cases that were opened, those for which rents, repairs and every other system that asks is told to ' +
        'hold back by the next working day: the person, somebody of the household or the home is on the register. ' +
        'Of somebody who is only described, no other system can know. The day is Lintel’s.',
      measure: {
        kind: 'evidence',
        of: 'case.opened',
        shownBy: ['hold.began'],
        per: 'case',
        withinWorkingDays: 1,
      },
    },
    {
      id: 'others-ask',
      clauses,
      title: 'Other systems ask before they write',
      definition:
        'On how many days a system asked whether it may write, ring or visit: each system counts once a day. How ' +
        'many systems there are, and which do not ask yet, administrators see.',
      measure: { kind: 'count', of: 'hold-system.asked', says: 'days on which a system asked' },
    },
    {
      id: 'others-stopped-asking',
      clauses,
      title: 'A system that stops asking is noticed',
      definition:
        'How often a system had not asked for longer than it should, and administrators were told: it may have ' +
        'been writing to everybody.',
      measure: { kind: 'count', of: 'hold-system.fell-silent', says: 'times a system had stopped asking' },
    },
  ];
}
