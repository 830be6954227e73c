import { dash } from './dash.ts';
import type { Instrument } from './instrument.ts';
import { type ItemWords, worded } from './wording.ts';

const items: readonly ItemWords[] = [
  { id: '1', question: 'Did you get hurt this time?', help: 'Anything that hurt, even if nobody saw to it.' },
  { id: '2', question: 'Do you feel really scared?', help: 'How would they put it themselves?' },
  {
    id: '3',
    question: 'Are you scared of what could happen next, to you or to somebody else?',
    help: 'Of what, and to whom: themselves, a brother or sister, a friend, a parent.',
  },
  {
    id: '4',
    question: 'Have you stopped seeing friends or family, or are you kept away from them?',
    help: 'Also at school, college or work, and online.',
  },
  {
    id: '5',
    question: 'Do you feel really down, hurt yourself, or think about not wanting to live?',
    help: 'Eating, sleeping and staying away from school can be signs too.',
  },
  { id: '6', question: 'Have you split up in the last year, or tried to?' },
  {
    id: '7',
    question: 'If you have a child together, is there trouble about seeing the child?',
    help: 'Or about a child in the family whom they see.',
  },
  {
    id: '8',
    question: 'Do they message, follow, check up on you or turn up all the time?',
    help: 'Passwords they ask for, location sharing, group chats, friends who report back.',
  },
  { id: '9', question: 'Are you pregnant, or have you had a baby in the last 18 months?' },
  { id: '10', question: 'Is it happening more often?' },
  { id: '11', question: 'Is it getting worse?' },
  {
    id: '12',
    question: 'Do they tell you what to do, whom to see or what to wear, or get very jealous?',
    help: 'It can look like care. What happens when they say no?',
  },
  { id: '13', question: 'Have they ever used a weapon, or anything else, to hurt or scare you?' },
  {
    id: '14',
    question: 'Have they ever said that they would kill you or somebody else, and did you believe it?',
  },
  {
    id: '15',
    question: 'Have they ever grabbed your neck, or tried to stop you breathing?',
    help: 'Also when it was called a game, or happened during sex.',
  },
  {
    id: '16',
    question:
      'Do they make you do sexual things, send pictures or share them, or say things that make you feel bad?',
    help: 'A picture of somebody under 18 can be taken down: the Report Remove service exists for that.',
  },
  {
    id: '17',
    question: 'Is anybody else threatening you, or are you scared of anybody else?',
    help: 'Family, in-laws, friends of theirs, a gang, people at school.',
  },
  { id: '18', question: 'Have they hurt anybody else: family, a child, somebody they went out with before?' },
  { id: '19', question: 'Have they ever hurt an animal, or said they would?' },
  {
    id: '20',
    question: 'Do you depend on them for money or things, do you owe them, or are they taking yours?',
    help: 'Also phones, clothes, lifts, drugs, a place to sleep.',
  },
  { id: '21', question: 'In the last year, have their drinking, drugs or mental health caused trouble?' },
  { id: '22', question: 'Have they ever said that they would end their own life, or tried to?' },
  { id: '23', question: 'Have they broken bail, a court order, or rules that were set about seeing you?' },
  { id: '24', question: 'As far as you know, have they been in trouble with the police?' },
];

/** The same 24 items, asked as a young person of 13 or over can be asked (domain §3). */
export const dashYoung: Instrument = {
  ...worded(dash, {
    version: 'lintel-1',
    name: 'Young people’s Dash',
    attribution:
      'The items follow the young people’s version of the Dash risk checklist that SafeLives publishes. The words are Lintel’s own, not the official wording.',
    items,
  }),
  id: 'dash-young',
  purpose: 'For young people from 13. Under 16 is child safeguarding first: refer the same day, before this.',
  guidance: [
    'Under 18 is a child: refer to children’s services the same day, and tell them where telling is safe. Never promise to keep it secret.',
    ...dash.guidance,
  ],
};
