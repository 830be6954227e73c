import { checkboxes } from '#kit/components/checkboxes.ts';
import { errorMessage } from '#kit/components/error-message.ts';
import { aboveForm, type FormModel, formItself } from '#kit/components/form.ts';
import type { FormState } from '#kit/components/form-state.ts';
import { kept, keptChoices } from '#kit/components/form-state.ts';
import { radios } from '#kit/components/radios.ts';
import { select } from '#kit/components/select.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { columnsOf, type FileKind, fileKinds } from '../columns.ts';
import { type AskedFile, choiceOf, fieldNames } from '../columns-form.ts';
import type { Row } from '../layout.ts';
import type { Preview, PreviewRow } from '../preview.ts';

export interface ColumnsFile extends AskedFile {
  readonly name: string;
  /** What is to be answered about it. */
  readonly asked: readonly string[];
  readonly first: readonly Row[];
  /** How its first rows would be read, where that is known. */
  readonly preview: Preview | null;
}

export interface ColumnsModel {
  readonly files: readonly ColumnsFile[];
  /** The files are there, and not being imported. */
  readonly open: boolean;
}

/** What each column of uploaded files becomes, with their first rows. */
export function columnsPage(model: FormModel, { files, open }: ColumnsModel): Html {
  return html`${aboveForm(model)}<h1 class="govuk-heading-l">Columns of the files</h1>
${
  open
    ? html`<p class="govuk-body">Say what each column holds. Lintel remembers it for files with the same headings,
  also for those of a nightly import. <a class="govuk-link" href="/register/import/help">What the files may hold</a>.
  <a class="govuk-link" href="/register/mappings">Columns that are remembered</a></p>
${formItself(model, 'Check the files', html`${files.map((file) => fileFields(model.form, file))}`)}`
    : html`<p class="govuk-body">These files are no longer kept, or are being worked through: their columns cannot be
  changed now. <a class="govuk-link" href="/register/import">Import them again</a></p>`
}`;
}

function fileFields(form: FormState, file: ColumnsFile): Html {
  const { place, name, asked, headings, first, preview } = file;
  const wrong = form.errors[fieldNames.file(place)];
  return html`<section class="govuk-!-margin-bottom-8">
<h2 class="govuk-heading-m" id="${fieldNames.file(place)}" tabindex="-1">${name}</h2>
${wrong && errorMessage({ text: wrong })}
${
  asked.length > 0 &&
  html`<div class="govuk-inset-text"><ul class="govuk-list">${asked.map((text) => html`<li>${text}</li>`)}</ul></div>`
}
${table({
  caption: 'Columns',
  captionClasses: 'govuk-visually-hidden',
  classes: 'lintel-table--cards',
  head: [{ text: 'Column' }, { text: 'First values' }, { text: 'Becomes' }],
  rows: headings.map((heading, at) => [
    { text: heading.trim() || `Column ${at + 1}` },
    { text: firstValues(first, at) },
    { html: becomes(form, place, at, heading) },
  ]),
})}
${dates(form, place)}
${checkboxes({
  ...keptChoices(form, fieldNames.leftOut(place)),
  classes: 'govuk-checkboxes--small',
  items: [{ value: 'yes', text: 'Leave files with these headings out' }],
})}
${preview && previewTable(preview)}</section>`;
}

function firstValues(first: readonly Row[], at: number): string {
  const values = first
    .map(({ cells }) => (cells[at] ?? '').trim().slice(0, 60))
    .filter((value) => value !== '');
  return values.length === 0 ? 'Empty in the first rows' : values.slice(0, 3).join(' · ');
}

function becomes(form: FormState, place: number, at: number, heading: string): Html {
  const name = fieldNames.column(place, at);
  return select({
    ...kept(form, name),
    classes: 'govuk-!-width-full',
    label: {
      text: `What “${heading.trim() || `Column ${at + 1}`}” becomes`,
      classes: 'govuk-visually-hidden',
    },
    items: [
      { value: '', text: 'Not read' },
      ...fileKinds.map((kind) => ({
        text: kindNames[kind],
        items: columnsOf[kind].map((column) => ({ value: choiceOf(kind, column), text: column.label })),
      })),
    ],
  });
}

function dates(form: FormState, place: number): Html {
  return radios({
    ...kept(form, fieldNames.dates(place)),
    classes: 'govuk-radios--small',
    fieldset: { legend: { text: 'Dates such as 03/04/2024', classes: 'govuk-fieldset__legend--s' } },
    hint: {
      text: 'What a whole column shows stands; this says how it is read where it shows nothing or both.',
    },
    items: [
      { value: 'day-first', text: 'The day comes first: 3 April' },
      { value: 'month-first', text: 'The month comes first: 4 March' },
    ],
  });
}

function previewTable({ heads, rows }: Preview): Html {
  return table({
    caption: 'The first rows, as they would be read',
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--cards govuk-table--small-text-until-tablet',
    head: [...heads.map((text) => ({ text })), { text: 'To mind' }],
    rows: rows.map(({ line, values, problems }) => [
      ...values.map((text) => ({ text: text === '' ? '–' : text })),
      { text: toMind(line, problems) },
    ]),
  });
}

function toMind(line: number, problems: PreviewRow['problems']): string {
  if (problems.length === 0) return 'Nothing';
  const each = problems.map(({ problem, refused }) => (refused ? `Refused. ${problem}` : problem));
  return `Line ${line}: ${each.join('. ')}`;
}

export const kindNames: Readonly<Record<FileKind, string>> = {
  homes: 'Homes',
  people: 'People',
  tenancies: 'Tenancies',
  residents: 'Who lives where',
};
