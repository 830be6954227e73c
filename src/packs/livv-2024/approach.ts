import { dangerAsked } from '../lintel/asked-in-time.ts';
import { dangerAskedEachTime, dangerDealtWith } from '../lintel/danger.ts';
import { othersHoldBack } from '../lintel/holds.ts';
import { optionsGoneThrough, optionsNotWanted, optionsOnPaper } from '../lintel/housing-options.ts';
import { messagesCounted } from '../lintel/messages.ts';
import { movedSafely } from '../lintel/moves.ts';
import { offered, signpostingHelped } from '../lintel/offers.ts';
import { decided, planned } from '../lintel/plans.ts';
import { riskAssessed } from '../lintel/risk-assessed.ts';
import { riskJudged } from '../lintel/risk-judged.ts';
import { riskReviews } from '../lintel/risk-reviews.ts';
import { contactKeptSafe } from '../lintel/safe-contact.ts';
import { changesFirst, changesHeld } from '../lintel/tenancy-events.ts';
import type { PolicyPart } from '../part.ts';

/** Clause 2.1: how survivors are met. */
export const approach: PolicyPart = {
  clauses: [
    {
      id: 'L2.1a',
      heading: 'Our approach',
      says: 'Customers can talk to the landlord, and agree with it how to communicate so that they stay safe.',
    },
    {
      id: 'L2.1b',
      heading: 'Our approach',
      says: 'Survivors are listened to with compassion, and believed.',
    },
    {
      id: 'L2.1c',
      heading: 'Our approach',
      says: 'Support starts from the person and their individual needs; their decisions are respected.',
    },
    {
      id: 'L2.1d',
      heading: 'Our approach',
      says: 'The risk is assessed, and an action plan agreed, together with the customer.',
    },
    {
      id: 'L2.1e',
      heading: 'Our approach',
      says: 'Customers are helped to understand their options for housing and for their tenancy.',
    },
    { id: 'L2.1f', heading: 'Our approach', says: 'Customers are told about specialist agencies.' },
    {
      id: 'L2.1g',
      heading: 'Our approach',
      says: 'Partners, the police, support agencies and the landlord respond as one.',
    },
  ],
  commitments: [
    {
      id: 'safe-contact',
      clauses: ['L2.1a'],
      title: 'How to communicate safely is agreed',
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
    ...contactKeptSafe(['L2.1a']),
    ...othersHoldBack(['L2.1a']),
    ...messagesCounted(['L2.1a']),
    {
      id: 'believed',
      clauses: ['L2.1b'],
      title: 'Survivors are believed',
      definition: 'Of the people who chose to tell us, those who felt believed.',
      measure: {
        kind: 'unmeasured',
        because:
          'No page of Lintel asks for proof; whether people felt believed only they can say, and asking ' +
          'them is not yet in Lintel.',
      },
    },
    ...decided(['L2.1c', 'L2.7i'], 'Survivors'),
    dangerAsked(['L2.1d']),
    dangerAskedEachTime(['L2.1d']),
    dangerDealtWith(['L2.1d']),
    ...riskAssessed(['L2.1d']),
    ...riskJudged(['L2.1d']),
    ...riskReviews(['L2.1d']),
    ...planned(['L2.1d']),
    offered({
      id: 'options',
      clauses: ['L2.1e', 'L2.7e'],
      title: 'Housing and tenancy options are offered',
      what: 'a move, a change of the tenancy or help to stay',
      kinds: ['move', 'tenancy_change', 'stay_safely'],
    }),
    ...changesHeld({ clauses: ['L2.1e', 'L2.7e'], person: 'survivor' }),
    ...changesFirst({ clauses: ['L2.1e', 'L2.7e'], person: 'survivor' }),
    optionsGoneThrough(['L2.1e', 'L2.7e'], 'survivor'),
    optionsNotWanted(['L2.1e', 'L2.7e'], 'survivors'),
    optionsOnPaper(['L2.1e', 'L2.7e'], 'survivors'),
    ...movedSafely({
      ...{ supported: ['L2.7i'], moved: ['L2.7e'], feelsSafe: ['L2.7e'], person: 'survivor' },
    }),
    offered({
      id: 'signposting',
      clauses: ['L2.1f'],
      title: 'Specialist agencies are offered',
      what: 'a specialist service, an advocate or legal advice',
      kinds: ['specialist', 'advocate', 'legal'],
    }),
    signpostingHelped(['L2.1f'], 'survivor'),
    {
      id: 'agencies',
      clauses: ['L2.1g', 'L1.6', 'L2.8'],
      title: 'One response with partners, with consent',
      definition:
        'Work with agencies and forums: referrals, meetings, actions given to the landlord and done.',
      measure: { kind: 'unmeasured', because: 'Work with other agencies and Marac is not yet in Lintel.' },
    },
  ],
};
