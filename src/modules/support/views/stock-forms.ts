import { dayInput } from '#kit/components/day-input.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { items } from '#modules/case-file/pure.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import type { Choice } from '#rules/words.ts';
import type { StockItem } from '../store/stock.ts';
import { itemFacts, stockStepInWords } from './stock.ts';

const inColumn = (model: FormModel, heading: string, above: Html, action: string, fields: Html): Html =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(model)}
<h1 class="govuk-heading-l">${heading}</h1>${above}${formItself(model, action, fields)}</div></div>`;

export function newItemPage(model: FormModel, kinds: readonly Choice[]): Html {
  const { form } = model;
  return inColumn(
    model,
    'Add to stock',
    html``,
    'Add it',
    html`${radios({
      ...kept(form, 'kind'),
      fieldset: { legend: { text: 'What is it?', classes: 'govuk-fieldset__legend--s' } },
      items: items(kinds),
    })}${input({
      ...kept(form, 'number'),
      label: { text: 'Its number', classes: 'govuk-label--s' },
      hint: {
        text: 'As it stands on it: up to two letters and a number, such as K-014. Nothing that says what it is for',
      },
      classes: 'govuk-input--width-10',
    })}${input({
      ...kept(form, 'about'),
      label: { text: 'Make and model', classes: 'govuk-label--s' },
      hint: { text: 'Never a telephone number: whoever has it would be known by it' },
    })}${dayInput(form, 'happened', { legend: 'Since when do we have it?' })}`,
  );
}

const yesNo = (no: string) => [
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: no },
];

export function checkPage(model: FormModel, item: StockItem, meanwhile: Html | null): Html {
  const { form } = model;
  const out = item.state === 'issued';
  const asked = (name: string, text: string, options: readonly { value: string; text: string }[]) =>
    radios({
      ...kept(form, name),
      fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
      classes: 'govuk-radios--small',
      items: options,
    });
  return inColumn(
    model,
    'Check it',
    html`${meanwhile ?? itemFacts(item)}${insetText({
      text: out
        ? 'It is with somebody: test it with them, in the way that they agreed to, and never by ringing it unannounced.'
        : 'It goes to somebody only where all of it is right. Look for accounts, numbers, pictures and hidden apps.',
    })}`,
    'Save',
    html`${asked('works', 'Does it work?', yesNo('No'))}${asked(
      'charged',
      'Is it charged, or has it a fresh battery?',
      yesNo('No'),
    )}${asked('emptied', 'Is it empty of everything of whoever had it before?', [
      ...yesNo('No, or nobody can tell'),
      ...(out ? [{ value: 'with_them', text: 'It is in use with them' }] : []),
    ])}${dayInput(form, 'happened', { legend: 'Checked on' })}${dayInput(form, 'test', {
      legend: 'Test it again on',
      hint: 'Within six months. After that day it goes to nobody before somebody has checked it',
    })}${textarea({
      ...kept(form, 'words'),
      label: { text: 'What is wrong, or was done', classes: 'govuk-label--s' },
      hint: { text: 'Of the thing alone: name nobody' },
      rows: 3,
    })}`,
  );
}

interface Moved {
  readonly heading: string;
  readonly says: string;
  readonly facts: Html;
}

export function itemMovePage(model: FormModel, { heading, says, facts }: Moved): Html {
  const { form } = model;
  return inColumn(
    model,
    heading,
    html`${facts}<p class="govuk-body">${says}</p>`,
    'Save',
    html`${dayInput(form, 'happened', { legend: 'On which day?' })}${textarea({
      ...kept(form, 'words'),
      label: { text: 'What happened, or why', classes: 'govuk-label--s' },
      hint: { text: 'Of the thing alone: name nobody' },
      rows: 3,
    })}`,
  );
}

/** The last of what became of it stays, struck through, with the reason. */
export function itemCorrectionPage(model: FormModel, item: StockItem): Html {
  const last = item.steps.findLast(({ struck, step }) => !struck && step !== 'added');
  return inColumn(
    model,
    'The last of it was recorded in error',
    html`${itemFacts(item)}${
      last
        ? insetText({ text: `${stockStepInWords(last)}, ${dayOfWeekInWords(last.happenedOn)}` })
        : html`<p class="govuk-body">Nothing of it can be corrected here.</p>`
    }`,
    'Strike it out',
    html`<input type="hidden" name="step" value="${last?.id ?? ''}">${textarea({
      ...kept(model.form, 'reason'),
      label: { text: 'What was wrong?', classes: 'govuk-label--s' },
      hint: { text: 'It stays to be read, struck through' },
      rows: 3,
    })}`,
  );
}
