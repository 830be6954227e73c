import { checkboxes } from '#kit/components/checkboxes.ts';
import { type FormState, kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import type { Choice } from '#rules/words.ts';

/** A question as a page asks it. */
export interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
}

interface AskedOf extends Asked {
  readonly choices: readonly Choice[];
  /** Shown only while that answer is chosen; always without JavaScript. */
  readonly reveals?: Readonly<Record<string, Html | undefined>>;
  readonly classes?: string;
  readonly legendClasses?: string;
  /** What is chosen where nothing was typed. */
  readonly preset?: string;
}

export function lineField(form: FormState, { name, label, hint }: Asked): Html {
  return input({
    label: { text: label, classes: 'govuk-label--s' },
    hint: hint === undefined ? undefined : { text: hint },
    autocomplete: 'off',
    ...kept(form, name),
  });
}

export function wordsField(form: FormState, { name, label, hint }: Asked, rows = 3): Html {
  return textarea({
    label: { text: label, classes: 'govuk-label--s' },
    hint: hint === undefined ? undefined : { text: hint },
    rows,
    ...kept(form, name),
  });
}

export function oneOf(
  form: FormState,
  { name, label, hint, choices, reveals, classes, legendClasses, preset }: AskedOf,
): Html {
  const state = kept(form, name);
  return radios({
    fieldset: { legend: { text: label, classes: legendClasses ?? 'govuk-fieldset__legend--s' } },
    hint: hint === undefined ? undefined : { text: hint },
    classes: classes ?? 'govuk-radios--small',
    items: choices.map((choice) => itemOf(choice, reveals)),
    ...state,
    value: state.value || preset,
  });
}

/** Yes, no, not known, side by side; none of them is chosen beforehand. */
export function answerField(form: FormState, asked: Asked, choices: readonly Choice[]): Html {
  return oneOf(form, { ...asked, choices, classes: 'govuk-radios--inline govuk-radios--small' });
}

export function anyOf(
  form: FormState,
  { name, label, hint, choices, classes }: Omit<AskedOf, 'reveals'>,
): Html {
  return checkboxes({
    fieldset: { legend: { text: label, classes: 'govuk-fieldset__legend--s' } },
    hint: hint === undefined ? undefined : { text: hint },
    classes: classes ?? 'govuk-checkboxes--small',
    items: choices.map((choice) => itemOf(choice, undefined)),
    ...keptChoices(form, name),
  });
}

export function selectField(
  form: FormState,
  { name, label, hint, choices, preset }: Omit<AskedOf, 'reveals'>,
  nothing: string,
): Html {
  const state = kept(form, name);
  return select({
    label: { text: label, classes: 'govuk-label--s' },
    hint: hint === undefined ? undefined : { text: hint },
    items: [{ value: '', text: nothing }, ...choices.map(({ value, label: text }) => ({ value, text }))],
    ...state,
    value: state.value || preset || '',
  });
}

/** Short questions beside one another where there is room, in the order in which they are asked. */
export function beside(...questions: readonly (Html | undefined)[]): Html {
  return html`<div class="lintel-beside">${questions.map((question) => html`<div>${question}</div>`)}</div>`;
}

function itemOf(choice: Choice, reveals: AskedOf['reveals']) {
  const revealed = reveals?.[choice.value];
  return {
    value: choice.value,
    text: choice.label,
    hint: choice.hint === undefined ? undefined : { text: choice.hint },
    conditional: revealed && { html: revealed },
  };
}
