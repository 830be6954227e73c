import type { Instrument } from './instrument.ts';
import { askSafely, cluster } from './shared-words.ts';

/**
 * The 24 items of the Dash checklist, numbered as everybody numbers them, in Lintel’s own words (domain §3): no licence
 * for the official wording was found, so a landlord who has one loads it.
 */
export const dash: Instrument = {
  id: 'dash',
  version: 'lintel-1',
  name: 'Dash',
  attribution:
    'The items and their numbers follow the Dash risk checklist, which came of a partnership between ' +
    'the police and charities in 2009 and is published by SafeLives. The words are Lintel’s own, ' +
    'not the official wording.',
  purpose: 'For anybody aged 16 or over. The usual choice, and what a Marac asks for.',
  guidance: askSafely,
  enough: 18,
  indicates: true,
  sections: [
    {
      heading: 'Now, and how they feel',
      items: [
        {
          id: '1',
          theme: 'Injury this time',
          question: 'Were you hurt in what has just happened?',
          help: 'Any injury, whether or not anybody treated it. Note where, and how it came about.',
          scale: 'yes_no',
        },
        {
          id: '2',
          theme: 'Very frightened',
          question: 'Are you very frightened?',
          help: 'Their own words for it are worth more than ours.',
          scale: 'yes_no',
        },
        {
          id: '3',
          theme: 'What they fear',
          question: 'Are you afraid that you, or somebody else, will be hurt again?',
          help: 'Note what they fear most, from whom, and for whom: themselves, the children, somebody else.',
          scale: 'yes_no',
        },
        {
          id: '4',
          theme: 'Isolation',
          question: 'Do you feel cut off from family, friends or anybody who could help?',
          help: 'Kept from people, from the phone, from the doctor, from the language; or far from everybody.',
          scale: 'yes_no',
        },
        {
          id: '5',
          theme: 'Low mood, suicidal thoughts',
          question: 'Do you feel very low, or have you thought of ending your life?',
          scale: 'yes_no',
          ground: 'suicide',
          followUp: {
            says:
              'Ask, calmly and in plain words, whether they are safe today. If they are about to harm ' +
              'themselves, ring 999 and stay with them. Otherwise offer their doctor or NHS 111, and ' +
              'agree who is in touch next, and when.',
          },
        },
      ],
    },
    {
      heading: 'Separation, children and contact',
      items: [
        {
          id: '6',
          theme: 'Separation',
          question: 'Have you separated in the last year, or tried to?',
          scale: 'yes_no',
          ground: 'separation',
          followUp: { says: `The time around leaving is the most dangerous. ${cluster}` },
        },
        {
          id: '7',
          theme: 'Conflict over child contact',
          question: 'Is there conflict over seeing the children?',
          help: 'Note what is arranged, by whom, and where the handing over happens.',
          scale: 'yes_no',
          ground: 'children',
        },
        {
          id: '8',
          theme: 'Constant contact, following',
          question: 'Do they keep contacting you, following you, watching you or turning up?',
          help: 'By phone, messages, social media, devices, other people, or in person.',
          scale: 'yes_no',
          ground: 'stalking',
          followUp: {
            says:
              'This may be stalking. Go on with the stalking screen, now or at the next safe moment. ' +
              'Change no setting of a phone before a specialist has looked: a change can be noticed.',
            screen: 'stalking',
          },
        },
        {
          id: '9',
          theme: 'Pregnancy or a baby',
          question: 'Are you pregnant, or have you had a baby in the last 18 months?',
          scale: 'yes_no',
          ground: 'pregnancy',
          followUp: {
            says:
              'Ask who looks after them in the pregnancy or with the baby, and whether it is safe to ' +
              'involve that midwife or health visitor. Think about a referral to children’s services.',
          },
        },
      ],
    },
    {
      heading: 'How it is changing',
      items: [
        {
          id: '10',
          theme: 'More often',
          question: 'Does it happen more often than before?',
          scale: 'yes_no',
          ground: 'escalation',
        },
        {
          id: '11',
          theme: 'Getting worse',
          question: 'Is it getting worse?',
          scale: 'yes_no',
          ground: 'escalation',
        },
        {
          id: '12',
          theme: 'Control, extreme jealousy',
          question: 'Do they try to control what you do, or are they extremely jealous?',
          help: 'Whom they see, where they go, what they wear, money, food, sleep, medicine, phone.',
          scale: 'yes_no',
          ground: 'control',
          followUp: { says: `Control is a crime in itself (Serious Crime Act 2015 s.76). ${cluster}` },
        },
      ],
    },
    {
      heading: 'Violence and threats',
      items: [
        {
          id: '13',
          theme: 'Weapon or object used',
          question: 'Have they ever used a weapon, or some object, to hurt or frighten you?',
          scale: 'yes_no',
          ground: 'weapon',
          followUp: {
            says:
              'Ask what it was and whether they can still get at it. Tell the police of any firearm, held ' +
              'with or without a licence, and everybody who visits the home of any weapon.',
          },
        },
        {
          id: '14',
          theme: 'Credible threat to kill',
          question: 'Have they ever threatened to kill you or somebody else, so that you believed it?',
          scale: 'yes_no',
          ground: 'threat_to_kill',
          followUp: {
            says:
              'Take it as meant. Note whom they threatened, how and when. If it is recent, speak with the ' +
              'police today about what would keep everybody safe.',
          },
        },
        {
          id: '15',
          theme: 'Strangulation, suffocation, drowning',
          question: 'Have they ever held your neck, or tried to choke, smother or drown you?',
          help: 'With hands, an arm, a cord, a pillow, water; even once, even briefly, even if it left no mark.',
          scale: 'yes_no',
          ground: 'strangulation',
          followUp: {
            says:
              'Offer medical help today, however long ago and with or without marks: harm can ' +
              'show days later. It is a crime in itself (Serious Crime Act 2015 s.75A) and a ' +
              'strong sign of danger to life.',
          },
        },
        {
          id: '16',
          theme: 'Sexual harm or degradation',
          question: 'Do they do or say sexual things that hurt you, shame you or that you do not want?',
          scale: 'yes_no',
          ground: 'sexual',
          followUp: {
            says:
              'They need not say more. Offer a sexual assault referral centre and an independent sexual ' +
              'violence adviser (Isva); neither asks for a report to the police.',
          },
        },
      ],
    },
    {
      heading: 'Other people, and animals',
      items: [
        {
          id: '17',
          theme: 'Others threatening or feared',
          question: 'Does anybody else threaten you, or are you afraid of anybody else?',
          help: 'Relatives, in-laws, friends of theirs, a community, a gang.',
          scale: 'yes_no',
          ground: 'honour_based',
          followUp: {
            says:
              'If family or community is involved, go on with the screen for so-called ' +
              'honour-based abuse. Contact no relative, and let no relative or neighbour ' +
              'interpret: there may be one chance.',
            screen: 'honour-based',
          },
        },
        {
          id: '18',
          theme: 'Harm to others',
          question: 'Have they hurt anybody else: children, somebody they were with before, relatives?',
          scale: 'yes_no',
          ground: 'children',
          followUp: {
            says:
              'If a child was or may be hurt, refer to children’s services the same day. Consent is not ' +
              'needed for that; tell the person where telling is safe.',
          },
        },
        {
          id: '19',
          theme: 'Harm to animals',
          question: 'Have they ever hurt an animal, or threatened to?',
          help: 'Some people stay because of a pet: fostering schemes exist.',
          scale: 'yes_no',
        },
      ],
    },
    {
      heading: 'Money, health and the law',
      items: [
        {
          id: '20',
          theme: 'Money',
          question: 'Is money a problem: do you depend on them for it, are there debts, has work been lost?',
          help: 'Also who is named on the tenancy, the bills and the benefits.',
          scale: 'yes_no',
        },
        {
          id: '21',
          theme: 'Their drinking, drugs or mental health',
          question: 'In the last year, has their drinking, drug use or mental health caused trouble?',
          scale: 'yes_no',
        },
        {
          id: '22',
          theme: 'Their threat of suicide',
          question: 'Have they ever threatened, or tried, to end their own life?',
          scale: 'yes_no',
          ground: 'their_suicide',
          followUp: {
            says:
              'Somebody who speaks of ending their own life may also mean to end others’. If it is ' +
              'happening now, ring 999. Plan for the moment when they learn of any step that is taken.',
          },
        },
        {
          id: '23',
          theme: 'Broken bail, order or agreement',
          question: 'Have they ever broken bail, a court order or an agreement about seeing the children?',
          help: 'Note which one, when, and whether it was reported.',
          scale: 'yes_no',
        },
        {
          id: '24',
          theme: 'Police and criminal history',
          question: 'As far as you know, have they been in trouble with the police, or in prison?',
          help: 'For abuse or for anything else. Say so if this comes from an agency.',
          scale: 'yes_no',
        },
      ],
    },
  ],
};
