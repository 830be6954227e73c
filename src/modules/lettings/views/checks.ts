import { button } from '#kit/components/button.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { isStale } from '#rules/move-check.ts';
import { paths } from '../paths.ts';
import { answers } from '../saying.ts';
import type { MoveCheck } from '../store/checks.ts';

interface At {
  readonly calendar: WorkingCalendar;
  readonly now: Temporal.Instant;
}

const told = (check: MoveCheck, now: Temporal.Instant) =>
  isStale(check.askedAt, now) ? 'Too old: ask again' : answers[check.told].label;

export function checksPage(checks: readonly MoveCheck[], { calendar, now }: At): Html {
  return html`<h1 class="govuk-heading-l">May it be offered?</h1>
<p class="govuk-body">Before a home is offered to anybody, ask here, and again on the day of the letting. You are told
  “safe” or “ask the lead”, and never why: there are many causes, and some are drawn by chance. Every question
  is kept.</p>
${button({ text: 'Ask about a home', href: paths.ask })}${
  checks.length === 0
    ? html`<p class="govuk-body">You have not asked anything yet.</p>`
    : table({
        caption: 'What you asked, the latest first',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        head: ['Home', 'For', 'Asked', 'Answer'].map((text) => ({ text })),
        rows: checks.map((check) => [
          {
            html: html`<a class="govuk-link" href="${paths.check(check.id)}">${check.address}, ${check.postcode}</a>`,
          },
          { text: check.household },
          { text: momentInWords(check.askedAt, calendar) },
          { text: told(check, now) },
        ]),
      })
}`;
}

export function checkPage(check: MoveCheck, { calendar, now }: At): Html {
  const stale = isStale(check.askedAt, now);
  return html`<h1 class="govuk-heading-l">${told(check, now)}</h1>
${insetText({
  html: html`<strong>${stale ? 'This answer is more than a day old. Ask again.' : answers[check.told].says}</strong>`,
})}
${summaryList({
  rows: [
    { key: { text: 'Home' }, value: { text: `${check.address}, ${check.postcode}` } },
    { key: { text: 'For' }, value: { text: check.household } },
    { key: { text: 'Asked' }, value: { text: momentInWords(check.askedAt, calendar) } },
  ],
})}
<p class="govuk-body">Nobody can say why. Never ask the household about it, and say nothing of it to anybody else.</p>
${button({ text: 'Ask about another home', href: paths.ask, classes: 'govuk-button--secondary' })}`;
}

export function askPage(model: FormModel): Html {
  const { form } = model;
  const field = (name: string, label: string, hint: string) =>
    input({
      ...kept(form, name),
      label: { text: label, classes: 'govuk-label--s' },
      hint: { text: hint },
      autocomplete: 'off',
    });
  return html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${aboveForm(model)}
<h1 class="govuk-heading-l">Ask about a home</h1>
${formItself(
  model,
  'Ask',
  html`${field(
    'household',
    'Who would move?',
    'Their reference in your housing system, or that of their tenancy if the whole household moves',
  )}${field('address', 'Address of the home', 'Without its postcode')}${field(
    'postcode',
    'Postcode',
    'The whole of it',
  )}`,
)}</div></div>`;
}
