import type { PolicyPart } from '../part.ts';

/** Section 4.5: perpetrators. */
export const perpetrators: PolicyPart = {
  clauses: [
    {
      id: 'V4.5a',
      heading: 'Perpetrators',
      says:
        'Perpetrators are held to account; a tenancy is enforced where that is appropriate and safe to do, and ' +
        'the victim’s views are considered.',
    },
    {
      id: 'V4.5b',
      heading: 'Perpetrators',
      says:
        'Perpetrators who want to change are referred to specialist support; they may ' +
        'have been victims themselves.',
    },
  ],
  commitments: [
    {
      id: 'action-against-perpetrator',
      clauses: ['V4.5a'],
      title: 'No action that may raise the victim’s risk',
      definition:
        'How often action against a perpetrator was asked for, and whether the gate was open: ' +
        'views recorded, and nothing that may raise the risk: the policy enforces only where that is safe, ' +
        'so that nobody may override it. The gate is not yet in Lintel.',
      measure: { kind: 'gate', gate: 'perpetrator-action', asked: null },
    },
    {
      id: 'programmes',
      clauses: ['V4.5b'],
      title: 'Help for those who want to change',
      definition: 'Perpetrators referred to a specialist programme, and what came of it.',
      measure: { kind: 'unmeasured', because: 'Work with perpetrators is not yet in Lintel.' },
    },
  ],
};
