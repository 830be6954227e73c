import { definitionChecked, everyoneAffected } from '../lintel/asked-in-time.ts';
import type { PolicyPart } from '../part.ts';

/** Sections 1 and 2: what the policy is for, whom it covers, and what domestic abuse is. */
export const scope: PolicyPart = {
  clauses: [
    {
      id: 'V1a',
      heading: 'Aim and scope',
      says: 'Victims get the right advice and support, so that further abuse and domestic homicide become less likely.',
    },
    {
      id: 'V1b',
      heading: 'Aim and scope',
      says:
        'The policy covers tenants and members of their households, whatever the tenure, and how ' +
        'perpetrators are managed.',
    },
    {
      id: 'V1c',
      heading: 'Aim and scope',
      says:
        'All staff, the front-line teams of the customer directorate above all, can recognise possible abuse and ' +
        'know what to do about it.',
    },
    {
      id: 'V2a',
      heading: 'Definitions',
      says:
        'Domestic abuse is abusive behaviour, once or repeatedly, between two people aged 16 or over who ' +
        'are personally connected.',
    },
    {
      id: 'V2b',
      heading: 'Definitions',
      says: 'Somebody who has witnessed the abuse is a victim too.',
    },
  ],
  commitments: [
    everyoneAffected(['V1b', 'V2b']),
    {
      id: 'concern-reported',
      clauses: ['V1c', 'V4.1b'],
      title: 'Staff who notice something report it the same shift',
      definition:
        'Of the concerns that colleagues and contractors reported, those reported by the ' +
        'close of the working day on which something was noticed. The policy names no time; ' +
        'the same shift is Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'concern.reported',
        stops: ['concern.reported'],
        byPlan: [],
        due: { within: 'same-working-day' },
        escalateAt: [],
      },
    },
    definitionChecked(['V2a']),
  ],
};
