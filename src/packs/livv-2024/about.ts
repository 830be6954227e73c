import { childNeeds, definitionChecked, everyoneAffected } from '../lintel/asked-in-time.ts';
import { conditionsRespected } from '../lintel/conditions.ts';
import { evidenceCounted } from '../lintel/evidence.ts';
import { specialistsAsked } from '../lintel/honour.ts';
import { emergencyReviewed } from '../lintel/need-to-know.ts';
import { shared } from '../lintel/sharing.ts';
import { takenAway } from '../lintel/taken-away.ts';
import type { PolicyPart } from '../part.ts';

/** Section 1: what domestic abuse is, and to whom the policy applies. */
export const about: PolicyPart = {
  clauses: [
    {
      id: 'L1.1',
      heading: 'About this policy',
      says: 'Domestic abuse is a serious crime with a devastating effect.',
      statement: true,
    },
    {
      id: 'L1.2',
      heading: 'About this policy',
      says:
        'The abuse may be controlling or coercive, financial, psychological, emotional or other, physical ' +
        'or sexual, violent or threatening.',
    },
    {
      id: 'L1.3',
      heading: 'About this policy',
      says: 'It may be one incident or many, between two people aged 16 or over who are personally connected.',
    },
    {
      id: 'L1.4a',
      heading: 'About this policy',
      says:
        'The policy is for anyone living in the landlord’s homes who has experienced, experiences or is ' +
        'at risk of abuse, and for children and others affected.',
    },
    {
      id: 'L1.4b',
      heading: 'About this policy',
      says:
        'What is offered comes from understanding, compassion and respect; any suggestions of honour-based ' +
        'abuse are considered and handled in the same way.',
    },
    {
      id: 'L1.5',
      heading: 'About this policy',
      says: 'Action is taken against perpetrators, and partners are supported in holding them to account.',
    },
    {
      id: 'L1.6',
      heading: 'About this policy',
      says: 'To lower the risk, information has to be shared and partners have to work together.',
    },
  ],
  commitments: [
    definitionChecked(['L1.2', 'L1.3']),
    everyoneAffected(['L1.4a']),
    childNeeds(['L1.4a']),
    specialistsAsked(['L1.4b']),
    {
      id: 'holding-to-account',
      clauses: ['L1.5', 'L2.7h', 'L2.9', 'L2.10', 'L2.12c'],
      title: 'Action that was taken against perpetrators',
      definition:
        'How often the landlord took action, each time past the gate that keeps survivors safe: no figure calls for ' +
        'more of it. What was shared for partners to act on is counted beside it. What is counted here is Lintel’s.',
      measure: { kind: 'count', of: 'perpetrator-action.taken', says: 'times taken' },
    },
    emergencyReviewed(['L1.6']),
    ...shared({ decided: ['L1.6', 'L2.10'], agreed: ['L2.8'] }),
    ...conditionsRespected(['L1.6', 'L2.8']),
    ...takenAway(['L1.6']),
    ...evidenceCounted({ kept: ['L2.10'], handedOn: ['L2.10', 'L1.6'] }),
  ],
};
