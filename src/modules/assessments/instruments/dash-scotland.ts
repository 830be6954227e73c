import { dash } from './dash.ts';
import type { Instrument } from './instrument.ts';

/** Scotland: the 24 items, and three about children that stand beside the score (domain §3). */
export const dashScotland: Instrument = {
  ...dash,
  id: 'dash-scotland',
  name: 'Dash with the questions on children',
  purpose:
    'The 24 items and three more about children, as they are asked in Scotland. The three do not count in the score.',
  sections: [
    ...dash.sections,
    {
      heading: 'Children',
      items: [
        {
          id: 'C1',
          theme: 'Children were there',
          question: 'Do children see or hear it, or were they there when it happened?',
          help: 'A child who sees, hears or lives with abuse is harmed by it too.',
          scale: 'yes_no',
          ground: 'children',
          uncounted: true,
          followUp: {
            says: 'Record each child as a person in this case, and think about a referral for them.',
          },
        },
        {
          id: 'C2',
          theme: 'Threats about the children',
          question: 'Have they threatened to hurt, take or keep the children?',
          scale: 'yes_no',
          ground: 'children',
          uncounted: true,
          followUp: {
            says:
              'Make a referral about the children the same day, and speak with the police ' +
              'where the threat is recent.',
          },
        },
        {
          id: 'C3',
          theme: 'Fear for the children',
          question: 'Are you afraid for the children?',
          help: 'What do they fear, and when: at contact, at school, at home?',
          scale: 'yes_no',
          ground: 'children',
          uncounted: true,
        },
      ],
    },
  ],
};
