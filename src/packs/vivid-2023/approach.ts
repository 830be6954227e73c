import { adviceSought, childNeeds, childrenAsked } from '../lintel/asked-in-time.ts';
import { conditionsRespected } from '../lintel/conditions.ts';
import { specialistsAsked } from '../lintel/honour.ts';
import { emergencyReviewed } from '../lintel/need-to-know.ts';
import { offered } from '../lintel/offers.ts';
import { plannedContacts } from '../lintel/planned-contacts.ts';
import { decided } from '../lintel/plans.ts';
import { safeguarded } from '../lintel/safeguarding.ts';
import { shared } from '../lintel/sharing.ts';
import { takenAway } from '../lintel/taken-away.ts';
import type { PolicyPart } from '../part.ts';

/** Section 3: how people are treated. */
export const approach: PolicyPart = {
  clauses: [
    {
      id: 'V3.1',
      heading: 'Our approach',
      says:
        'People are met with sensitivity, support and no judgement; victims are believed and ' +
        'disclosures are taken seriously.',
    },
    {
      id: 'V3.2',
      heading: 'Our approach',
      says: 'What is disclosed stays confidential, unless it has to be shared with agencies to keep people safe.',
    },
    {
      id: 'V3.3',
      heading: 'Our approach',
      says:
        'Everybody is an individual with their own beliefs, experiences and needs, and the ' +
        'service includes them all.',
    },
    {
      id: 'V3.4',
      heading: 'Our approach',
      says: 'Victims have time and space, and are not pressed to decide or to act.',
    },
    {
      id: 'V3.5',
      heading: 'Our approach',
      says:
        'Domestic-abuse cases come first: in contact, case management, security work, tenancy ' +
        'changes and other accommodation.',
    },
    {
      id: 'V3.6',
      heading: 'Our approach',
      says:
        'The effect on children and young people is recognised; they can be victims themselves, and are ' +
        'safeguarded with the agencies responsible.',
    },
    {
      id: 'V3.7',
      heading: 'Our approach',
      says:
        'Safe accommodation lowers the risk but is not the whole answer: the landlord is one agency in a ' +
        'framework of many, each of which uses its individual powers to keep people safe, to manage abuse and ' +
        'to prevent it.',
    },
    {
      id: 'V3.8',
      heading: 'Our approach',
      says: 'The voice of victims helps to shape and review services.',
    },
  ],
  commitments: [
    {
      id: 'believed',
      clauses: ['V3.1'],
      title: 'Victims are believed',
      definition: 'Of the people who chose to tell us, those who felt believed.',
      measure: {
        kind: 'unmeasured',
        because:
          'No page of Lintel asks for proof; whether people felt believed only they can say, and asking ' +
          'them is not yet in Lintel.',
      },
    },
    {
      id: 'need-to-know',
      clauses: ['V3.2'],
      title: 'Only those who need to know see a case',
      definition:
        'How often a case was opened to somebody’s view; each view passed the case wall and is on record.',
      measure: { kind: 'gate', gate: 'case-wall', asked: 'case.viewed' },
    },
    emergencyReviewed(['V3.2']),
    ...shared({ decided: ['V3.2'], agreed: ['V4.8b'] }),
    ...conditionsRespected(['V3.2']),
    ...takenAway(['V3.2']),
    {
      id: 'access-needs',
      clauses: ['V3.3'],
      title: 'Each person’s needs are asked about',
      definition:
        'Of the cases opened, those in which access and communication needs, or that there are none, ' +
        'were recorded within 5 working days. The policy names no time; the 5 days are Lintel’s.',
      measure: {
        kind: 'evidence',
        of: 'case.opened',
        shownBy: ['access-needs.recorded'],
        per: 'case',
        withinWorkingDays: 5,
      },
    },
    plannedContacts(['V3.3']),
    adviceSought(['V3.3']),
    specialistsAsked(['V3.3']),
    {
      id: 'time-and-space',
      clauses: ['V3.4'],
      title: 'Time and space, at the victim’s wish',
      definition:
        'Cases paused at the victim’s wish, each with a day agreed for the next contact. To rest is no ' +
        'failure, and nothing closes a case by itself.',
      measure: { kind: 'count', of: 'case.paused', says: 'times paused at their wish' },
    },
    ...decided(['V3.4'], 'Victims'),
    {
      id: 'case-allocated',
      clauses: ['V3.5'],
      title: 'A case has somebody in charge within a day',
      definition:
        'Of the cases opened, those allocated to a worker by the end of the next working day. The ' +
        'policy names no time; the day is Lintel’s.',
      measure: {
        kind: 'evidence',
        of: 'case.opened',
        shownBy: ['case.allocated'],
        per: 'case',
        withinWorkingDays: 1,
      },
    },
    {
      id: 'work-comes-first',
      clauses: ['V3.5'],
      title: 'Other accommodation comes first',
      definition: 'Time from request to completion on each of these queues, beside that of other requests.',
      measure: {
        kind: 'unmeasured',
        because: 'How long others wait for the same is not yet in Lintel.',
      },
    },
    childrenAsked(['V3.6']),
    childNeeds(['V2b', 'V3.6']),
    ...safeguarded(['V3.6', 'V4.8c']),
    offered({
      id: 'children-support',
      clauses: ['V3.6'],
      title: 'Support for the children is offered',
      what: 'support for the children',
      kinds: ['children'],
    }),
    {
      id: 'agencies',
      clauses: ['V3.7', 'V4.8a', 'V4.8b'],
      title: 'One part of a coordinated community response',
      definition:
        'Work with agencies and forums: referrals, meetings, actions given to the landlord and done.',
      measure: { kind: 'unmeasured', because: 'Work with other agencies and Marac is not yet in Lintel.' },
    },
    {
      id: 'voice',
      clauses: ['V3.8', 'V4.6a', 'V4.6c'],
      title: 'Services are shaped by the voice of victims',
      definition: 'Feedback from victims, services and charities, and the changes that it led to.',
      measure: { kind: 'unmeasured', because: 'Feedback is not yet in Lintel.' },
    },
  ],
};
