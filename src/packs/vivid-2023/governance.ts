import type { PolicyPart } from '../part.ts';

/** Sections 5 and 6: responsibilities, and what the policy rests on. */
export const governance: PolicyPart = {
  clauses: [
    { id: 'V5', heading: 'Responsibilities', says: 'The policy is reviewed each year.' },
    {
      id: 'V6a',
      heading: 'Related documents',
      says:
        'It rests on the Family Law Act 1996, the Protection from Harassment Act 1997, the Housing Act ' +
        '1996, the Domestic Violence, Crime and Victims Act 2004, the Crime and Security Act 2010, the ' +
        'Anti-social Behaviour, Crime and Policing Act 2014, the Care Act 2014, the Serious Crime Act ' +
        '2015, the Domestic Violence Disclosure Scheme, the Homelessness Reduction Act 2017, the UK GDPR ' +
        'and the Domestic Abuse Act 2021.',
      statement: true,
      forReview: [
        { found: 'Clare’s Law 2017', says: 'The Domestic Violence Disclosure Scheme is of 2014.' },
        { found: 'One law is listed twice', says: 'Once is enough.' },
      ],
    },
    {
      id: 'V6b',
      heading: 'Related documents',
      says:
        'It goes with the policies on safeguarding children, safeguarding adults, housing management, ' +
        'anti-social behaviour, income management, lettings, speaking up, and equality and diversity.',
      statement: true,
    },
    {
      id: 'V6c',
      heading: 'Related documents',
      says: 'Customers are consulted, and an equality impact assessment is made; the dates of both are kept.',
      forReview: [
        {
          found: 'The dates of the consultation and of the equality impact assessment are blank',
          says: 'No date in the policy.',
        },
        {
          found: 'Approved in July 2021, October 2022 and October 2023',
          says: 'The next approval is due with the review.',
        },
      ],
    },
  ],
  commitments: [
    {
      id: 'review',
      clauses: ['V5'],
      title: 'The policy is reviewed each year',
      definition: 'The date by which the policy is to be reviewed, against today.',
      measure: { kind: 'review' },
    },
    {
      id: 'consultation',
      clauses: ['V6c'],
      title: 'Customers consulted, equality impact assessed',
      definition:
        'The dates of the last consultation and of the last equality impact assessment: there is no date ' +
        'in the policy.',
      measure: {
        kind: 'unmeasured',
        because:
          'The policy leaves both dates blank, and consultations and equality impact assessments are not yet ' +
          'in Lintel.',
      },
    },
  ],
};
