import { supervised } from '../lintel/supervision.ts';
import type { PolicyPart } from '../part.ts';

/** Sections 3 and 4, and the control framework. */
export const governance: PolicyPart = {
  clauses: [
    {
      id: 'L3.1a',
      heading: 'Responsibilities',
      says: 'All colleagues act by the policy; the director of communities implements it.',
    },
    {
      id: 'L3.1b',
      heading: 'Responsibilities',
      says:
        'The executive director (customer insight) signs it off; the manager (community safety) reviews and ' +
        'amends it, so that strategy, law and regulation are served; the ASB and domestic abuse team delivers ' +
        'it, and gives customers support and guidance.',
    },
    {
      id: 'L4.1',
      heading: 'Review',
      says:
        'The policy is reviewed every three years, or sooner where monitoring, law, regulation ' +
        'or strategy calls for it.',
    },
    {
      id: 'Lc1',
      heading: 'Control framework',
      says:
        'It complies with the Domestic Abuse Act 2021 and the disclosure scheme, the Data Protection ' +
        'Act 2018, the Modern Slavery Act 2015, the Serious Crime Act 2015, the Anti-social Behaviour, ' +
        'Crime and Policing Act 2014, the Protection of Freedoms Act 2012, the Equality Act 2010, the ' +
        'Police and Justice Act 2006, the Children Acts, section 9 of the Domestic Violence, Crime and ' +
        'Victims Act 2004, the Sexual Offences Act 2003, the Human Rights Act 1998, the Protection from ' +
        'Harassment Act 1997, the Care Act 2014, the Housing Act 1996 and the Consumer Standards 2024.',
      statement: true,
      forReview: [
        { found: 'Care Act 1996', says: 'The Care Act is of 2014.' },
        { found: 'Protection of Freedoms Act 2014', says: 'The Protection of Freedoms Act is of 2012.' },
        { found: 'The policy itself stands among the laws', says: 'It is no law.' },
      ],
    },
    {
      id: 'Lc2',
      heading: 'Control framework',
      says:
        'Versions are controlled; an equality analysis was made in May 2024; the policy is on the ' +
        'intranet and the website. It applies to the group, its homes and its maintenance company, and ' +
        'replaces the section of the anti-social behaviour policy.',
    },
  ],
  commitments: [
    {
      id: 'responsibilities',
      clauses: ['L3.1a', 'L3.1b'],
      title: 'Everybody knows their part',
      definition: 'Who signed off, who reviewed, and who confirmed having read the policy.',
      measure: {
        kind: 'unmeasured',
        because:
          'Sign-off and confirmation of reading are not yet in Lintel; the responsibilities themselves are listed.',
      },
    },
    ...supervised(['L3.1b']),
    {
      id: 'review',
      clauses: ['L4.1'],
      title: 'The policy is reviewed every three years, or sooner',
      definition:
        'The date by which the policy is to be reviewed, against today; and every reason to review it sooner ' +
        'that stands open: monitoring, law, regulation or strategy.',
      measure: { kind: 'review', sooner: true },
    },
    {
      id: 'document-control',
      clauses: ['Lc2'],
      title: 'Versions, equality analysis and circulation',
      definition:
        'The version in force, the date of the last equality analysis, and where the policy is published.',
      measure: {
        kind: 'unmeasured',
        because: 'Equality analyses and where the policy is published are not yet in Lintel.',
      },
    },
  ],
};
