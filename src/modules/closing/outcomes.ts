import type { Choice } from '#rules/words.ts';

const notAsked = { value: 'not_asked', label: 'Not asked', hint: 'Not safe, or not the moment' } as const;
const notSaid = { value: 'not_said', label: 'They would rather not say' } as const;
const yesNo = [{ value: 'yes', label: 'Yes' }, { value: 'no', label: 'No' }, notSaid, notAsked] as const;

/**
 * What became of it, as the person sees it and as we know it (domain §13). To have left somebody is no outcome here,
 * and to have stayed is no failure (L2.7i).
 */
export const outcomeQuestions = {
  safer: {
    asks: 'Do they feel safer than at the beginning?',
    answers: [
      { value: 'safer', label: 'Safer' },
      { value: 'same', label: 'About the same' },
      { value: 'less_safe', label: 'Less safe' },
      notSaid,
      notAsked,
    ],
  },
  believed: { asks: 'Did they feel believed?', answers: yesNo },
  knows_rights: { asks: 'Do they know their rights and options better than before?', answers: yesNo },
  wished: {
    asks: 'What did they want about their home?',
    answers: [
      { value: 'stay', label: 'To stay, safely' },
      { value: 'move', label: 'To move' },
      { value: 'undecided', label: 'They had not decided' },
      notSaid,
      notAsked,
    ],
  },
  housing: {
    asks: 'What happened about their home?',
    answers: [
      { value: 'stayed', label: 'They stayed' },
      { value: 'moved', label: 'They moved' },
      { value: 'waiting', label: 'They are waiting to move' },
      { value: 'not_known', label: 'Not known' },
    ],
  },
  tenure_kept: {
    asks: 'If they moved: do they have the same kind of tenancy as before?',
    answers: [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
      { value: 'not_applicable', label: 'They did not move' },
      { value: 'not_known', label: 'Not known' },
    ],
  },
  support: {
    asks: 'Did they take up support from a specialist service?',
    answers: [
      { value: 'accepted', label: 'Yes' },
      { value: 'declined', label: 'They were offered it and did not want it' },
      { value: 'not_offered', label: 'None was offered' },
      { value: 'not_known', label: 'Not known' },
    ],
  },
} as const satisfies Record<string, { readonly asks: string; readonly answers: readonly Choice[] }>;

export type OutcomeQuestion = keyof typeof outcomeQuestions;
export const outcomeQuestionNames = Object.keys(outcomeQuestions) as readonly OutcomeQuestion[];

/** Before anybody was asked anything. */
export const nothingAsked: OutcomeAnswers = {
  safer: 'not_asked',
  believed: 'not_asked',
  knows_rights: 'not_asked',
  wished: 'not_asked',
  housing: 'not_known',
  tenure_kept: 'not_known',
  support: 'not_known',
};

export type OutcomeAnswers = {
  readonly [Q in OutcomeQuestion]: (typeof outcomeQuestions)[Q]['answers'][number]['value'];
};
