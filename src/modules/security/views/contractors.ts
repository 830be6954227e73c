import { button } from '#kit/components/button.ts';
import { dayInput } from '#kit/components/day-input.ts';
import { type FormModel, wholeForm } from '#kit/components/form.ts';
import { kept } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { textarea } from '#kit/components/textarea.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { dayOfWeekInWords, momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import type { Contractor } from '../store/contractors.ts';

interface Shown {
  readonly calendar: WorkingCalendar;
  readonly today: Temporal.PlainDate;
  readonly manages: boolean;
}

/** Who may be sent into homes: kept by an administrator, seen by the team. */
export function contractorsPage(
  contractors: readonly Contractor[],
  { calendar, today, manages }: Shown,
): Html {
  return html`<h1 class="govuk-heading-l">Contractors</h1>
<p class="govuk-body">Who may be sent into homes. They were looked into, and sign what we ask of whoever works in
  homes: they ask nothing, pass nothing on, and leave nothing behind.</p>
${
  contractors.length === 0
    ? html`<p class="govuk-body">None is on record: nobody can be ordered.</p>`
    : table({
        caption: 'Contractors on record',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        head: [
          { text: 'Name' },
          { text: 'Domain' },
          { text: 'By phone' },
          { text: 'Looked into until' },
          { text: 'How' },
          ...(manages ? [{ text: 'Change' }] : []),
        ],
        rows: contractors.map((each) => [
          { text: each.name, classes: 'lintel-cell--words' },
          { text: each.domain },
          { text: each.phone },
          { html: untilShown(each, today) },
          {
            text: `${each.vettedHow} (${momentInWords(each.vettedAt, calendar)}, ${each.vettedByName ?? 'Lintel'})`,
            classes: 'lintel-cell--words',
          },
          ...(manages ? [{ html: changes(each) }] : []),
        ]),
      })
}
${manages && button({ text: 'Write down another', href: paths.newContractor })}`;
}

function untilShown({ vettedUntil }: Contractor, today: Temporal.PlainDate): Html {
  const over = Temporal.PlainDate.compare(vettedUntil, today) < 0;
  return html`${dayOfWeekInWords(vettedUntil)}
    ${over && tag({ text: 'Over: nobody is sent', classes: 'govuk-tag--red' })}`;
}

function changes({ id, name }: Contractor): Html {
  const hidden = html`<span class="govuk-visually-hidden">: ${name}</span>`;
  return html`<a class="govuk-link" href="${paths.vetting(id)}">Looked into again${hidden}</a><br><a class="govuk-link"
    href="${paths.contractorEnding(id)}">End${hidden}</a>`;
}

export function newContractorPage(form: FormModel): Html {
  return html`<h1 class="govuk-heading-l">Write down a contractor</h1>
${wholeForm(
  form,
  'Write it down',
  html`${text(form, 'name', 'What they are called')}${text(
    form,
    'domain',
    'Their own domain for e-mail',
    'What stands behind the @ of their addresses at work',
  )}${text(form, 'phone', 'Number to ring')}${vettingFields(form)}`,
)}`;
}

export function vettingPage(form: FormModel, { name }: Contractor): Html {
  return html`<h1 class="govuk-heading-l">Looked into again</h1>
<p class="govuk-body">${name}</p>
${wholeForm(form, 'Save', vettingFields(form))}`;
}

export function contractorEndingPage(form: FormModel, { name }: Contractor): Html {
  return html`<h1 class="govuk-heading-l">Nobody of them is sent any more</h1>
<p class="govuk-body">${name}. What they did stays on record. What is ordered from them already stops: whoever
  works on those cases is told at once, rings them, and gives it to another.</p>
${wholeForm(
  form,
  'End it',
  textarea({ ...kept(form.form, 'why'), label: { text: 'Why', classes: 'govuk-label--s' }, rows: 3 }),
)}`;
}

function vettingFields(form: FormModel): Html {
  return html`${dayInput(form.form, 'vetted', { legend: 'Until when does it hold?' })}${textarea({
    ...kept(form.form, 'vettedHow'),
    label: { text: 'What was looked into, and by whom', classes: 'govuk-label--s' },
    hint: { text: 'References, checks of those who come, and what they signed about conduct' },
    rows: 3,
  })}`;
}

function text(form: FormModel, name: string, label: string, hint?: string): Html {
  return input({
    ...kept(form.form, name),
    label: { text: label, classes: 'govuk-label--s' },
    ...(hint && { hint: { text: hint } }),
    autocomplete: 'off',
  });
}
