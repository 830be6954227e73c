import {
  adviceSought,
  childNeeds,
  childrenAsked,
  dangerAsked,
  definitionChecked,
  everyoneAffected,
} from '#packs/lintel/asked-in-time.ts';
import { breathingSpace } from '#packs/lintel/breathing-space.ts';
import { conditionsRespected } from '#packs/lintel/conditions.ts';
import { toldApart } from '#packs/lintel/counter-allegations.ts';
import { dangerAskedEachTime, dangerDealtWith } from '#packs/lintel/danger.ts';
import { ended } from '#packs/lintel/endings.ts';
import { evidenceCounted } from '#packs/lintel/evidence.ts';
import { headline } from '#packs/lintel/headline.ts';
import { specialistsAsked } from '#packs/lintel/honour.ts';
import { messagesCounted } from '#packs/lintel/messages.ts';
import { movedSafely } from '#packs/lintel/moves.ts';
import { emergencyReviewed } from '#packs/lintel/need-to-know.ts';
import { actedSafely } from '#packs/lintel/perpetrators.ts';
import { plannedContacts } from '#packs/lintel/planned-contacts.ts';
import { decided, planned } from '#packs/lintel/plans.ts';
import { callAsPromised } from '#packs/lintel/promised-calls.ts';
import { riskAssessed } from '#packs/lintel/risk-assessed.ts';
import { riskJudged } from '#packs/lintel/risk-judged.ts';
import { riskReviews } from '#packs/lintel/risk-reviews.ts';
import { contactKeptSafe } from '#packs/lintel/safe-contact.ts';
import { safeguarded } from '#packs/lintel/safeguarding.ts';
import { shared } from '#packs/lintel/sharing.ts';
import { supervised } from '#packs/lintel/supervision.ts';
import { takenAway } from '#packs/lintel/taken-away.ts';
import { changesFirst, changesHeld } from '#packs/lintel/tenancy-events.ts';
import type { Pack } from '#rules/pack.ts';
import { promises } from './promises.ts';

/** An invented landlord’s policy, unlike the published two: Scotland, four working hours, other words, few clauses. */
export const thirdLandlord: Pack = {
  id: 'thistle-2026',
  version: '3',
  title: 'Policy on safety at home',
  publisher: 'Thistle Homes',
  inForceFrom: '2025-04-01',
  nextReview: '2027-03-31',
  reviewEveryMonths: 24,
  words: {
    person: 'person affected',
    people: 'people affected',
    customer: 'tenant',
    customers: 'tenants',
    perpetrator: 'person causing harm',
    team: 'safety at home team',
  },
  calendar: {
    division: 'scotland',
    timeZone: 'Europe/London',
    workingDays: [1, 2, 3, 4, 5],
    opens: '09:00',
    closes: '17:00',
    cutOff: null,
    outOfHoursTarget: '11:00',
    closures: [],
  },
  responsibilities: [{ clause: 'S7', role: 'The board', duty: 'Reviews the policy' }],
  breathingSpace: { minMonths: 1, maxMonths: 2, clause: 'S5', begins: 'case', given: 'unless-declined' },
  perpetratorGate: { strictness: 'strict', clause: 'S2' },
  landlord: 'public-authority',
  approvedAlone: { pounds: 100 },
  purposes: {
    'need-to-know': 'S4',
    sharing: 'S4',
    'safe-contact': 'S2',
    'access-needs': 'S2',
    'ways-to-tell': 'S1',
    'reporting-a-concern': 'S1',
    'same-day-contact': 'S1',
    'risk-assessed': 'S3',
    'plan-agreed': 'S3',
    'own-pace': 'S5',
    allocation: 'S6',
    records: 'S4',
    // Its policy says nothing of these.
    safeguarding: null,
    'best-practice-advice': null,
    'perpetrator-gate': 'S2',
    'home-security': 'S2',
    mediation: null,
    'breathing-space': 'S5',
    signposting: null,
    review: 'S7',
  },
  headline: headline('Contact within four hours'),
  clauses: [
    {
      id: 'S1',
      heading: 'Telling us',
      says: 'Whoever tells us hears from us within four hours of office time.',
    },
    { id: 'S2', heading: 'Telling us', says: 'Nothing that we do puts anybody at more risk.' },
    { id: 'S3', heading: 'Support', says: 'We look at the risk and make a plan, together.' },
    { id: 'S4', heading: 'Support', says: 'What is told to us stays with those who need it.' },
    { id: 'S5', heading: 'Support', says: 'Nobody is hurried.' },
    { id: 'S6', heading: 'Support', says: 'Somebody answers for every case.' },
    { id: 'S7', heading: 'This policy', says: 'The board reviews this policy every two years.' },
    { id: 'S8', heading: 'This policy', says: 'Abuse is never acceptable.', statement: true },
  ],
  commitments: [
    ...promises,
    callAsPromised(['S1', 'S2']),
    ...contactKeptSafe(['S2']),
    dangerAsked(['S3']),
    dangerAskedEachTime(['S3']),
    dangerDealtWith(['S3']),
    ...shared({ decided: ['S4'], agreed: ['S4'] }),
    definitionChecked(['S1']),
    everyoneAffected(['S3']),
    childrenAsked(['S3']),
    childNeeds(['S3']),
    ...safeguarded(['S2']),
    adviceSought(['S3']),
    specialistsAsked(['S3']),
    plannedContacts(['S2']),
    ...riskAssessed(['S3']),
    ...riskJudged(['S3']),
    ...riskReviews(['S3']),
    ...planned(['S3']),
    ...decided(['S5'], 'Tenants'),
    ...changesHeld({ clauses: ['S5'], person: 'person affected' }),
    ...changesFirst({ clauses: ['S5'], person: 'person affected' }),
    ...toldApart({ clauses: ['S2'], person: 'person affected' }),
    ...actedSafely({ clauses: ['S2'], programmes: ['S2'], person: 'person affected' }),
    ...movedSafely({ supported: ['S5'], moved: ['S2'], feelsSafe: ['S2'], person: 'person affected' }),
    ...breathingSpace({ clauses: ['S5'], whose: 'The month is Lintel’s.' }),
    emergencyReviewed(['S4']),
    ...conditionsRespected(['S4']),
    ...takenAway(['S4']),
    ...evidenceCounted({ kept: ['S4'], handedOn: ['S4'] }),
    ...messagesCounted(['S2', 'S4']),
    ...supervised(['S6']),
    ...ended({
      ownPace: ['S5'],
      contact: ['S1'],
      aim: ['S3'],
      person: 'person affected',
      reopened: {
        title: 'Contact the same working day where a case is opened again',
        whose: 'The policy names no time; the working day is Lintel’s.',
      },
    }),
  ],
};
