import type { Pack } from '#rules/pack.ts';
import { headline } from '../lintel/headline.ts';
import { approvedAlone } from '../lintel/offers.ts';
import { approach } from './approach.ts';
import { caseManagement } from './case-management.ts';
import { editions } from './editions.ts';
import { endings } from './endings.ts';
import { governance } from './governance.ts';
import { perpetrators } from './perpetrators.ts';
import { scope } from './scope.ts';
import { support } from './support.ts';
import { voiceAndPartnership } from './voice-and-partnership.ts';

const parts = [
  scope,
  approach,
  caseManagement,
  support,
  perpetrators,
  voiceAndPartnership,
  governance,
  endings,
];

/** VIVID's domestic-abuse policy of October 2023, restated clause by clause in our own words. */
export const vivid2023: Pack = {
  id: 'vivid-2023',
  version: '2023-10, edition 3',
  title: 'Domestic abuse policy',
  publisher: 'VIVID',
  knownAs: ['VIVID Homes', 'vividhomes'],
  // The policy names months; a review is in time to the end of its month.
  inForceFrom: '2023-10-01',
  nextReview: '2024-10-31',
  reviewEveryMonths: 12,
  words: {
    person: 'victim',
    people: 'victims',
    customer: 'customer',
    customers: 'customers',
    perpetrator: 'perpetrator',
    team: 'domestic abuse team',
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
    { clause: 'V1c', role: 'All staff', duty: 'Recognise possible abuse and know what to do' },
    {
      clause: 'V1c',
      role: 'Front-line teams of the customer directorate',
      duty: 'Above all recognise possible abuse and know what to do',
    },
    { clause: 'V5', role: 'VIVID', duty: 'Reviews the policy each year' },
  ],
  breathingSpace: {
    minMonths: 1,
    maxMonths: 3,
    clause: 'V4.4a',
    begins: 'disclosure',
    given: 'unless-declined',
  },
  perpetratorGate: { strictness: 'strict', clause: 'V4.5a' },
  landlord: 'private-provider',
  approvedAlone,
  purposes: {
    'need-to-know': 'V3.2',
    sharing: 'V3.2',
    'safe-contact': 'V3.3',
    'access-needs': 'V3.3',
    'ways-to-tell': 'V4.1b',
    'reporting-a-concern': 'V4.1b',
    'same-day-contact': 'V4.1a',
    'risk-assessed': 'V4.1c',
    'plan-agreed': 'V4.1c',
    'own-pace': 'V3.4',
    allocation: 'V3.5',
    records: 'V4.1e',
    safeguarding: 'V3.6',
    'best-practice-advice': 'V3.3',
    'perpetrator-gate': 'V4.5a',
    'home-security': 'V4.2a',
    mediation: 'V4.3c',
    'breathing-space': 'V4.4a',
    signposting: 'V4.1d',
    review: 'V5',
  },
  clauses: parts.flatMap((part) => part.clauses),
  commitments: parts.flatMap((part) => part.commitments),
  headline: headline('Contact the same working day'),
  editions,
};
