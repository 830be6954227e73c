import { feedbackSafeToAsk } from '../lintel/feedback.ts';
import type { PolicyPart } from '../part.ts';

/** Clauses 2.13 to 2.15: feedback and training. */
export const feedbackAndTraining: PolicyPart = {
  clauses: [
    {
      id: 'L2.13',
      heading: 'Feedback',
      says: 'Survivors and agencies are asked for feedback, and the landlord learns from it.',
    },
    {
      id: 'L2.14',
      heading: 'Training',
      says:
        'All colleagues, those of the maintenance company too, have guidance and training on the signs and ' +
        'on how to report: intersectional, ' +
        'with same-sex relationships and honour-based abuse.',
    },
    {
      id: 'L2.15',
      heading: 'Training',
      says: 'Colleagues who support survivors have regular, trauma-based training.',
    },
  ],
  commitments: [
    {
      id: 'voice',
      clauses: ['L2.13'],
      title: 'Learning from survivors and agencies',
      definition: 'Feedback from survivors and agencies, and the changes that it led to.',
      measure: { kind: 'unmeasured', because: 'Feedback is not yet in Lintel.' },
    },
    feedbackSafeToAsk(['L2.13']),
    {
      id: 'training-all',
      clauses: ['L2.14'],
      title: 'Guidance and training for all colleagues',
      definition:
        'Colleagues whose training is less than 12 months old. The policy names no interval; the ' +
        '12 months are Lintel’s. Training is not yet in Lintel.',
      measure: { kind: 'cadence', everyMonths: 12, done: null },
    },
    {
      id: 'training-close-contact',
      clauses: ['L2.15'],
      title: 'Trauma-based training for colleagues who support survivors',
      definition:
        'Colleagues who support survivors whose trauma-based training is less than 12 months old. ' +
        'The policy says "regular"; the 12 months are Lintel’s. Training is not yet in Lintel.',
      measure: { kind: 'cadence', everyMonths: 12, done: null },
    },
  ],
};
