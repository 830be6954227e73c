import { z } from 'zod';
import { choice, formGiven, offered, onList } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import type { Choice } from '#rules/words.ts';
import { valuesOf } from '#rules/words.ts';

export const programmeAnswers = [
  { value: 'may_go', label: 'It may go, as they see it and we do' },
  { value: 'not_now', label: 'Not now', hint: 'Also where nobody knows' },
] as const satisfies readonly Choice[];
export type ProgrammeAnswer = (typeof programmeAnswers)[number]['value'];

export const programmeAsked = [
  { value: 'asked', label: 'Yes' },
  { value: 'not_asked', label: 'No, or it would not be safe to ask', hint: 'Then the answer is not now' },
] as const satisfies readonly Choice[];
export type ProgrammeAsked = (typeof programmeAsked)[number]['value'];

/** Whether anybody may put a programme to whoever is feared: whoever was not asked has not said that it is safe. */
export const programmeSafetyForm = formGiven(
  z
    .object({
      aboutId: offered<string>('Choose about whom'),
      asked: choice(valuesOf(programmeAsked), 'Say whether the person was asked'),
      answer: choice(valuesOf(programmeAnswers), 'Say whether it may go'),
      words: reason('Say what they said, or why nobody asked', 4_000),
    })
    .refine(({ asked, answer }) => answer === 'not_now' || asked === 'asked', {
      path: ['answer'],
      message: 'They were not asked, so it is not now',
    }),
  (typed, feared: readonly string[]) => ({ ...typed, aboutId: onList(feared, typed, 'aboutId') }),
);
