import { adviceSought } from '../lintel/asked-in-time.ts';
import { breathingSpace } from '../lintel/breathing-space.ts';
import { homeSecurity } from '../lintel/home-security.ts';
import { adviserLooked, moneyGained } from '../lintel/money.ts';
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
import type { PolicyPart } from '../part.ts';

/** Clauses 2.6 and 2.7: support. */
export const support: PolicyPart = {
  clauses: [
    { id: 'L2.6', heading: 'Support', says: 'Whoever tells is offered support.' },
    {
      id: 'L2.7a',
      heading: 'Support',
      says: 'Support is given regardless of protected characteristics, and informed by them.',
    },
    {
      id: 'L2.7b',
      heading: 'Support',
      says: 'Support with money, mental health and wellbeing is given or signposted.',
    },
    {
      id: 'L2.7c',
      heading: 'Support',
      says: 'Where a protected characteristic is a factor in the abuse, best-practice advice is sought.',
    },
    {
      id: 'L2.7d',
      heading: 'Support',
      says: 'The safety of the home is assessed, and extra security offered.',
    },
    {
      id: 'L2.7e',
      heading: 'Support',
      says: 'Advice on housing options follows need, circumstances, tenure and tenancy type.',
    },
    {
      id: 'L2.7f',
      heading: 'Support',
      says: 'The support needs of new tenants are considered, those of survivors included.',
    },
    {
      id: 'L2.7g',
      heading: 'Support',
      says: 'Support can be found on the website, with apps that are safe to use.',
    },
    {
      id: 'L2.7h',
      heading: 'Support',
      says:
        'Other agencies are supported in acting against abusers where that does not raise the risk; ' +
        'a tenancy may be enforced.',
    },
    {
      id: 'L2.7i',
      heading: 'Support',
      says: 'Not every survivor leaves: safety is made as great as it can be, and the decision respected.',
    },
  ],
  commitments: [
    {
      id: 'case-allocated',
      clauses: ['L2.6'],
      title: 'Somebody is there to offer support within a day',
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
      id: 'support-offered-in-time',
      clauses: ['L2.6'],
      title: 'Something is offered within a week of the case',
      definition:
        'Of the cases opened, those in which something was offered within 5 working days, whatever was said to it: ' +
        'to decline counts as much as a yes. The policy names no time; the 5 days are Lintel’s.',
      measure: {
        kind: 'evidence',
        of: 'case.opened',
        shownBy: ['plan.option-offered'],
        per: 'case',
        withinWorkingDays: 5,
      },
    },
    ...breathingSpace({
      clauses: ['L2.7b'],
      whose:
        'The policy promises support with money, and no breathing space: where Livv gives it, it is help of its own, ' +
        'and its months are Lintel’s.',
    }),
    ...given({
      id: 'support',
      clauses: ['L2.6'],
      title: 'Specialist, tenancy and family support',
      what: 'specialist or tenancy support, an interpreter, legal advice or support for the children',
      kinds: ['specialist', 'advocate', 'tenancy_support', 'legal', 'children', 'interpreter'],
      ...withinWeeks,
    }),
    ...given({
      id: 'money-and-wellbeing',
      clauses: ['L2.7b'],
      title: 'Support with money, mental health and wellbeing',
      what: 'counselling, wellbeing support or advice on money',
      kinds: ['counselling', 'wellbeing', 'money'],
      ...withinWeeks,
    }),
    adviserLooked(['L2.7b'], 'survivor'),
    moneyGained(['L2.7b']),
    ...given({
      id: 'essentials',
      clauses: ['L2.7b'],
      title: 'Essentials',
      what: 'a voucher, help with a bill, items for the household, or travel to safety',
      kinds: [
        'food_voucher',
        'utility_help',
        'household_items',
        'white_goods',
        'furniture',
        'travel',
        'grants',
      ],
      ...withinWeeks,
    }),
    ...given({
      id: 'safety-equipment',
      clauses: ['L2.6'],
      title: 'Personal safety equipment',
      what: 'a safe phone, a personal alarm or phone monitoring',
      kinds: ['safe_phone', 'personal_alarm', 'phone_monitoring'],
      ...withinDays,
    }),
    confirmedByThem(['L2.6', 'L2.7b', 'L2.7d'], 'survivor'),
    lostAskedAbout(['L2.6'], 'survivor'),
    askedAgain(['L2.1c']),
    {
      id: 'protected-characteristics',
      clauses: ['L2.7a'],
      title: 'Support informed by who people are',
      definition:
        'How often somebody was asked how they describe themselves, whatever they answered; “prefers ' +
        'not to say” is an answer. It is theirs to say or not, so that no share is a target.',
      measure: { kind: 'count', of: 'equality.recorded', says: 'times asked' },
    },
    adviceSought(['L2.7c']),
    ...homeSecurity({ clauses: ['L2.7d'], person: 'survivor', also: ['equipment'] }),
    offered({
      id: 'stay-safely',
      clauses: ['L2.7i'],
      title: 'Help to stay safely is offered',
      what: 'help to stay safely at home',
      kinds: ['stay_safely'],
    }),
    ...newCustomers({ id: 'new-tenants', clauses: ['L2.7f'], customers: 'New tenants', person: 'survivor' }),
    {
      id: 'website',
      clauses: ['L2.7g'],
      title: 'Support on the website',
      definition: 'What the website offers, and when it was last checked.',
      measure: {
        kind: 'unmeasured',
        because:
          'The help site keeps no trace of its visitors, so as to be safe; checks of it are not yet in Lintel.',
      },
    },
  ],
};
