import { dayInput } from '#kit/components/day-input.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { items } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import { pounds } from '#rules/pounds.ts';
import { labelOf } from '#rules/words.ts';
import { rateKinds } from '../rates.ts';
import type { SetRate } from '../store/rates.ts';

/** What an hour costs, and what each thing that was avoided would have cost; and every one that was set before. */
export function ratesPage(model: FormModel, rates: readonly SetRate[], calendar: WorkingCalendar): Html {
  const { form } = model;
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(model)}
<h1 class="govuk-heading-l">Set a rate</h1>
<p class="govuk-body">It holds from a day on. What was reckoned for the days before keeps the rate that held then, and
every rate stays on record with its source.</p>
${formItself(
  model,
  'Set it',
  html`${radios({
    ...kept(form, 'kind'),
    fieldset: { legend: { text: 'What is it for?', classes: 'govuk-fieldset__legend--s' } },
    items: items(rateKinds),
  })}${input({
    ...kept(form, 'amount'),
    label: { text: 'How much', classes: 'govuk-label--s' },
    ...{ prefix: { text: '£' }, classes: 'govuk-input--width-5', inputmode: 'decimal' },
  })}${dayInput(form, 'begins', { legend: 'From which day?' })}${textarea({
    ...kept(form, 'source'),
    label: { text: 'Where the figure comes from', classes: 'govuk-label--s' },
    hint: { text: 'A published source and its year, or the landlord’s own books' },
    rows: 3,
  })}`,
)}
<h2 class="govuk-heading-m">What was set</h2>
${
  rates.length === 0
    ? html`<p class="govuk-body">Nothing yet.</p>`
    : html`<ul class="govuk-list govuk-list--spaced">${rates.map(
        (rate) => html`<li><strong>${labelOf(rateKinds, rate.kind)}: ${pounds(rate.pence)}</strong> from
      ${dateInWords(rate.fromDay)}<br>${rate.source}<br><span class="govuk-hint">Recorded
      ${momentInWords(rate.setAt, calendar)} by ${rate.setByName ?? 'Lintel'}</span></li>`,
      )}</ul>`
}</div></div>`;
}
