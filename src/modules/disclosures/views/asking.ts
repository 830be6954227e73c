import type { FormState } from '#kit/components/form-state.ts';
import type { Html } from '#kit/html.ts';
import type { Words } from '#rules/pack.ts';
import { type QuestionsOf, question } from '../questions/all.ts';
import { asked } from '../questions/form.ts';
import { type FormName, inWords } from '../questions/question.ts';
import { answerField, anyOf, lineField, oneOf, selectField, wordsField } from './fields.ts';

/** What only the page decides: how large, and what is shown once an answer is chosen. */
export interface Look {
  readonly rows?: number;
  readonly classes?: string;
  readonly legendClasses?: string;
  readonly reveals?: Readonly<Record<string, Html | undefined>>;
}

/** Places a question of this form by its name; what it says and how it is answered stand in its declaration. */
export type Asking<F extends FormName> = (name: QuestionsOf<F>, look?: Look) => Html;

export function askingOf<F extends FormName>(form: F, state: FormState, words: Words): Asking<F> {
  const byName = new Map(asked(form).map((each) => [each.name, each]));
  return (name, look = {}) => {
    const found = byName.get(name);
    if (!found) throw new Error(`The form does not ask ${name}`);
    const { kind } = question(name);
    const { label, hint, drawn = kind.drawn, nothing = 'Choose' } = found.asks;
    const { choices } = kind;
    const { rows, ...looks } = look;
    const one = { name: found.field, label: inWords(label, words), hint };
    switch (drawn) {
      case 'line':
        return lineField(state, one);
      case 'words':
        return wordsField(state, one, rows);
      case 'answer':
        return answerField(state, one, choices);
      case 'radios':
        return oneOf(state, { ...one, choices, ...looks });
      case 'boxes':
        return anyOf(state, { ...one, choices, ...looks });
      case 'list':
        return selectField(state, { ...one, choices }, nothing);
    }
  };
}

/** Whether somebody began to answer one of these: then what folds them away stands open. */
export function begunIn<F extends FormName>(
  form: F,
  state: FormState,
  names: readonly QuestionsOf<F>[],
): boolean {
  return asked(form)
    .filter(({ name }) => names.includes(name))
    .some(({ field }) => (state.values[field]?.length ?? 0) > 0);
}
