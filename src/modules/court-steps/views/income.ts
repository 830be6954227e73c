import { button } from '#kit/components/button.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { personName } from '#kit/components/person-name.ts';
import { radios } from '#kit/components/radios.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { courtSteps } from '#rules/court-steps.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { type Choice, labelOf } from '#rules/words.ts';
import { paths } from '../paths.ts';
import { answerInWords, answers, states, undoings } from '../saying.ts';
import type { Said } from '../store/steps.ts';
import type { Finder } from '../store/tenancies.ts';

interface At {
  readonly calendar: WorkingCalendar;
}

/** What the income team said: its own list, and no list of who is held. */
export function stepsPage(steps: readonly Said[], { calendar }: At): Html {
  return html`<h1 class="govuk-heading-l">Steps over income</h1>
<p class="govuk-body">Before a letter that chases, a notice, a claim, a hearing or a warrant, say it here, each time and
  on the day. You are told whether there is a hold, and never why: some are drawn by chance.</p>
${button({ text: 'Say a step', href: paths.say })}${
  steps.length === 0
    ? html`<p class="govuk-body">Nothing has been said yet.</p>`
    : table({
        caption: 'Steps that were said, the latest first',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        firstCellIsHeader: true,
        head: ['Tenancy', 'Step', 'Said', 'Answer'].map((text) => ({ text })),
        rows: steps.map((said) => [
          { html: html`<a class="govuk-link" href="${paths.step(said.id)}">${said.tenancy}</a>` },
          { text: labelOf(courtSteps, said.step) },
          { html: html`${momentInWords(said.saidAt, calendar)}<br>${said.saidByName ?? 'A system'}` },
          { text: answerInWords(said.told) },
        ]),
      })
}`;
}

/** One step with its answer: for that step, and that day. */
export function stepPage(said: Said, { calendar }: At): Html {
  const { told, state, step, tenancy, onDay, undone } = said;
  const words =
    told === ''
      ? 'It was taken without asking. Say each step before it is taken, and take nothing further before you have.'
      : answers[told].says;
  return html`<h1 class="govuk-heading-l">${answerInWords(told)}</h1>
${told === 'yes' || told === '' ? warningText({ text: words }) : insetText({ html: html`<strong>${words}</strong>` })}
${summaryList({
  rows: [
    { key: { text: 'Tenancy' }, value: { text: tenancy } },
    { key: { text: 'Step' }, value: { text: labelOf(courtSteps, step) } },
    {
      key: { text: state === 'taken' ? 'Taken on' : 'For' },
      value: { text: dateInWords(onDay) },
    },
    undone !== '' && { key: { text: 'What is done about it' }, value: { text: labelOf(undoings, undone) } },
    {
      key: { text: 'Said' },
      value: { text: `${momentInWords(said.saidAt, calendar)} by ${said.saidByName ?? 'a system'}` },
    },
  ],
})}
<p class="govuk-body">Nobody can say why, or until when. Never ask the tenant about it, and say nothing of it to anybody
  of the home. Rent is still due: what it comes to may be written in a statement that the law requires; ask the office
  that keeps the holds how it goes.</p>
${button({ text: 'Say another step', href: paths.say, classes: 'govuk-button--secondary' })}`;
}

export function sayPage(model: FormModel, found: Finder): Html {
  const { form } = model;
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(model)}
<h1 class="govuk-heading-l">Say a step</h1>
${formItself(
  model,
  'Say it',
  html`${finding(model, found)}${input({
    ...kept(form, 'tenancy'),
    label: { text: 'Reference of the tenancy', classes: 'govuk-label--s' },
    hint: { text: 'As your housing system has it' },
    classes: 'govuk-input--width-10',
    autocomplete: 'off',
  })}${radios({
    ...kept(form, 'step'),
    fieldset: { legend: { text: 'Which step?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(courtSteps),
  })}${radios({
    ...kept(form, 'state'),
    fieldset: { legend: { text: 'Was it taken?', classes: 'govuk-fieldset__legend--s' } },
    items: states.map(({ value, label, ...each }) => ({
      value,
      text: label,
      ...('hint' in each && { hint: { text: each.hint } }),
      ...(value === 'taken' && {
        conditional: {
          html: html`${dayInput(form, 'taken', { legend: 'On which day?' })}${radios({
            ...kept(form, 'undone'),
            fieldset: { legend: { text: 'What is done about it?', classes: 'govuk-fieldset__legend--s' } },
            classes: 'govuk-radios--small',
            items: items(undoings),
          })}`,
        },
      }),
    })),
  })}`,
)}</div></div>`;
}

/** Without a script: what was typed so far comes back with what was found. */
function finding({ form }: FormModel, { search, tenancies, more }: Finder): Html {
  return html`<div role="search">${input({
    ...kept(form, 'search'),
    label: { text: 'Find the tenancy', classes: 'govuk-label--s' },
    hint: { text: 'A name, an address or a reference. Leave it empty if you know the reference' },
    type: 'search',
    autocomplete: 'off',
  })}${button({
    text: 'Find',
    classes: 'govuk-button--secondary',
    attributes: { formaction: paths.find, formnovalidate: true },
  })}</div>${
    search !== '' &&
    (tenancies.length === 0
      ? html`<p class="govuk-body" role="status">Nothing like that is found. Enter the reference below.</p>`
      : radios({
          ...kept(form, 'chosen'),
          fieldset: { legend: { text: 'Which of these?', classes: 'govuk-fieldset__legend--s' } },
          classes: 'govuk-radios--small',
          items: tenancies.map(({ reference, found }) => ({
            value: reference,
            html: html`${personName(found)}, ${reference}`,
          })),
        }))
  }${more && html`<p class="govuk-body">There are more. Add to what you typed.</p>`}`;
}

function items(choices: readonly Choice[]) {
  return choices.map(({ value, label, hint }) => ({
    value,
    text: label,
    ...(hint !== undefined && { hint: { text: hint } }),
  }));
}
