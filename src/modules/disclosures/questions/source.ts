import { capitalised, type Route, routes, toldBy } from '#rules/words.ts';
import { aLine, anAnswer, oneOfThem } from './kinds.ts';
import type { Question } from './question.ts';

const involved = {
  label: 'Does this involve anyone who works for us?',
  hint: 'Somebody at risk, somebody said to have caused harm, a relative, neighbour or friend. You may name yourself',
  drawn: 'radios',
} as const;
const neverNamed = 'Whoever told us is never named outside the team.';

/** How we know, and from whom. */
export const sourceQuestions = {
  route: {
    column: 'route',
    // No form leaves it empty: it is asked and required, or known.
    kind: oneOfThem(routes, '' as Route, 'radios'),
    label: 'How it came in',
    section: 'source',
    goes: 'told',
    asks: { disclosure: { label: 'How were you told?', required: 'Choose how you were told' } },
  },
  toldBy: {
    column: 'told_by',
    kind: oneOfThem(toldBy, 'person'),
    label: 'Who told us',
    section: 'source',
    goes: { elsewhere: 'It is the source of the entries.' },
    asks: {
      disclosure: { label: 'Who told you?', nothing: 'The person themselves, if nothing is chosen' },
    },
    evenEmpty: true,
  },
  informantName: {
    column: 'informant_name',
    kind: aLine(),
    label: 'Who told us, never to be named',
    section: 'informant',
    goes: { elsewhere: neverNamed },
    asks: {
      disclosure: { label: 'Their name, if they give it' },
      help: { label: 'Your name', hint: 'Only if you want to give it' },
    },
  },
  informantContact: {
    column: 'informant_contact',
    kind: aLine(500),
    label: 'How to reach whoever told us',
    section: 'informant',
    goes: { elsewhere: neverNamed },
    asks: {
      disclosure: { label: 'How to reach them, if they wish', most: 200 },
      help: { label: 'How we can reach you', hint: 'Only if you want us to', most: 200 },
    },
    keptBack: 'until-asked-for',
  },
  informantKnown: {
    column: 'informant_known',
    kind: anAnswer,
    label: 'Does the person know that we were told?',
    section: 'informant',
    goes: 'told',
    asks: {
      disclosure: { label: ({ person }) => `${capitalised(person)} knows that they told us` },
      help: { label: 'Does the person know that you are telling us?' },
    },
  },
  staffInvolved: {
    column: 'staff_involved',
    kind: anAnswer,
    label: 'Does this involve anyone who works for us?',
    section: 'colleagues',
    goes: { elsewhere: 'Whoever is named is kept out by the wall of the case, and stands there.' },
    asks: { disclosure: involved, concern: involved },
    evenEmpty: true,
  },
} as const satisfies Readonly<Record<string, Question>>;
