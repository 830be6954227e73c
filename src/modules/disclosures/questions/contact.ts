import { contactChannels, dangerAnswers } from '../lists.ts';
import { aLine, anAnswer, oneOfThem, someWords } from './kinds.ts';
import type { Question } from './question.ts';

const sayWhether = 'Say whether anybody is in danger right now';
const inDanger = {
  label: 'Is anybody in danger right now?',
  hint:
    'A threat now, the other person there, a weapon, strangulation, a threat to kill, a child at ' +
    'risk, or thoughts of suicide',
  required: sayWhether,
} as const;
const whatWasDone = {
  label: 'What was done',
  hint: 'Called 999 at 10:42, stayed on the line, police reference …',
} as const;

/** Danger, and a safe way back to the person: what is asked first. */
export const contactQuestions = {
  immediateDanger: {
    column: 'immediate_danger',
    kind: oneOfThem(dangerAnswers, 'not_known', 'radios'),
    label: 'Immediate danger',
    section: 'danger',
    goes: 'told',
    asks: {
      disclosure: inDanger,
      concern: inDanger,
      help: { label: 'Is anybody in danger right now?', hint: 'If so, please call 999 first' },
    },
    evenEmpty: true,
  },
  dangerResponse: {
    column: 'danger_response',
    kind: someWords(),
    label: 'What was done',
    section: 'danger',
    goes: { entry: 'About the danger' },
    asks: { disclosure: whatWasDone, concern: whatWasDone },
  },
  safeToContact: {
    column: 'safe_to_contact',
    kind: anAnswer,
    label: 'Is there a safe way?',
    section: 'contact',
    goes: 'told',
    asks: {
      disclosure: { label: 'Is there a safe way to reach the person?' },
      help: { label: 'Is it safe for us to contact you?' },
    },
    evenEmpty: true,
  },
  contactChannel: {
    column: 'contact_channel',
    kind: oneOfThem(contactChannels, ''),
    label: 'How',
    section: 'contact',
    goes: 'told',
    asks: { disclosure: { label: 'How' }, help: { label: 'How', drawn: 'radios' } },
  },
  contactValue: {
    column: 'contact_value',
    kind: aLine(),
    label: 'Number, address or place',
    section: 'contact',
    goes: {
      elsewhere: 'It stands in what is agreed about contact, and is kept back outside of that.',
    },
    asks: {
      disclosure: { label: 'Number, address or place' },
      help: { label: 'Number, address or place', hint: 'We use it for this and for nothing else' },
    },
    keptBack: 'until-open',
  },
  contactTimes: {
    column: 'contact_times',
    kind: aLine(),
    label: 'When',
    section: 'contact',
    goes: 'told',
    asks: {
      disclosure: { label: 'When', hint: 'Days and times that are safe' },
      help: { label: 'When', hint: 'Days and times that are safe' },
    },
  },
  whoCanHear: {
    column: 'who_can_hear',
    kind: aLine(500),
    label: 'Who else can hear, see or answer',
    section: 'contact',
    goes: 'told',
    asks: {
      disclosure: { label: 'Who else can hear, see or answer?', hint: 'Now, and on that phone or account' },
      help: { label: 'Who might see or answer?', field: 'who_might_see' },
    },
  },
  contactDoNot: {
    column: 'contact_do_not',
    kind: aLine(500),
    label: 'What we must not do',
    section: 'contact',
    goes: 'told',
    asks: {
      disclosure: {
        label: 'What must we not do?',
        hint: 'No voicemail, no letters, never before 18:00 …',
      },
    },
  },
} as const satisfies Readonly<Record<string, Question>>;
