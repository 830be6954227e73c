import type { FormState } from '#kit/components/form-state.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { tag } from '#kit/components/tag.ts';
import { textarea } from '#kit/components/textarea.ts';
import type { Html } from '#kit/html.ts';
import { type CaseModel, caseHead, items } from '#modules/case-file/pure.ts';
import { type Choice, labelOf } from '#rules/words.ts';
import { type MoveState, states } from '../course.ts';
import { byLetting, moveKinds } from '../kinds.ts';
import type { Move } from '../store/rows.ts';

export const movesHead = (model: CaseModel, heading: string, actions?: Html) =>
  caseHead(model, 'Moves', heading, actions);

export function kindInWords({ kind }: Pick<Move, 'kind'>): string {
  return labelOf([...moveKinds, byLetting], kind);
}

export function isByLetting({ kind }: Pick<Move, 'kind'>): boolean {
  return kind === byLetting.value;
}

const colours: Partial<Readonly<Record<MoveState, string>>> = {
  moved: 'govuk-tag--green',
  not_wanted: 'govuk-tag--grey',
  ended: 'govuk-tag--red',
  not_taken_on: 'govuk-tag--yellow',
};

/** That they moved in as a new customer is what was agreed, and nobody has seen it. */
export function stateTag(state: MoveState, move: Pick<Move, 'kind'>): Html {
  if (state === 'moved' && isByLetting(move))
    return tag({ text: 'Moved, by the letting', classes: 'govuk-tag--blue' });
  return tag({ text: states[state], classes: colours[state] ?? 'govuk-tag--blue' });
}

export const asked = (
  form: FormState,
  name: string,
  text: string,
  choices: readonly Choice[],
  hint?: string,
) =>
  radios({
    ...kept(form, name),
    fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
    ...(hint !== undefined && { hint: { text: hint } }),
    classes: 'govuk-radios--small',
    items: items(choices),
  });

export const inWords = (form: FormState, name: string, label: string, hint?: string) =>
  textarea({
    ...kept(form, name),
    label: { text: label, classes: 'govuk-label--s' },
    ...(hint !== undefined && { hint: { text: hint } }),
    rows: 3,
  });

export const inALine = (form: FormState, name: string, label: string, hint?: string) =>
  input({
    ...kept(form, name),
    label: { text: label, classes: 'govuk-label--s' },
    ...(hint !== undefined && { hint: { text: hint } }),
    autocomplete: 'off',
  });
