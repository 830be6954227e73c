import { dayInput } from '#kit/components/day-input.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { type FormState, kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { select } from '#kit/components/select.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Helpline } from '../helplines.ts';
import { askingWith, type Moment } from './parts.ts';

interface Version extends Helpline {
  readonly version: number;
  readonly madeAt: Temporal.Instant;
  readonly madeBy: string | null;
  readonly endedAt: Temporal.Instant | null;
  readonly endedBy: string | null;
  readonly endedWhy: string;
}

export interface HelplineModel {
  /** The newest first. */
  readonly versions: readonly Version[];
  /** Null: it is off the list. */
  readonly current: (Helpline & { readonly line: string; readonly version: number }) | null;
  readonly places: number;
  readonly form: FormModel;
  readonly ending: FormModel;
  /** Somebody else saved first: what they saved is shown above what was typed. */
  readonly meanwhile: Html | null;
}

const plain = { classes: null } as const;

export function newHelplinePage(form: FormModel, places: number): Html {
  return askingWith(
    form,
    'Add a helpline',
    formItself(form, 'Put it on the list', fields(form.form, places), plain),
  );
}

export function helplinePage(model: HelplineModel, at: Moment): Html {
  const { versions, current, form, ending, meanwhile } = model;
  const [latest] = versions;
  const name = current?.name ?? latest?.name ?? '';
  const ended = latest?.endedAt && ` on ${at(latest.endedAt)}`;
  if (!current)
    return html`<h1 class="govuk-heading-l">${name}</h1>
<p class="govuk-body">It was taken off the list${ended}: ${latest?.endedWhy}</p>
${historyTable(versions, at)}`;
  const why = input({
    label: { text: 'Why?' },
    hint: { text: 'The line has closed, for example' },
    autocomplete: 'off',
    ...kept(ending.form, 'why'),
  });
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">
${aboveForm(form)}${aboveForm(ending)}<h1 class="govuk-heading-l">${name}</h1>
${meanwhile}
${formItself(form, meanwhile ? 'Save mine instead' : 'Save', fields(form.form, model.places), plain)}
<h2 class="govuk-heading-m">Take it off the list</h2>
${formItself(ending, 'Take it off the list', why, { classes: null, button: 'govuk-button--warning' })}</div></div>
${historyTable(versions, at)}`;
}

function fields(form: FormState, places: number): Html {
  const numbers = Array.from({ length: places }, (_, index) => String(index + 1));
  return html`${input({ label: { text: 'Name' }, autocomplete: 'off', ...kept(form, 'name') })}
${input({
  label: { text: 'Number' },
  hint: { text: 'As it is dialled in the UK, such as 0808 2000 247' },
  inputmode: 'tel',
  autocomplete: 'off',
  classes: 'govuk-input--width-20',
  ...kept(form, 'phone'),
})}
${textarea({
  label: { text: 'Who is it for?' },
  hint: { text: 'Say also what a call costs' },
  rows: 2,
  ...kept(form, 'says'),
})}
${input({ label: { text: 'When does somebody answer? (optional)' }, autocomplete: 'off', ...kept(form, 'hours') })}
${dayInput(form, 'checkedOn', {
  legend: 'When was it last checked?',
  hint: 'Somebody rang it, or saw it on the helpline’s own website',
})}
${select({
  label: { text: 'Place in the list' },
  classes: 'govuk-!-width-one-third',
  items: numbers.map((number) => ({ value: number, text: placeInWords(number, places) })),
  ...kept(form, 'place'),
})}`;
}

function placeInWords(number: string, places: number): string {
  if (number === '1') return '1, first';
  return number === String(places) ? `${number}, last` : number;
}

/** What somebody else saved meanwhile. */
export function helplineNow({ phone, says, hours, checkedOn }: Helpline): Html {
  return insetText({
    html: html`<p class="govuk-body">Somebody else changed this while you were writing.
      Nothing of yours was saved yet. This is what is there now: ${phone}.
      ${says} ${hours} Checked on ${dateInWords(checkedOn)}. What you typed is below.</p>`,
  });
}

function historyTable(versions: readonly Version[], at: Moment): Html {
  return html`<h2 class="govuk-heading-m">What it said, and since when</h2>
${table({
  caption: 'What it said, and since when',
  captionClasses: 'govuk-visually-hidden',
  classes: 'lintel-table--cards',
  head: [{ text: 'Since' }, { text: 'By' }, { text: 'It said' }, { text: 'Checked' }, { text: 'Until' }],
  rows: versions.map((each) => [
    { text: at(each.madeAt) },
    { text: each.madeBy ?? 'Lintel' },
    {
      html: html`${each.name}: <span class="lintel-unbroken">${each.phone}</span>
        <span class="lintel-aside">${each.says} ${each.hours}</span>`,
    },
    { text: dateInWords(each.checkedOn) },
    { text: each.endedAt ? until(each, at) : 'Now' },
  ]),
})}`;
}

function until({ endedAt, endedBy, endedWhy }: Version, at: Moment): string {
  const when = endedAt ? at(endedAt) : '';
  return endedWhy === '' ? when : `${when}, ${endedBy ?? 'Lintel'}: ${endedWhy}`;
}
