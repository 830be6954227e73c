import { accountQuestions } from './account.ts';
import { contactQuestions } from './contact.ts';
import type { Kind } from './kinds.ts';
import { needQuestions } from './needs.ts';
import type { FormName, Question } from './question.ts';
import { sourceQuestions } from './source.ts';

/**
 * Every question of a disclosure, in the order in which they are read. A new one is its declaration here, its column
 * in a migration, and the line of each page that asks it.
 */
export const questions = {
  ...contactQuestions,
  ...accountQuestions,
  ...needQuestions,
  ...sourceQuestions,
};
type Questions = typeof questions;
export type QuestionName = keyof Questions;

/** The answer to each of them. */
export type Answers = {
  readonly [N in QuestionName]: Questions[N]['kind'] extends Kind<infer V> ? V : never;
};

export type QuestionsOf<F extends FormName> = {
  [N in QuestionName]: F extends keyof Questions[N]['asks'] ? N : never;
}[QuestionName];

export const questionNames = Object.keys(questions) as readonly QuestionName[];

/** A question, whatever its answer is. */
export function question(name: QuestionName): Question {
  return questions[name];
}

/** What every form asks for, or knows by itself. */
type AlwaysKnown = 'route' | 'toldBy' | 'verbatim' | 'immediateDanger';
const alwaysKnown: readonly QuestionName[] = ['route', 'toldBy', 'verbatim', 'immediateDanger'];

/** The answers of somebody who said nothing else. */
export const nothingAnswered = Object.fromEntries(
  questionNames
    .filter((name) => !alwaysKnown.includes(name))
    .map((name) => [name, question(name).kind.empty]),
) as unknown as Omit<Answers, AlwaysKnown>;

/** Every answer in words, as far as somebody gave one. */
export function saidOf(answers: Answers, name: QuestionName): string {
  const { kind } = question(name);
  const answer: unknown = answers[name];
  return isEmpty(answer, kind.empty) ? '' : kind.says(answer);
}

function isEmpty(answer: unknown, empty: unknown): boolean {
  return Array.isArray(answer) ? answer.length === 0 : answer === empty;
}
