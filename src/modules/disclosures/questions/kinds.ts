import { z } from 'zod';
import { choices as anyOfThem, choice, line, optionalChoice, requiredWords, words } from '#kit/forms.ts';
import { type Choice, labelOf, valuesOf } from '#rules/words.ts';
import { type Answered, answerLabel, answers } from '../lists.ts';

/** How a question looks on a page. */
export type Drawn = 'line' | 'words' | 'radios' | 'list' | 'answer' | 'boxes';

/** What a form says of an answer before it is taken. */
export interface Demanded {
  /** What is said where there is none; left out where it may stay empty. */
  readonly required?: string;
  /** The longest answer, in characters. */
  readonly most?: number;
}

/** What an answer is: how it is asked, read from a form, kept in a row, and said again. */
export interface Kind<V> {
  readonly drawn: Drawn;
  readonly choices: readonly Choice[];
  /** The answer of somebody who was not asked, or did not say. */
  readonly empty: V;
  schema(demanded: Demanded): z.ZodType<V>;
  /** As the table holds it. */
  readonly row: z.ZodType<V>;
  /** In words, for a page or a chronology. */
  says(answer: V): string;
}

const text = { choices: [], empty: '', row: z.string(), says: (answer: string) => answer } as const;

/** A line, of 200 characters unless said otherwise. */
export function aLine(longest = 200): Kind<string> {
  return { ...text, drawn: 'line', schema: ({ most = longest }) => line(most) };
}

/** Somebody's words, kept exactly. */
export function someWords(longest = 4_000): Kind<string> {
  return {
    ...text,
    drawn: 'words',
    schema: ({ required, most = longest }) => (required ? requiredWords(required, most) : words(most)),
  };
}

/** Yes, no, not known, or not asked yet. */
export const anAnswer: Kind<Answered> = {
  drawn: 'answer',
  choices: answers,
  empty: 'not_asked',
  row: listed<Answered>(),
  schema: () => optionalChoice(valuesOf(answers), 'not_asked'),
  says: answerLabel,
};

/** @param empty what is kept where nothing was chosen */
export function oneOfThem<T extends string, E extends string>(
  choices: readonly Choice<T>[],
  empty: E,
  drawn: 'radios' | 'list' = 'list',
): Kind<T | E> {
  return {
    drawn,
    choices,
    empty,
    row: listed<T | E>(),
    schema: ({ required }) =>
      required ? choice(valuesOf(choices), required) : optionalChoice(valuesOf(choices), empty),
    says: (answer) => (answer === '' ? '' : labelOf(choices, answer)),
  };
}

/** Any of them, or none. */
export function someOfThem<T extends string>(choices: readonly Choice<T>[]): Kind<readonly T[]> {
  return {
    drawn: 'boxes',
    choices,
    empty: [],
    row: z.array(z.string()) as unknown as z.ZodType<readonly T[]>,
    schema: () => anyOfThem(valuesOf(choices)),
    says: (chosen) => chosen.map((each) => labelOf(choices, each)).join('; '),
  };
}

/** Checked where it was written, by the forms and by the table itself. */
function listed<T extends string>(): z.ZodType<T> {
  return z.string() as unknown as z.ZodType<T>;
}
