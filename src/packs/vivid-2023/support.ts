import type { PolicyPart } from '../part.ts';

/** Sections 4.2 to 4.4: keeping safe, accommodation and financial support. */
export const support: PolicyPart = {
  clauses: [
    {
      id: 'V4.2a',
      heading: 'Keeping safe',
      says:
        'The home can be made safer: bolts, locks, window alarms, safe rooms, security lights, camera ' +
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
        'support, tenancy support and security.',
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
      says: 'A disclosure brings breathing space of one to three months from court action over income.',
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
      says: 'Help with white goods and essential furniture for a new home after fleeing.',
    },
  ],
  commitments: [
    {
      id: 'home-security',
      clauses: ['V4.2a'],
      title: 'The home is made safer',
      definition: 'Security work offered, ordered, and confirmed as done by the victim.',
      measure: { kind: 'unmeasured', because: 'Home security works are not yet in Lintel.' },
    },
    {
      id: 'safety-equipment',
      clauses: ['V4.2b'],
      title: 'Personal safety equipment',
      definition: 'Safe phones and personal alarms offered, issued and returned.',
      measure: { kind: 'unmeasured', because: 'Personal safety equipment is not yet in Lintel.' },
    },
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
      definition: 'New lettings at which the question was asked, and the support that followed a yes.',
      measure: { kind: 'unmeasured', because: 'The question at letting is not yet in Lintel.' },
    },
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
    {
      id: 'moves',
      clauses: ['V4.3d', 'V4.3e'],
      title: 'A quick move to a safe home of the same tenure',
      definition: 'Time from the decision to move to the move, and moves in which the tenure was kept.',
      measure: { kind: 'unmeasured', because: 'Moves are not yet in Lintel.' },
    },
    {
      id: 'breathing-space',
      clauses: ['V4.4a'],
      title: 'Breathing space from court action over income',
      definition:
        'Of the cases opened, those in which breathing space of one to three months was offered. ' +
        'The offer is not yet in Lintel.',
      measure: { kind: 'offer', offer: 'breathing-space', offered: null },
    },
    {
      id: 'money-advice',
      clauses: ['V4.4b'],
      title: 'Advice on money and benefits',
      definition: 'Referrals for advice, and what people gained from it.',
      measure: { kind: 'unmeasured', because: 'Money advice is not yet in Lintel.' },
    },
    {
      id: 'hardship-help',
      clauses: ['V4.4c', 'V4.4d'],
      title: 'Essentials, and a start in a new home',
      definition: 'Grants asked for, given, and delivered.',
      measure: { kind: 'unmeasured', because: 'Grants and their funds are not yet in Lintel.' },
    },
  ],
};
