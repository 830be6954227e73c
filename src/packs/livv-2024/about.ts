import type { PolicyPart } from '../part.ts';
import { takenAway } from '../taken-away.ts';

/** Section 1: what domestic abuse is, and to whom the policy applies. */
export const about: PolicyPart = {
  clauses: [
    {
      id: 'L1.1',
      heading: 'About this policy',
      says: 'Domestic abuse is a serious crime with a devastating effect.',
      statement: true,
    },
    {
      id: 'L1.2',
      heading: 'About this policy',
      says: 'The abuse may be controlling or coercive, financial, psychological, emotional or other, physical or sexual, violent or threatening.',
    },
    {
      id: 'L1.3',
      heading: 'About this policy',
      says: 'It may be one incident or many, between two people aged 16 or over who are personally connected.',
    },
    {
      id: 'L1.4a',
      heading: 'About this policy',
      says: 'The policy is for anyone living in the landlord’s homes who has experienced, experiences or is at risk of abuse, and for children and others affected.',
    },
    {
      id: 'L1.4b',
      heading: 'About this policy',
      says: 'What is offered comes from understanding, compassion and respect; honour-based abuse is considered and handled in the same way.',
    },
    {
      id: 'L1.5',
      heading: 'About this policy',
      says: 'Action is taken against perpetrators, and partners are supported in holding them to account.',
    },
    {
      id: 'L1.6',
      heading: 'About this policy',
      says: 'To lower the risk, information has to be shared and partners have to work together.',
    },
  ],
  commitments: [
    {
      id: 'definition-checked',
      clauses: ['L1.2', 'L1.3'],
      title: 'The definition is checked, and never delays help',
      definition:
        'Of the disclosures received, those whose definition check was recorded, with its reasons, within 7 days. The policy names no time; the 7 days are Lintel’s.',
      measure: {
        kind: 'evidence',
        of: 'disclosure.received',
        shownBy: ['disclosure.definition-checked'],
        per: 'disclosure',
        withinDays: 7,
      },
    },
    {
      id: 'everyone-affected',
      clauses: ['L1.4a'],
      title: 'Everyone affected is named in the case',
      definition:
        'Of the cases opened, those in which a person and their part in it (household member, child, witness, alleged perpetrator) were recorded within 5 days. The policy names no time; the 5 days are Lintel’s.',
      measure: {
        kind: 'evidence',
        of: 'case.opened',
        shownBy: ['case.person-added'],
        per: 'case',
        withinDays: 5,
      },
    },
    {
      id: 'child-needs',
      clauses: ['L1.4a'],
      title: 'A child is somebody with needs of their own',
      definition:
        'Of the cases in which a child was recorded as harmed, those in which what the child needs was written down within 28 days. The policy names no time; the 28 days are Lintel’s.',
      measure: {
        kind: 'evidence',
        of: 'case.child-added',
        shownBy: ['child-needs.recorded'],
        per: 'case',
        withinDays: 28,
      },
    },
    {
      id: 'honour-based-abuse',
      clauses: ['L1.4b'],
      title: 'Honour-based abuse reaches specialists',
      definition:
        'Of the cases in which so-called honour was marked as playing a part, those in which advice about it was sought from a specialist within 10 days. The policy names no time; the 10 days are Lintel’s.',
      measure: {
        kind: 'evidence',
        of: 'honour-based.marked',
        shownBy: ['honour-based-advice.sought'],
        per: 'case',
        withinDays: 10,
      },
    },
    {
      id: 'holding-to-account',
      clauses: ['L1.5', 'L2.7h', 'L2.9', 'L2.10', 'L2.12c'],
      title: 'Perpetrators are held to account',
      definition: 'Actions against perpetrators, by the landlord and by partners whom it supported.',
      measure: { kind: 'unmeasured', because: 'Action against perpetrators is not yet in Lintel.' },
    },
    {
      id: 'emergency-reviewed',
      clauses: ['L1.6'],
      title: 'Emergency access is reviewed within five working days',
      definition:
        'Of the times that somebody opened a case in an emergency without being let in, those that the data protection officer reviewed by the close of the fifth working day after. The policy names no time; the five days are Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'break-glass.used',
        stops: ['break-glass.reviewed'],
        byPlan: [],
        due: { workingDays: 5 },
        escalateAt: [0.5, 0.75, 1],
      },
    },
    {
      id: 'sharing',
      clauses: ['L1.6'],
      title: 'Sharing is a decision with a reason',
      definition:
        'How often sharing with an agency was decided, and what was decided. Sharing decisions are not yet in Lintel.',
      measure: { kind: 'gate', gate: 'share', asked: null },
    },
    ...takenAway(['L1.6']),
  ],
};
