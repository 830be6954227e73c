import { dangerAsked } from '../lintel/asked-in-time.ts';
import { dangerAskedEachTime, dangerDealtWith } from '../lintel/danger.ts';
import { evidenceCounted } from '../lintel/evidence.ts';
import { othersHoldBack } from '../lintel/holds.ts';
import { messagesCounted } from '../lintel/messages.ts';
import { offered, signpostingHelped } from '../lintel/offers.ts';
import { planned } from '../lintel/plans.ts';
import { callAsPromised } from '../lintel/promised-calls.ts';
import { riskAssessed } from '../lintel/risk-assessed.ts';
import { riskJudged } from '../lintel/risk-judged.ts';
import { riskReviews } from '../lintel/risk-reviews.ts';
import { contactKeptSafe } from '../lintel/safe-contact.ts';
import { supervised } from '../lintel/supervision.ts';
import type { PolicyPart } from '../part.ts';

/** Section 4.1: disclosures, and how cases are worked. */
export const caseManagement: PolicyPart = {
  clauses: [
    {
      id: 'V4.1a',
      heading: 'Case management',
      says: 'A disclosure is a priority: the victim is contacted on the same working day.',
    },
    {
      id: 'V4.1b',
      heading: 'Case management',
      says:
        'Disclosures are taken from victims, their friends and families, neighbours, the landlord’s own ' +
        'staff and other agencies.',
    },
    {
      id: 'V4.1c',
      heading: 'Case management',
      says: 'Risk is assessed, and people are referred along the local pathways.',
    },
    {
      id: 'V4.1d',
      heading: 'Case management',
      says: 'People are told of local and national organisations that give support and legal advice.',
    },
    {
      id: 'V4.1e',
      heading: 'Case management',
      says: 'Records are clear and current: what was disclosed, when, and what was done.',
    },
  ],
  commitments: [
    {
      id: 'first-contact',
      clauses: ['V4.1a', 'V3.5'],
      title: 'Contact on the same working day',
      definition:
        'Of the disclosures whose time ended, those in which a safe, two-way contact with the ' +
        'victim was made by the close of the working day on which anybody at the landlord first ' +
        'knew; of the next one, where that was out of hours. An attempt does not count, and an ' +
        'approved plan is counted apart; so is a call of theirs to us that a second person confirmed as a safe ' +
        'contact (already kept when it began).',
      measure: {
        kind: 'clock',
        starts: 'disclosure.received',
        stops: ['contact.made'],
        byPlan: ['contact-plan.approved'],
        due: { within: 'same-working-day' },
        escalateAt: [0.5, 0.75, 1],
      },
    },
    callAsPromised(['V4.1a']),
    {
      id: 'triage',
      clauses: ['V4.1a', 'V4.1b', 'V3.5'],
      title: 'Every disclosure is triaged within 4 working hours',
      definition:
        'Of the disclosures received, from whomever they came, those triaged or handed over to another ' +
        'service within 4 working hours. The policy says "priority"; the 4 hours are Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'disclosure.received',
        stops: ['disclosure.triaged', 'disclosure.handed-over'],
        byPlan: [],
        due: { workingHours: 4 },
        escalateAt: [0.5, 0.75, 1],
      },
    },
    {
      id: 'safe-contact',
      clauses: ['V4.1a'],
      title: 'The safe way to make contact is known',
      definition:
        'Of the cases opened, those in which the safe way to make contact was recorded by the end of ' +
        'the next working day. The policy names no time; the day is Lintel’s.',
      measure: {
        kind: 'evidence',
        of: 'case.opened',
        shownBy: ['safe-contact.recorded'],
        per: 'case',
        withinWorkingDays: 1,
      },
    },
    ...contactKeptSafe(['V4.1a']),
    ...othersHoldBack(['V4.1a']),
    ...messagesCounted(['V4.1e']),
    ...evidenceCounted({ kept: ['V4.1e'], handedOn: ['V3.2', 'V4.1e'] }),
    dangerAsked(['V4.1c']),
    dangerAskedEachTime(['V4.1c']),
    dangerDealtWith(['V4.1c']),
    ...riskAssessed(['V4.1c']),
    ...riskJudged(['V4.1c']),
    {
      id: 'local-pathways',
      clauses: ['V4.1c'],
      title: 'Local pathways are followed',
      definition: 'Cases with a referral along the pathway of the local authority.',
      measure: {
        kind: 'unmeasured',
        because: 'The pathways of local authorities, Marac’s among them, are not yet in Lintel.',
      },
    },
    ...riskReviews(['V4.1c']),
    ...planned(['V4.1c']),
    offered({
      id: 'signposting',
      clauses: ['V4.1d'],
      title: 'Specialist support and legal advice are offered',
      what: 'a specialist service, an advocate or legal advice',
      kinds: ['specialist', 'advocate', 'legal'],
    }),
    signpostingHelped(['V4.1d'], 'victim'),
    {
      id: 'chronology',
      clauses: ['V4.1e'],
      title: 'The record is kept from the first day',
      definition:
        'Of the cases opened, those with an entry in their chronology by the end of the next working ' +
        'day. The policy says "current"; the day is Lintel’s.',
      measure: {
        kind: 'evidence',
        of: 'case.opened',
        shownBy: ['case.entry-recorded'],
        per: 'case',
        withinWorkingDays: 1,
      },
    },
    ...supervised(['V3.5']),
  ],
};
