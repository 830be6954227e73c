import { toldApart } from '../lintel/counter-allegations.ts';
import { actedSafely } from '../lintel/perpetrators.ts';
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
    ...actedSafely({ clauses: ['V4.5a'], programmes: ['V4.5b'], person: 'victim' }),
    ...toldApart({ clauses: ['V4.5a', 'V4.5b'], person: 'victim' }),
  ],
};
