import type { z } from 'zod';
import { type Answers, type QuestionsOf, question, questionNames } from './all.ts';
import type { Asked, FormName } from './question.ts';

/** The questions of a form, with how it asks them. */
export function asked<F extends FormName>(
  form: F,
): readonly { readonly name: QuestionsOf<F>; readonly field: string; readonly asks: Asked }[] {
  return questionNames.flatMap((name) => {
    const { column, asks } = question(name);
    const here = asks[form];
    return here ? [{ name: name as QuestionsOf<F>, field: here.field ?? column, asks: here }] : [];
  });
}

/** The fields of a form, for its schema. Its type knows only that they are there; `answersIn` reads them. */
export function fieldsFor(form: FormName): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(
    asked(form).map(({ name, field, asks }) => [field, question(name).kind.schema(asks)]),
  );
}

/** The answers that a form took, once its schema has read them. What it did not ask is not among them. */
export function answersIn<F extends FormName>(
  form: F,
  read: Readonly<Record<string, unknown>>,
): Pick<Answers, QuestionsOf<F>> {
  const answers = asked(form).map(({ name, field }) => [name, read[field]]);
  return Object.fromEntries(answers) as Pick<Answers, QuestionsOf<F>>;
}
