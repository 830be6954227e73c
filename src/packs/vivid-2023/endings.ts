import { ended } from '../lintel/endings.ts';
import type { PolicyPart } from '../part.ts';

/** How a case rests, ends and begins again: what sections 1, 3 and 4.1 promise about that. */
export const endings: PolicyPart = {
  clauses: [],
  commitments: ended({
    ownPace: ['V3.4'],
    contact: ['V4.1a'],
    aim: ['V1a'],
    person: 'victim',
    reopened: {
      title: 'Contact on the same working day where a case is opened again',
      whose: 'The policy speaks of disclosures; to run the same clock here is Lintel’s.',
    },
  }),
};
