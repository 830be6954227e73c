import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { radios } from '#kit/components/radios.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import { casePaths, items } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { pounds } from '#rules/pounds.ts';
import { promisedChoices, restChoices } from '../fund.ts';
import { yearInWords } from '../ledger.ts';
import type { Fund } from '../store/funds.ts';
import type { Short } from '../store/take.ts';

const inColumn = (model: FormModel, heading: string, above: Html, action: string, fields: Html): Html =>
  html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(model)}
<h1 class="govuk-heading-l">${heading}</h1>${above}${formItself(model, action, fields)}</div></div>`;

const nobodyNamed = 'About the money alone: write nobody’s name, and nothing that tells whom it was for';

const money = ({ form }: FormModel, text: string) =>
  input({
    ...kept(form, 'amount'),
    label: { text, classes: 'govuk-label--s' },
    ...{ prefix: { text: '£' }, classes: 'govuk-input--width-5', inputmode: 'decimal' },
  });

const why = ({ form }: FormModel, text: string) =>
  textarea({
    ...kept(form, 'words'),
    label: { text, classes: 'govuk-label--s' },
    ...{ hint: { text: nobodyNamed }, rows: 3 },
  });

export function newFundPage(model: FormModel, year: number): Html {
  const { form } = model;
  return inColumn(
    model,
    'Open a fund',
    html``,
    'Open it',
    html`${input({
      ...kept(form, 'name'),
      label: { text: 'Its name', classes: 'govuk-label--s' },
      hint: { text: 'Whoever approves something chooses it by this name' },
    })}${textarea({
      ...kept(form, 'about'),
      label: { text: 'What it is for, if the name does not say it', classes: 'govuk-label--s' },
      rows: 2,
    })}${money(model, `Budget of ${yearInWords(year)}`)}`,
  );
}

export function budgetPage(model: FormModel, { name }: Fund, years: readonly number[]): Html {
  return inColumn(
    model,
    'Put money in',
    html`<p class="govuk-body"><strong>${name}</strong></p>`,
    'Put it in',
    html`${money(model, 'How much')}${radios({
      ...kept(model.form, 'year'),
      fieldset: { legend: { text: 'For which financial year?', classes: 'govuk-fieldset__legend--s' } },
      items: years.map((year) => ({ value: `${year}`, text: yearInWords(year) })),
    })}${why(model, 'Where it comes from')}`,
  );
}

export function yearEndPage(model: FormModel, { name }: Fund, year: number | null): Html {
  if (year === null)
    return html`<h1 class="govuk-heading-l">End a year</h1><p class="govuk-body"><strong>${name}</strong></p>
<p class="govuk-body">No year of it is over that was not ended. A financial year ends on 31 March.</p>`;
  const asked = (field: string, text: string, choices: Parameters<typeof items>[0]) =>
    radios({
      ...kept(model.form, field),
      fieldset: { legend: { text, classes: 'govuk-fieldset__legend--s' } },
      items: items(choices),
    });
  return inColumn(
    model,
    `End the year ${yearInWords(year)}`,
    html`<p class="govuk-body"><strong>${name}</strong></p>${insetText({
      text: 'What was ordered is carried over, whatever you decide: somebody waits for it. It is decided once.',
    })}`,
    'End the year',
    html`${asked('promised', 'What was approved and not yet ordered', promisedChoices)}${asked(
      'rest',
      'What is left',
      restChoices,
    )}${why(model, 'Why')}`,
  );
}

export function endingPage(model: FormModel, { name }: Fund): Html {
  return inColumn(
    model,
    'The fund ends',
    html`<p class="govuk-body"><strong>${name}</strong></p>${insetText({
      text: 'Nothing is taken of it any more. What was approved from it goes on, and is paid from it.',
    })}`,
    'It ends',
    why(model, 'Why'),
  );
}

export interface Covering {
  readonly fund: Fund;
  readonly short: readonly Short[];
}

/** What goes on without its money, for a manager who finds it. */
export function coverPage(model: FormModel, { fund, short }: Covering, calendar: WorkingCalendar): Html {
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(model)}
<h1 class="govuk-heading-l">Without its money yet</h1>
<p class="govuk-body"><strong>${fund.name}</strong></p>
${
  short.length === 0
    ? html`<p class="govuk-body">Nothing that you are let into waits for money of this fund.</p>`
    : html`${insetText({
        text: 'It goes on all the same. Ask whoever looks after the money to put more in, then take it here.',
      })}<ul class="govuk-list govuk-list--spaced">${short.map(
        (
          each,
        ) => html`<li><a class="govuk-link" href="${casePaths.support(each.caseId)}">${each.reference}</a>:
          ${each.called}, ${pounds(each.pence)}<br>
          <span class="govuk-hint">Since ${momentInWords(each.since, calendar)}</span></li>`,
      )}</ul>${formItself(model, 'Take what the fund has now', html``)}`
}</div></div>`;
}
