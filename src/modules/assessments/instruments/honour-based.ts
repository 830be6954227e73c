import type { Instrument } from './instrument.ts';
import { askSafely } from './shared-words.ts';

/** Where item 17 of the Dash is answered with yes, or relatives are the perpetrators (domain §3, L1.4, L2.14). */
export const honourBased: Instrument = {
  id: 'honour-based',
  version: 'lintel-1',
  name: 'Screen for so-called honour-based abuse',
  attribution:
    'Lintel’s own questions, after published guidance on so-called honour-based abuse and forced marriage.',
  enough: 7,
  purpose: 'After a yes to item 17 of the Dash, or where relatives or a community cause the harm.',
  guidance: [
    'There may be one chance to speak with them. Keep them safe first, and ask what they need today.',
    'Never contact the family, and never mediate: not by letter, not through elders, not through ' +
      'a relative who means well.',
    'Expect more than one perpetrator. Anybody who knows them may tell somebody else.',
    'Use a professional interpreter from elsewhere, by phone if need be: nobody of the family or the community.',
    ...askSafely,
  ],
  sections: [
    {
      heading: 'Danger',
      items: [
        {
          id: '1',
          theme: 'Fear of several people',
          question: 'Are you afraid of more than one person in your family or community?',
          help: 'Who they are and how they are related to one another.',
          scale: 'yes_no',
          ground: 'honour_based',
          followUp: {
            says: 'Record each of them in this case, so that the wall and every contact know of all.',
          },
        },
        {
          id: '2',
          theme: 'Threat to life',
          question: 'Has anybody said, or let you feel, that you could be killed or badly hurt?',
          scale: 'yes_no',
          ground: 'threat_to_kill',
          followUp: {
            says: 'Ring the police today, and ask for somebody who is trained in so-called honour-based abuse.',
          },
        },
        {
          id: '3',
          theme: 'Accused of shame',
          question: 'Do they say that you brought shame or dishonour?',
          help: 'A friendship, a relationship, leaving, a way of dressing, sexuality, speaking with us.',
          scale: 'yes_no',
          ground: 'honour_based',
        },
        {
          id: '4',
          theme: 'Watched and kept in',
          question: 'Are you watched, kept at home, or never left alone?',
          scale: 'yes_no',
          ground: 'honour_based',
        },
        {
          id: '5',
          theme: 'They may be looking for them',
          question: 'Would they look for you, or send others to, if you left?',
          help: 'Taxi drivers, shops, school friends, officials, social media.',
          scale: 'yes_no',
          ground: 'honour_based',
          followUp: { says: 'Keep any new address secret, and think of an area where nobody is known.' },
        },
      ],
    },
    {
      heading: 'Marriage, travel and others at risk',
      items: [
        {
          id: '6',
          theme: 'Forced marriage',
          question: 'Are you being made to marry, or to stay married?',
          scale: 'yes_no',
          ground: 'honour_based',
          followUp: {
            says:
              'The Forced Marriage Unit advises professionals. A forced marriage protection order can be ' +
              'asked for, also by somebody else.',
          },
        },
        {
          id: '7',
          theme: 'Taken abroad',
          question: 'Might you, or a child, be taken abroad against your will?',
          help: 'Note dates, tickets, and where the passports are.',
          scale: 'yes_no',
          ground: 'honour_based',
          followUp: {
            says: 'If it may be soon, ring the police now: a journey can be stopped while it has not begun.',
          },
        },
        {
          id: '8',
          theme: 'Risk of FGM',
          question: 'Are you worried about cutting (FGM), for yourself or for a girl in the family?',
          scale: 'yes_no',
          ground: 'honour_based',
          followUp: { says: 'Refer to children’s services the same day where a girl may be at risk.' },
        },
        {
          id: '9',
          theme: 'Others at risk',
          question: 'Is anybody else in danger for the same reasons?',
          help: 'A brother or sister, a partner, somebody who helped.',
          scale: 'yes_no',
          ground: 'honour_based',
        },
        {
          id: '10',
          theme: 'Harm before in the family',
          question: 'Has anybody in the family been hurt, gone missing or died in this way before?',
          scale: 'yes_no',
          ground: 'honour_based',
        },
      ],
    },
  ],
};
