import { z } from 'zod';
import { choice, words } from '#kit/forms.ts';
import { type OutcomeAnswers, outcomeQuestionNames, outcomeQuestions } from '../outcomes.ts';

const answers = Object.fromEntries(
  outcomeQuestionNames.map((name) => [
    name,
    choice(
      outcomeQuestions[name].answers.map(({ value }) => value),
      'Choose an answer; “Not asked” is one',
    ),
  ]),
);

export const outcomeForm = z.object({ ...answers, words: words(4_000) }) as unknown as z.ZodType<
  OutcomeAnswers & { readonly words: string }
>;
