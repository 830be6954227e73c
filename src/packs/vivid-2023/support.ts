import { breathingSpace, breathingSpaceGiven } from '../lintel/breathing-space.ts';
import { offered } from '../lintel/offers.ts';
import type { PolicyPart } from '../part.ts';

/** Sections 4.2 to 4.4: keeping safe, accommodation and financial support. */
export const support: PolicyPart = {
  clauses: [
    {
      id: 'V4.2a',
      heading: 'Keeping safe',
      says:
        'Extra security of the home is offered: bolts, locks, window alarms, safe rooms, security lights, camera ' +
        'doorbells, sanctuary rooms.',
    },
    {
      id: 'V4.2b',
      heading: 'Keeping safe',
      says: 'Personal safety equipment can be given: safe phones and personal alarms.',
    },
    {
      id: 'V4.2c',
      heading: 'Keeping safe',
      says: 'People can be referred to a service that monitors by phone.',
    },
    {
      id: 'V4.3a',
      heading: 'Accommodation',
      says:
        'New customers affected by domestic abuse are identified and offered counselling, specialist ' +
        'support, tenancy support and security, so that they feel safe in their new home.',
    },
    {
      id: 'V4.3b',
      heading: 'Accommodation',
      says: 'People are helped to stay safely at home; their applications to change a tenancy come first.',
    },
    {
      id: 'V4.3c',
      heading: 'Accommodation',
      says:
        'Independent mediation helps joint tenants to agree on taking one of them off the tenancy, ' +
        'where that is appropriate.',
    },
    {
      id: 'V4.3d',
      heading: 'Accommodation',
      says: 'Where staying is not safe, the decision to move is supported.',
    },
    {
      id: 'V4.3e',
      heading: 'Accommodation',
      says: 'With local authorities, a quick move to a safe home, of the same tenure where possible.',
    },
    {
      id: 'V4.4a',
      heading: 'Financial support',
      says:
        'When somebody discloses, they are given breathing space of one to three months from court action over ' +
        'income.',
    },
    {
      id: 'V4.4b',
      heading: 'Financial support',
      says:
        'Advice on money and benefits is there for people who live with abuse, leave it, ' +
        'or are abused financially.',
    },
    {
      id: 'V4.4c',
      heading: 'Financial support',
      says: 'Help with food vouchers, utility bills and essential household items.',
    },
    {
      id: 'V4.4d',
      heading: 'Financial support',
      says: 'White goods and essential furniture for a new home after fleeing are provided to those who need them.',
    },
  ],
  commitments: [
    offered({
      id: 'home-security',
      clauses: ['V4.2a'],
      title: 'Security of the home is offered',
      what: 'security of the home or a safe room',
      kinds: ['security', 'sanctuary'],
    }),
    {
      id: 'home-security',
      clauses: ['V4.2a'],
      title: 'The home is made safer',
      definition: 'Security work ordered, and confirmed as done by the victim.',
      measure: { kind: 'unmeasured', because: 'Home security works are not yet in Lintel.' },
    },
    offered({
      id: 'safety-equipment',
      clauses: ['V4.2b'],
      title: 'Personal safety equipment is offered',
      what: 'a safe phone or a personal alarm',
      kinds: ['equipment'],
    }),
    {
      id: 'safety-equipment',
      clauses: ['V4.2b'],
      title: 'Personal safety equipment',
      definition: 'Safe phones and personal alarms issued and returned.',
      measure: { kind: 'unmeasured', because: 'Personal safety equipment is not yet in Lintel.' },
    },
    offered({
      id: 'phone-monitoring',
      clauses: ['V4.2c'],
      title: 'Phone monitoring is offered',
      what: 'phone monitoring',
      kinds: ['phone_monitoring'],
    }),
    {
      id: 'phone-monitoring',
      clauses: ['V4.2c'],
      title: 'Phone monitoring',
      definition: 'Referrals to a phone-monitoring service, and what came of them.',
      measure: { kind: 'unmeasured', because: 'Referrals are not yet in Lintel.' },
    },
    {
      id: 'new-customers',
      clauses: ['V4.3a'],
      title: 'New customers are asked, and supported',
      definition:
        'New lettings at which the question was asked, the support that followed a yes, and whether people feel ' +
        'safe in their new home.',
      measure: { kind: 'unmeasured', because: 'The question at letting is not yet in Lintel.' },
    },
    offered({
      id: 'stay-safely',
      clauses: ['V4.3b'],
      title: 'Help to stay safely, and a change of the tenancy, are offered',
      what: 'help to stay safely at home or a change of the tenancy',
      kinds: ['stay_safely', 'tenancy_change'],
    }),
    {
      id: 'tenancy-changes',
      clauses: ['V4.3b'],
      title: 'Tenancy changes come first',
      definition: 'Time from an application to change a tenancy to its decision.',
      measure: { kind: 'unmeasured', because: 'Tenancy changes are not yet in Lintel.' },
    },
    {
      id: 'mediation',
      clauses: ['V4.3c'],
      title: 'Mediation only where it is safe',
      definition:
        'How often mediation was asked about, and whether the safety gate was open. The gate is not yet in Lintel.',
      measure: { kind: 'gate', gate: 'mediation', asked: null },
    },
    offered({
      id: 'move',
      clauses: ['V4.3d', 'V4.3e'],
      title: 'A move is offered',
      what: 'a move to another home',
      kinds: ['move'],
    }),
    {
      id: 'moves',
      clauses: ['V4.3d', 'V4.3e'],
      title: 'A quick move to a safe home of the same tenure',
      definition: 'Time from the decision to move to the move, and moves in which the tenure was kept.',
      measure: { kind: 'unmeasured', because: 'Moves are not yet in Lintel.' },
    },
    breathingSpaceGiven(['V4.4a']),
    ...breathingSpace({
      clauses: ['V4.4a'],
      whose: 'The policy names one to three months and no reviews; the month between two looks is Lintel’s.',
    }),
    offered({
      id: 'money-advice',
      clauses: ['V4.4b'],
      title: 'Advice on money and benefits is offered',
      what: 'advice on money and benefits',
      kinds: ['money'],
    }),
    {
      id: 'money-advice',
      clauses: ['V4.4b'],
      title: 'Advice on money and benefits',
      definition: 'Referrals for advice, and what people gained from it.',
      measure: { kind: 'unmeasured', because: 'Money advice is not yet in Lintel.' },
    },
    offered({
      id: 'hardship-help',
      clauses: ['V4.4c', 'V4.4d'],
      title: 'Essentials are offered',
      what: 'help with vouchers, essential items or furniture',
      kinds: ['grants'],
    }),
    {
      id: 'hardship-help',
      clauses: ['V4.4c', 'V4.4d'],
      title: 'Essentials, and a start in a new home',
      definition:
        'Grants asked for, given, and delivered; of those who needed white goods or furniture, to whom they were ' +
        'provided.',
      measure: { kind: 'unmeasured', because: 'Grants and their funds are not yet in Lintel.' },
    },
  ],
};
