import { abuseTypes, capitalised, connections, possessive } from '#rules/words.ts';
import { indicators } from '../indicators.ts';
import { ageBands, whenHappened, wheres } from '../lists.ts';
import { aLine, anAnswer, oneOfThem, someOfThem, someWords } from './kinds.ts';
import type { Question } from './question.ts';

/** The words as they were told, and whom and what they are about. */
export const accountQuestions = {
  verbatim: {
    column: 'verbatim',
    kind: someWords(20_000),
    label: 'In their own words',
    section: 'account',
    goes: 'account',
    asks: {
      disclosure: {
        label: 'In their own words',
        hint: 'As they say it. Nothing is summarised over it',
        required: 'Write down what was said',
      },
      concern: { label: 'What you saw or heard', hint: 'What happened, what was said, who was there' },
      help: {
        label: 'What is happening?',
        hint: 'In your own words, as much or as little as you like',
        required: 'Write a few words about what is happening',
        most: 10_000,
      },
    },
  },
  personName: {
    column: 'person_name',
    kind: aLine(),
    label: ({ person }) => capitalised(person),
    section: 'who',
    goes: 'told',
    asks: {
      disclosure: {
        label: ({ person }) => `Name of the ${person}`,
        hint: 'The name they want to be called',
      },
      concern: { label: 'Who you are worried about, if you know' },
      help: {
        label: 'The name of the person it is about',
        hint: 'Only if you want to give it. For yourself, whatever you want to be called',
      },
    },
  },
  personAge: {
    column: 'person_age',
    kind: oneOfThem(ageBands, 'not_known'),
    label: 'Age when it happened',
    section: 'who',
    goes: 'told',
    asks: {
      disclosure: { label: ({ person }) => `Age of the ${person} when it happened` },
      concern: { label: 'How old they seem', drawn: 'radios' },
      triage: { label: ({ person }) => `${capitalised(possessive(person))} age when it happened` },
    },
  },
  address: {
    column: 'address',
    kind: aLine(500),
    label: 'Where',
    section: 'who',
    goes: 'told',
    asks: {
      disclosure: { label: 'Where they live', hint: 'Or where it happened' },
      concern: {
        label: 'Or describe the place',
        hint: 'As much of the address as you know, a block, a street',
      },
      help: { label: 'Where', hint: 'An address or a place, if it is safe to say' },
    },
  },
  whereKnown: {
    column: 'where_known',
    kind: oneOfThem(wheres, 'not_asked', 'radios'),
    label: 'Is it known where?',
    section: 'who',
    goes: 'told',
    asks: { concern: { label: 'Where was it?' } },
  },
  allegedName: {
    column: 'alleged_name',
    kind: aLine(),
    label: 'Who is causing harm, as it was said',
    section: 'who',
    goes: 'told',
    asks: { disclosure: { label: 'Who is causing harm', hint: 'As they say it' } },
  },
  allegedAge: {
    column: 'alleged_age',
    kind: oneOfThem(ageBands, 'not_known'),
    label: 'Their age when it happened',
    section: 'who',
    goes: 'told',
    asks: {
      disclosure: { label: 'Age of the other person when it happened' },
      triage: { label: 'Age of the other person when it happened' },
    },
  },
  connection: {
    column: 'connection',
    kind: oneOfThem(connections, ''),
    label: 'How they are connected',
    section: 'who',
    goes: 'told',
    asks: {
      disclosure: { label: 'How are they connected?', hint: 'If they said. We help either way' },
      triage: { label: 'How they are connected' },
    },
  },
  happened: {
    column: 'happened',
    kind: oneOfThem(whenHappened, 'not_known'),
    label: 'When it happened',
    section: 'who',
    goes: 'told',
    asks: { disclosure: { label: 'When' }, triage: { label: 'When it happened' } },
  },
  abuseTypes: {
    column: 'abuse_types',
    kind: someOfThem(abuseTypes),
    label: 'Kind of abuse',
    section: 'who',
    goes: 'told',
    asks: { disclosure: { label: 'What kind of abuse' } },
  },
  honour: {
    column: 'honour',
    kind: anAnswer,
    label: 'Do relatives, a community or so-called honour play a part?',
    section: 'who',
    goes: 'told',
    asks: {
      disclosure: {
        label: 'Do relatives, a community or so-called honour play a part?',
        hint: 'Or a marriage that somebody does not want. Never contact the family',
      },
      help: {
        label: 'Are you afraid of relatives or a community, or of a marriage that you do not want?',
        hint: 'Or somebody you tell us about is. We never contact the family',
      },
      triage: {
        label: 'Do relatives, a community or so-called honour play a part?',
        hint: 'With any suggestion of it, answer yes: a specialist is asked. Never contact the family',
      },
    },
  },
  indicators: {
    column: 'indicators',
    kind: someOfThem(indicators),
    label: 'Noticed',
    section: 'who',
    goes: 'account',
    asks: { concern: { label: 'What did you notice?' } },
  },
} as const satisfies Readonly<Record<string, Question>>;
