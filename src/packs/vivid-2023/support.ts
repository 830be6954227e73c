import { breathingSpace, breathingSpaceGiven } from '../lintel/breathing-space.ts';
import { homeSecurity } from '../lintel/home-security.ts';
import { optionsGoneThrough, optionsNotWanted, optionsOnPaper } from '../lintel/housing-options.ts';
import { mediatedSafely } from '../lintel/mediation.ts';
import { adviserLooked, moneyGained } from '../lintel/money.ts';
import { movedSafely } from '../lintel/moves.ts';
import { newCustomers } from '../lintel/new-customers.ts';
import {
  askedAgain,
  confirmedByThem,
  given,
  lostAskedAbout,
  offered,
  withinDays,
  withinWeeks,
} from '../lintel/offers.ts';
import { changesFirst, changesHeld } from '../lintel/tenancy-events.ts';
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
    ...homeSecurity({ clauses: ['V4.2a'], first: ['V3.5'], person: 'victim' }),
    ...given({
      id: 'safety-equipment',
      clauses: ['V4.2b'],
      title: 'Personal safety equipment',
      what: 'a safe phone or a personal alarm',
      kinds: ['safe_phone', 'personal_alarm', 'equipment'],
      ...withinDays,
    }),
    ...given({
      id: 'phone-monitoring',
      clauses: ['V4.2c'],
      title: 'Phone monitoring',
      what: 'phone monitoring',
      kinds: ['phone_monitoring'],
      ...withinDays,
    }),
    ...given({
      id: 'people-who-help',
      clauses: ['V4.3a'],
      title: 'Counselling and tenancy support',
      what: 'counselling, wellbeing or tenancy support, or support for the children',
      kinds: ['counselling', 'wellbeing', 'tenancy_support', 'children'],
      ...withinWeeks,
    }),
    confirmedByThem(['V4.2a', 'V4.2b', 'V4.2c', 'V4.3a', 'V4.4b', 'V4.4c', 'V4.4d'], 'victim'),
    lostAskedAbout(['V4.2b'], 'victim'),
    askedAgain(['V3.4']),
    ...newCustomers({
      id: 'new-customers',
      clauses: ['V4.3a'],
      customers: 'New customers',
      person: 'victim',
    }),
    offered({
      id: 'stay-safely',
      clauses: ['V4.3b'],
      title: 'Help to stay safely, and a change of the tenancy, are offered',
      what: 'help to stay safely at home or a change of the tenancy',
      kinds: ['stay_safely', 'tenancy_change'],
    }),
    ...changesHeld({ clauses: ['V4.3b'], person: 'victim' }),
    optionsGoneThrough(['V4.3b', 'V4.3d'], 'victim'),
    optionsNotWanted(['V4.3b', 'V4.3d'], 'victims'),
    optionsOnPaper(['V4.3b', 'V4.3d'], 'victims'),
    ...changesFirst({ clauses: ['V4.3b', 'V3.5'], person: 'victim' }),
    ...mediatedSafely(['V4.3c'], 'victim'),
    offered({
      id: 'move',
      clauses: ['V4.3d', 'V4.3e'],
      title: 'A move is offered',
      what: 'a move to another home, or travel to safety',
      kinds: ['move', 'travel'],
    }),
    ...movedSafely({
      ...{ supported: ['V4.3d'], moved: ['V4.3d', 'V4.3e'], feelsSafe: ['V4.3a'], person: 'victim' },
    }),
    breathingSpaceGiven(['V4.4a']),
    ...breathingSpace({
      clauses: ['V4.4a'],
      whose: 'The policy names one to three months and no reviews; the month between two looks is Lintel’s.',
    }),
    ...given({
      id: 'money-advice',
      clauses: ['V4.4b'],
      title: 'Advice on money and benefits',
      what: 'advice on money and benefits',
      kinds: ['money'],
      ...withinWeeks,
    }),
    adviserLooked(['V4.4b'], 'victim'),
    moneyGained(['V4.4b']),
    ...given({
      id: 'hardship-help',
      clauses: ['V4.4c'],
      title: 'Vouchers, bills and essential items',
      what: 'a food voucher, help with a bill or essential items',
      kinds: ['food_voucher', 'utility_help', 'household_items', 'grants'],
      ...withinDays,
    }),
    ...given({
      id: 'new-home',
      clauses: ['V4.4d'],
      title: 'White goods and furniture for a new home',
      what: 'white goods or essential furniture',
      kinds: ['white_goods', 'furniture'],
      ...withinWeeks,
    }),
  ],
};
