import type { Instrument } from './instrument.ts';
import { askSafely } from './shared-words.ts';

/** Where item 8 of the Dash is answered with yes (domain §3). */
export const stalking: Instrument = {
  id: 'stalking',
  version: 'lintel-1',
  name: 'Stalking screen',
  attribution:
    'The themes are those of the screening questions that the police and stalking charities use beside ' +
    'the Dash (S-Dash). The words are Lintel’s own, not the official wording.',
  enough: 8,
  purpose: 'After a yes to item 8 of the Dash: contact, following or watching that does not stop.',
  guidance: [
    ...askSafely,
    'Whoever stalks may see phones, accounts, doorbells and cars. Speak from a safe device, and change ' +
      'nothing on theirs before a specialist has looked.',
    'Tell nobody where they are, or that they spoke with us.',
  ],
  sections: [
    {
      heading: 'What they do',
      items: [
        { id: '1', theme: 'Very frightened', question: 'Are you very frightened by it?', scale: 'yes_no' },
        {
          id: '2',
          theme: 'It happened before',
          question: 'Have they done this before, to you or to somebody else?',
          scale: 'yes_no',
          ground: 'stalking',
        },
        {
          id: '3',
          theme: 'Damage',
          question: 'Have they damaged, taken or got into anything of yours?',
          help: 'The home, a car, a phone, accounts. A repair that we made may be part of it.',
          scale: 'yes_no',
          ground: 'stalking',
          followUp: {
            says:
              'Look for repairs to doors, locks and windows that nobody asked about, and ' +
              'offer security for the home.',
          },
        },
        {
          id: '4',
          theme: 'Turns up',
          question: 'Do they come to your home, work, school or other places, several times a week?',
          scale: 'yes_no',
          ground: 'stalking',
          followUp: {
            says: 'Note days, times and places: a pattern is evidence, and says when it is safe to call.',
          },
        },
        {
          id: '5',
          theme: 'Waits nearby',
          question: 'Do they wait or drive about near where you are?',
          scale: 'yes_no',
          ground: 'stalking',
        },
        {
          id: '6',
          theme: 'Threats of violence',
          question: 'Have they threatened you with violence, or with sexual violence?',
          scale: 'yes_no',
          ground: 'stalking',
          followUp: {
            says: 'Speak with the police today. Keep the messages: nobody should answer or delete them.',
          },
        },
      ],
    },
    {
      heading: 'Others, and before',
      items: [
        {
          id: '7',
          theme: 'People around them',
          question: 'Have they bothered or threatened people close to you?',
          help: 'Children, family, friends, colleagues, neighbours.',
          scale: 'yes_no',
          ground: 'stalking',
        },
        {
          id: '8',
          theme: 'Violence to those people',
          question: 'Have they been violent to anybody in the course of this?',
          scale: 'yes_no',
          ground: 'stalking',
        },
        {
          id: '9',
          theme: 'Others help them',
          question: 'Do other people help them, knowing it or not?',
          help: 'Somebody who gives away an address, a colleague who answers a question.',
          scale: 'yes_no',
          followUp: { says: 'Think of our own staff and contractors: record a conflict where there is one.' },
        },
        {
          id: '10',
          theme: 'Drinking, drugs or mental health',
          question: 'Do drinking, drugs or their mental health play a part?',
          scale: 'yes_no',
        },
        {
          id: '11',
          theme: 'Violence before',
          question: 'Have they been violent in the past, to anybody?',
          scale: 'yes_no',
        },
      ],
    },
  ],
};
