import type { Pack } from '#rules/pack.ts';
import { headline } from '../lintel/headline.ts';
import { approvedAlone } from '../lintel/offers.ts';
import { about } from './about.ts';
import { approach } from './approach.ts';
import { disclosures } from './disclosures.ts';
import { editions } from './editions.ts';
import { endings } from './endings.ts';
import { feedbackAndTraining } from './feedback-and-training.ts';
import { governance } from './governance.ts';
import { partnershipAndPerpetrators } from './partnership-and-perpetrators.ts';
import { support } from './support.ts';

const parts = [
  about,
  approach,
  disclosures,
  support,
  partnershipAndPerpetrators,
  feedbackAndTraining,
  governance,
  endings,
];

/** Livv's domestic-abuse policy of July 2024, restated clause by clause in our own words. */
export const livv2024: Pack = {
  id: 'livv-2024',
  version: '1.0, edition 3',
  title: 'Domestic abuse policy',
  publisher: 'Livv',
  knownAs: ['Livv', 'livvhousinggroup', 'Knowsley Housing Trust', 'First Ark'],
  inForceFrom: '2024-07-17',
  // The policy names a month; a review is in time to the end of it.
  nextReview: '2027-07-31',
  reviewEveryMonths: 36,
  words: {
    person: 'survivor',
    people: 'survivors',
    customer: 'customer',
    customers: 'customers',
    perpetrator: 'perpetrator',
    team: 'ASB and domestic abuse team',
  },
  calendar: {
    division: 'england-and-wales',
    timeZone: 'Europe/London',
    workingDays: [1, 2, 3, 4, 5],
    opens: '09:00',
    closes: '17:00',
    cutOff: null,
    outOfHoursTarget: '12:00',
    closures: [],
  },
  responsibilities: [
    { clause: 'L3.1a', role: 'All colleagues', duty: 'Act by the policy' },
    { clause: 'L3.1a', role: 'Director of communities', duty: 'Implements the policy' },
    { clause: 'L3.1b', role: 'Executive director (customer insight)', duty: 'Signs the policy off' },
    {
      clause: 'L3.1b',
      role: 'Manager (community safety)',
      duty: 'Reviews the policy and amends it, so that strategy, law and regulation are served',
    },
    {
      clause: 'L3.1b',
      role: 'ASB and domestic abuse team',
      duty: 'Delivers the policy, and gives customers support and guidance',
    },
    {
      clause: 'L2.4',
      role: 'Colleagues of the maintenance company',
      duty: 'Report at the first opportunity what they suspect or witness, as all colleagues do',
    },
    {
      clause: 'L2.14',
      role: 'Colleagues of the maintenance company',
      duty: 'Have the same guidance and training as all colleagues',
    },
  ],
  breathingSpace: null,
  perpetratorGate: { strictness: 'strict', clause: 'L2.12a' },
  landlord: 'private-provider',
  approvedAlone,
  purposes: {
    'need-to-know': 'L1.6',
    sharing: 'L2.8',
    'safe-contact': 'L2.1a',
    'access-needs': 'L2.3',
    'ways-to-tell': 'L2.2',
    'reporting-a-concern': 'L2.4',
    'same-day-contact': 'L2.2',
    'risk-assessed': 'L2.1d',
    'plan-agreed': 'L2.1d',
    'own-pace': 'L2.1c',
    allocation: 'L3.1b',
    records: 'Lc1',
    safeguarding: 'L2.5',
    'best-practice-advice': 'L2.7c',
    'perpetrator-gate': 'L2.12a',
    // Its policy promises none: where it is given, it is help of its own.
    'home-security': 'L2.7d',
    mediation: null,
    'breathing-space': null,
    signposting: 'L2.1f',
    review: 'L4.1',
  },
  clauses: parts.flatMap((part) => part.clauses),
  commitments: parts.flatMap((part) => part.commitments),
  headline: headline('Contact the same working day'),
  editions,
};
