import { childrenAsked } from '../lintel/asked-in-time.ts';
import { plannedContacts } from '../lintel/planned-contacts.ts';
import { callAsPromised } from '../lintel/promised-calls.ts';
import { safeguarded } from '../lintel/safeguarding.ts';
import type { PolicyPart } from '../part.ts';

/** Clauses 2.2 to 2.5: how people tell, and what happens then. */
export const disclosures: PolicyPart = {
  clauses: [
    {
      id: 'L2.2',
      heading: 'Disclosures',
      says:
        'People can tell in many ways: face to face, at home, by phone, email or web chat. The answer is ' +
        'quick, sensitive and flexible.',
    },
    {
      id: 'L2.3',
      heading: 'Disclosures',
      says:
        'Access and communication needs are met: translation, the way and time of contact, a safe place ' +
        'outside the home, a colleague of the same gender.',
    },
    {
      id: 'L2.4',
      heading: 'Disclosures',
      says:
        'A colleague who suspects or witnesses abuse reports it at the first opportunity; those of the ' +
        'maintenance company too.',
    },
    {
      id: 'L2.5',
      heading: 'Disclosures',
      says: 'Children and vulnerable adults who are harmed or at risk are referred for safeguarding.',
    },
  ],
  commitments: [
    {
      id: 'first-contact',
      clauses: ['L2.2'],
      title: 'Contact on the same working day',
      definition:
        'Of the disclosures whose time ended, those in which a safe, two-way contact with the survivor ' +
        'was made by the close of the working day on which anybody at the landlord first knew; of the ' +
        'next one, where that was out of hours. An attempt does not count, and an approved plan is ' +
        'counted apart; so is a call of theirs to us that a second person confirmed as a safe contact (already ' +
        'kept when it began). The policy says "quick"; the same working day is Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'disclosure.received',
        stops: ['contact.made'],
        byPlan: ['contact-plan.approved'],
        due: { within: 'same-working-day' },
        escalateAt: [0.5, 0.75, 1],
      },
    },
    callAsPromised(['L2.2', 'L2.1a']),
    {
      id: 'triage',
      clauses: ['L2.2'],
      title: 'Every disclosure is triaged within 4 working hours',
      definition:
        'Of the disclosures received, in whichever way they came, those triaged or handed over to ' +
        'another service within 4 working hours. The policy says "quick"; the 4 hours are Lintel’s.',
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
      id: 'access-needs',
      clauses: ['L2.3', 'L2.1c'],
      title: 'Access and communication needs are asked about',
      definition:
        'Of the cases opened, those in which access and communication needs, or that there are none, ' +
        'were recorded within 5 working days. The policy names no time; the 5 days are Lintel’s.',
      measure: {
        kind: 'evidence',
        of: 'case.opened',
        shownBy: ['access-needs.recorded'],
        per: 'case',
        withinWorkingDays: 5,
      },
    },
    plannedContacts(['L2.3']),
    {
      id: 'concern-reported',
      clauses: ['L2.4'],
      title: 'Colleagues who notice something report it the same shift',
      definition:
        'Of the concerns that colleagues, the maintenance company’s too, and contractors reported, those ' +
        'reported by the close of the working day on which something was noticed. The policy ' +
        'says "at the first opportunity"; ' +
        'the same shift is Lintel’s.',
      measure: {
        kind: 'clock',
        starts: 'concern.reported',
        stops: ['concern.reported'],
        byPlan: [],
        due: { within: 'same-working-day' },
        escalateAt: [],
      },
    },
    childrenAsked(['L2.5', 'L1.4a']),
    ...safeguarded(['L2.5']),
  ],
};
