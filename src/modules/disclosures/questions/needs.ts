import type { Choice } from '#rules/words.ts';
import { anAnswer, someOfThem, someWords } from './kinds.ts';
import type { Question } from './question.ts';

const referredToday: readonly Choice<'child' | 'adult'>[] = [
  { value: 'child', label: 'Of a child' },
  { value: 'adult', label: 'Of an adult who needs care or support' },
];

/** Children, needs and wishes. */
export const needQuestions = {
  children: {
    column: 'children',
    kind: anAnswer,
    label: 'Children',
    section: 'needs',
    goes: 'told',
    asks: {
      disclosure: { label: 'Are there children?' },
      concern: { label: 'Are there children?' },
      help: { label: 'Are there children?' },
      triage: { label: 'Are there children?' },
    },
    evenEmpty: true,
  },
  childrenDetails: {
    column: 'children_details',
    kind: someWords(),
    label: 'About the children',
    section: 'needs',
    goes: 'told',
    asks: {
      disclosure: {
        label: 'Anything else about the children',
        hint: 'Where they are now, who looks after them. More of them, one a line: “Mia, 7, St Mary’s”',
      },
    },
  },
  safeguardingToday: {
    column: 'safeguarding_today',
    kind: someOfThem(referredToday),
    label: 'A safeguarding referral is made today',
    section: 'needs',
    goes: 'told',
    asks: {
      disclosure: {
        label: 'Is a safeguarding referral made today?',
        hint: 'It is owed until we know to whom, how and when. Leave empty if somebody else decides',
      },
    },
  },
  pregnant: {
    column: 'pregnant',
    kind: anAnswer,
    label: 'Pregnant',
    section: 'needs',
    goes: 'told',
    asks: { disclosure: { label: 'Is anybody pregnant?' } },
  },
  accessNeeds: {
    column: 'access_needs',
    kind: someWords(),
    label: 'What they need from us',
    section: 'needs',
    goes: 'told',
    asks: {
      disclosure: {
        label: 'What they need from us',
        hint: 'Language, interpreter, hearing, reading, a colleague of the same gender',
      },
      help: {
        label: 'What you need from us',
        hint: 'A language, an interpreter, a woman or a man to talk to, anything else',
        most: 2_000,
      },
    },
  },
  viewsOnSharing: {
    column: 'views_on_sharing',
    kind: someWords(),
    label: 'Whom we may tell',
    section: 'needs',
    goes: 'told',
    asks: { disclosure: { label: 'Whom may we tell?', hint: 'And whom not' } },
  },
  promised: {
    column: 'promised',
    kind: someWords(),
    label: 'What was promised',
    section: 'needs',
    goes: { entry: 'What was promised' },
    asks: { disclosure: { label: 'What did you promise?', hint: 'Only what we can keep' } },
  },
} as const satisfies Readonly<Record<string, Question>>;
