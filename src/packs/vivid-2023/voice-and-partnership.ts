import { feedbackSafeToAsk } from '../lintel/feedback.ts';
import type { PolicyPart } from '../part.ts';

/** Sections 4.6 to 4.10: feedback, training, partnership, publicity and accreditation. */
export const voiceAndPartnership: PolicyPart = {
  clauses: [
    {
      id: 'V4.6a',
      heading: 'Voice of victims',
      says: 'What victims have lived through is respected, and their feedback improves services.',
    },
    {
      id: 'V4.6b',
      heading: 'Voice of victims',
      says: 'To ask for feedback may not be appropriate, or not safe.',
    },
    {
      id: 'V4.6c',
      heading: 'Voice of victims',
      says: 'Specialist services and charities share best practice and comment on policy and procedure.',
    },
    {
      id: 'V4.7a',
      heading: 'Training',
      says: 'All staff, new and existing, have awareness training.',
    },
    {
      id: 'V4.7b',
      heading: 'Training',
      says: 'Staff in close contact with customers have regular, in-depth training.',
    },
    {
      id: 'V4.8a',
      heading: 'Community response',
      says: 'The landlord is part of a coordinated community response.',
    },
    {
      id: 'V4.8b',
      heading: 'Community response',
      says: 'With local agencies and forums, information is shared and the needs of individuals and families are met.',
    },
    {
      id: 'V4.8c',
      heading: 'Community response',
      says: 'Together with the agencies responsible, children are kept safe.',
    },
    {
      id: 'V4.9a',
      heading: 'Publicity',
      says: 'Website, social media and newsletters say clearly that abuse is not acceptable.',
    },
    {
      id: 'V4.9b',
      heading: 'Publicity',
      says: 'Victims are encouraged to seek help, and witnesses to report.',
    },
    {
      id: 'V4.10a',
      heading: 'Accreditation',
      says:
        'The landlord works towards accreditation by the Domestic Abuse Housing Alliance: six ' +
        'principles, eight priority areas.',
      forReview: [
        {
          found: 'Accreditation during 2021 and 2022',
          says: 'That date has passed; the policy names no other.',
        },
      ],
    },
    {
      id: 'V4.10b',
      heading: 'Accreditation',
      says: 'It tries new ways of working and is open to a change of culture.',
    },
  ],
  commitments: [
    feedbackSafeToAsk(['V4.6b']),
    {
      id: 'training-all',
      clauses: ['V4.7a', 'V1c'],
      title: 'Awareness training for all staff',
      definition:
        'Staff whose awareness training is less than 12 months old. The policy names no interval; ' +
        'the 12 months are Lintel’s. Training is not yet in Lintel.',
      measure: { kind: 'cadence', everyMonths: 12, done: null },
    },
    {
      id: 'training-close-contact',
      clauses: ['V4.7b'],
      title: 'In-depth training for staff in close contact',
      definition:
        'Staff in close contact whose in-depth training is less than 12 months old. The policy says ' +
        '"regular"; the 12 months are Lintel’s. Training is not yet in Lintel.',
      measure: { kind: 'cadence', everyMonths: 12, done: null },
    },
    {
      id: 'publicity',
      clauses: ['V4.9a', 'V4.9b'],
      title: 'A clear public message',
      definition: 'What was published where and when, and who was encouraged to come forward.',
      measure: { kind: 'unmeasured', because: 'Campaigns and publications are not yet in Lintel.' },
    },
    {
      id: 'accreditation',
      clauses: ['V4.10a', 'V4.10b'],
      title: 'Readiness for accreditation',
      definition: 'Evidence gathered for each of the eight priority areas.',
      measure: {
        kind: 'unmeasured',
        because: 'The register of evidence for accreditation is not yet in Lintel.',
      },
    },
  ],
};
