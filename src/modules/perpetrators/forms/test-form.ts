import { z } from 'zod';
import { choice, formGiven, known, line, words } from '#kit/forms.ts';
import { reason } from '#kit/real-reason.ts';
import type { Verdict } from '#rules/facts.ts';
import {
  type SafetyAnswers,
  type SafetyQuestion,
  safetyQuestions,
  specialistAnswers,
} from '#rules/safety-test.ts';

const questions: readonly SafetyQuestion[] = safetyQuestions;
const answer = (question: SafetyQuestion) =>
  choice(
    question.answers.map(({ value }) => value),
    'Answer this, if only that it is not known',
  );

/** Every question, a specialist, and on what it rests; given whether it was stopped before, and who may test. */
export const testForm = formGiven(
  z
    .object({
      ...Object.fromEntries(questions.map((each) => [each.name, answer(each)])),
      specialist: choice(
        specialistAnswers.map(({ value }) => value),
        'Say what a specialist says, or that nobody was asked',
      ),
      specialistWho: line(300),
      words: reason('Write on what the answers rest, and what happens if it fails', 8_000),
      changed: words(4_000),
      stopped: known<boolean>(),
      may: known<Verdict>(),
    })
    .superRefine(({ specialist, specialistWho, stopped, changed, may }, check) => {
      const wrong = (path: string, message: string) =>
        check.addIssue({ code: 'custom', path: [path], message });
      if (specialist !== 'none' && specialistWho === '')
        wrong('specialistWho', 'Say who was asked, and when');
      if (stopped && changed.trim() === '')
        wrong('changed', 'It was stopped before. Say what has changed since');
      if (!may.allowed) wrong('worse', may.reason);
    })
    .transform(({ stopped: _, may: __, specialist, specialistWho, words: said, changed, ...answers }) => ({
      ...{ specialist, words: said, changed: changed.trim() },
      specialistWho: specialist === 'none' ? '' : specialistWho,
      answers: answers as SafetyAnswers,
    })),
  (typed, stopped: boolean, may: Verdict) => ({ ...typed, stopped, may }),
);
