import { button } from '#kit/components/button.ts';
import { dateInput } from '#kit/components/date-input.ts';
import { details } from '#kit/components/details.ts';
import { kept, keptDate } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { table } from '#kit/components/table.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  items,
  verbatim,
} from '#modules/case-file/pure.ts';
import { ratingPaths as paths } from '#modules/risk-level/pure.ts';
import { atTheOffice } from '#rules/calendar.ts';
import { dayOfWeekInWords } from '#rules/moment.ts';
import { dateKindLabel, dateKinds, dayLeftInWords, daysLeft } from '../known-dates.ts';
import type { DateOnFile } from '../store/known-dates.ts';

export interface DatesModel extends CaseModel {
  readonly dates: readonly DateOnFile[];
}

/** What is known beforehand, soonest first, with a way to all of it. */
export function datesPart(model: DatesModel): Html {
  const { file } = model;
  const open = model.dates.filter(({ endedAt }) => endedAt === null);
  return html`<div class="lintel-heading"><h2 class="govuk-heading-m">Known dates</h2>${button({
    text: 'Add a date',
    href: paths.newDate(file.id),
    classes: 'govuk-button--secondary',
  })}</div>${
    open.length > 0
      ? dateTable(model, open)
      : html`<p class="govuk-body">None is known. Ask about orders, releases, hearings,
        contact with children and moves.</p>`
  }<p class="govuk-body"><a class="govuk-link" href="${paths.dates(file.id)}">All dates of this case</a></p>`;
}

export function datesPage(model: DatesModel): Html {
  const open = model.dates.filter(({ endedAt }) => endedAt === null);
  const ended = model.dates.filter(({ endedAt }) => endedAt !== null);
  return html`${caseHead(
    model,
    'Risk',
    'Known dates',
    button({ text: 'Add a date', href: paths.newDate(model.file.id) }),
  )}
<p class="govuk-body">Days on which the risk is likely to change. You are told 28, 14, 7 and 1 days before or,
  where the office is closed then, on the last working day before; the risk is looked at again from 14 days before,
  and on the day.</p>
${open.length > 0 ? dateTable(model, open) : html`<p class="govuk-body">None is known.</p>`}
${
  ended.length > 0 &&
  details({
    summaryText: `No longer kept in view (${ended.length})`,
    html: table({
      caption: 'No longer kept in view',
      captionClasses: 'govuk-visually-hidden',
      classes: 'lintel-table--cards',
      head: [{ text: 'What' }, { text: 'When' }, { text: 'What came of it' }],
      rows: ended.map((date) => [
        { html: what(date) },
        { text: dayOfWeekInWords(date.onDate) },
        { html: verbatim(date.endedReason ?? '') },
      ]),
    }),
  })
}`;
}

function dateTable({ file, calendar, now }: DatesModel, dates: readonly DateOnFile[]): Html {
  const today = atTheOffice(now, calendar).toPlainDate();
  return table({
    caption: 'Known dates',
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    head: [{ text: 'What' }, { text: 'When' }, { text: 'How long' }, { text: 'Change' }],
    rows: dates.map((date) => {
      const left = daysLeft(date.onDate, today);
      return [
        { html: what(date) },
        { text: dayOfWeekInWords(date.onDate) },
        {
          html:
            left < 0
              ? html`<strong>Passed ${dayLeftInWords(left)}</strong>`
              : html`${capital(dayLeftInWords(left))}`,
        },
        {
          html: html`<a class="govuk-link" href="${paths.endDate(file.id, date.id)}">What came of it<span
            class="govuk-visually-hidden">: ${dateKindLabel(date.kind)}, ${dayOfWeekInWords(date.onDate)}</span></a>`,
        },
      ];
    }),
  });
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function what({ kind, words }: DateOnFile): Html {
  return html`<strong>${dateKindLabel(kind)}</strong>${words && html`<br>${words}`}`;
}

export function newDatePage(model: CaseModel, formModel: FormModel): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Risk', 'Add a known date')}
${caseForm(
  formModel,
  'Add the date',
  html`${radios({
    ...kept(form, 'kind'),
    fieldset: { legend: { text: 'What happens on that day?', classes: 'govuk-fieldset__legend--s' } },
    classes: 'govuk-radios--small',
    items: items(dateKinds),
  })}${dateInput({
    ...keptDate(form, 'on'),
    fieldset: { legend: { text: 'Which day?', classes: 'govuk-fieldset__legend--s' } },
    hint: { text: 'The last day on which it holds, or the day on which it happens' },
  })}${textarea({
    ...kept(form, 'words'),
    label: { text: 'What should be known of it (optional)', classes: 'govuk-label--s' },
    hint: { text: 'For example the court and its reference, or where and with whom' },
    rows: 3,
  })}`,
)}`;
}

export function endDatePage(
  model: CaseModel,
  formModel: FormModel,
  date: DateOnFile,
  meanwhile: Html | null,
): Html {
  const { form } = formModel;
  return html`${caseHead(model, 'Risk', 'What came of it')}
${meanwhile}
<p class="govuk-body">${what(date)}, ${dayOfWeekInWords(date.onDate)}.</p>
<p class="govuk-body">It is no longer kept in view from now on. Did something happen that changes the risk?
  <a class="govuk-link" href="${paths.newChange(model.file.id)}">Record the change</a> too.</p>
${caseForm(
  formModel,
  'Save',
  textarea({
    ...kept(form, 'reason'),
    label: { text: 'What came of it, or why it no longer counts', classes: 'govuk-label--s' },
    rows: 4,
  }),
)}`;
}
