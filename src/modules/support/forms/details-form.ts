import { z } from 'zod';
import { type Form, optionalChoice, words } from '#kit/forms.ts';
import { offerKinds } from '../kinds.ts';
import { type Answered, type Question, yesNo } from '../questions.ts';

const yesOrNo = optionalChoice(
  yesNo.map(({ value }) => value),
  '',
);
const number = words(4).refine(
  (text) => /^\s*(?:[1-9][0-9]{0,2})?\s*$/.test(text),
  'Enter a number such as 3, or leave it empty',
);

const fieldOf: Readonly<Record<Question['asks'], z.ZodType<string>>> = {
  words: words(2_000),
  whole: number,
  'yes-no': yesOrNo,
};

/** One form for each kind that asks something, built as this is loaded. */
const forms: ReadonlyMap<string, Form<Answered>> = new Map(
  offerKinds.flatMap((kind) => {
    const asks: Readonly<Record<string, Question>> = 'asks' in kind ? (kind.asks ?? {}) : {};
    const fields = Object.entries(asks).map(([name, question]) => [name, fieldOf[question.asks]]);
    return fields.length === 0
      ? []
      : [[kind.value, z.object(Object.fromEntries(fields)) as unknown as Form<Answered>] as const];
  }),
);

const nothing = z.object({}) as unknown as Form<Answered>;

export function detailsForm(kind: string): Form<Answered> {
  return forms.get(kind) ?? nothing;
}
