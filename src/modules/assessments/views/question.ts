import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { type FormState, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { type Answered, givenLabel, givenOn } from '../assessment.ts';
import { answerFields } from '../forms/answers-form.ts';
import { newestOf } from '../instruments/catalogue.ts';
import type { FollowUp, Item } from '../instruments/instrument.ts';

export interface Asking {
  readonly form: FormState;
  /** `victim` or `survivor`. */
  readonly person: string;
  /** What was answered the last time that this was asked. */
  readonly before: Answered | undefined;
}

/** One question with its answers, room for what is said about it, and what a yes calls for. */
export function question(item: Item, { form, person, before }: Asking): Html {
  const { id, followUp } = item;
  return html`<div class="lintel-question" id="item-${id}">${radios({
    ...kept(form, answerFields.answer(id)),
    fieldset: {
      legend: {
        html: html`<span class="lintel-question__number">${numberIn(id)}</span> ${item.question}`,
        classes: 'govuk-fieldset__legend--s',
      },
    },
    hint: hintOf(item, before),
    classes: 'govuk-radios--inline',
    items: givenOn[item.scale].map(({ value, label }) => ({ value, text: label })),
  })}${followUp && prompt(id, followUp)}${more(item, form, person)}</div>`;
}

/** Grades have names, not numbers: of these the theme says more. */
function numberIn(id: string): string {
  return /\d$/.test(id) ? `${id}.` : '';
}

function hintOf({ help }: Item, before: Answered | undefined) {
  const last =
    before && before.answer !== 'not_asked' && `Last time: ${givenLabel(before.answer).toLowerCase()}.`;
  const text = [help, last].filter(Boolean).join(' ');
  return text ? { text } : undefined;
}

/** Shown once the answer is yes, with or without JavaScript; it weighs nothing in the score. */
function prompt(id: string, { says, screen }: FollowUp): Html {
  return html`<div class="lintel-question__prompt"><p class="govuk-body">${says}</p>${
    screen &&
    button({
      text: `Save, and begin: ${newestOf(screen).name}`,
      name: '_go',
      value: `screen-${screen}`,
      id: `screen-${id}`,
      classes: 'govuk-button--secondary',
    })
  }</div>`;
}

function more({ id, theme }: Item, form: FormState, person: string): Html {
  const note = kept(form, answerFields.note(id));
  const source = kept(form, answerFields.source(id));
  return details({
    summaryHtml: html`Add words, or another source<span class="govuk-visually-hidden">: ${theme}</span>`,
    open: [note, source].some(({ value, errorMessage }) => Boolean(value || errorMessage)),
    html: html`${textarea({
      ...note,
      label: { text: 'What they said, or what you saw', classes: 'govuk-label--s' },
      rows: 3,
    })}${input({
      ...source,
      label: { text: `Who said so, if not the ${person}`, classes: 'govuk-label--s' },
      hint: { text: 'The agency, and the person by name' },
      autocomplete: 'off',
    })}`,
  });
}
