import { ended } from '../lintel/endings.ts';
import type { PolicyPart } from '../part.ts';

/** How a case rests, ends and begins again: what clauses 1.4, 2.1, 2.2 and 2.7 promise about that. */
export const endings: PolicyPart = {
  clauses: [],
  commitments: ended({
    ownPace: ['L2.1c', 'L2.7i'],
    contact: ['L2.2'],
    aim: ['L1.4a'],
    person: 'survivor',
    reopened: {
      title: 'Quick contact where a case is opened again',
      whose: 'The policy says “quick”; the working day is Lintel’s.',
    },
  }),
};
