import { button } from '#kit/components/button.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { columnsOf } from '../columns.ts';
import type { Remembered } from '../store/mappings.ts';
import { kindNames } from './columns.ts';
import type { Moment } from './imports.ts';
import type { Hidden } from './parts.ts';

/** What administrators said of files, by whom and when. */
export function mappingsPage(mappings: readonly Remembered[], when: Moment): Html {
  return html`<h1 class="govuk-heading-l">Columns that are remembered</h1>
<p class="govuk-body">What somebody matched holds for every file with the same headings, also for those of a nightly
  import. Where it is wrong, withdraw it: the next such file is asked about again.</p>
${
  mappings.length === 0
    ? html`<p class="govuk-body">Nothing is remembered: every file was read by its own headings.</p>`
    : table({
        caption: 'Kinds of file',
        captionClasses: 'govuk-visually-hidden',
        classes: 'lintel-table--cards',
        head: [{ text: 'Headings' }, { text: 'Read as' }, { text: 'Said by' }, { text: 'Said on' }],
        rows: mappings.map((each) => [
          {
            html: html`<a class="govuk-link" href="/register/mappings/${each.id}" dir="auto">${headingsOf(each)}</a>`,
          },
          { text: readAs(each) },
          { html: html`<bdi>${each.setBy ?? 'A colleague who left'}</bdi>` },
          { text: when(each.setAt) },
        ]),
      })
}`;
}

/** @param withdrawal null while files are imported by it: it cannot be withdrawn between two rows */
export function mappingPage(mapping: Remembered, when: Moment, withdrawal: Hidden | null): Html {
  const { id, columns, names, kind, dates, setBy, setAt } = mapping;
  const labels = new Map(kind ? columnsOf[kind].map(({ name, label }) => [name, label] as const) : []);
  return html`<h1 class="govuk-heading-l">Columns of a kind of file</h1>
${summaryList({
  rows: [
    { key: { text: 'Files with these headings are' }, value: { text: readAs(mapping) } },
    ...(dates ? [{ key: { text: 'Dates' }, value: { text: datesInWords[dates] } }] : []),
    { key: { text: 'Said by' }, value: { html: html`<bdi>${setBy ?? 'A colleague who left'}</bdi>` } },
    { key: { text: 'Said on' }, value: { text: when(setAt) } },
  ],
})}
${table({
  caption: 'Columns',
  captionClasses: 'govuk-table__caption--m',
  classes: 'lintel-table--cards',
  head: [{ text: 'Heading' }, { text: 'Becomes' }],
  rows: columns.map((name, at) => [
    { html: html`<span dir="auto">${heading(names, at)}</span>` },
    { text: name === null ? 'Not read' : (labels.get(name) ?? name) },
  ]),
})}
${
  withdrawal === null
    ? html`<p class="govuk-body">Files are being imported now. It can be withdrawn when they are done.</p>`
    : html`<p class="govuk-body">Withdrawn, it is forgotten.
  What was imported stays as it is; the next file with these headings is
  read by its own headings, or asked about.</p>
<form method="post" action="/register/mappings/${id}/withdrawal">${withdrawal()}${button({
        text: 'Withdraw what is remembered',
        classes: 'govuk-button--warning',
        preventDoubleClick: true,
      })}</form>`
}`;
}

function headingsOf({ names, columns }: Remembered): string {
  if (names === null) return `${columns.length} columns, matched before their headings were kept`;
  const said = names.map((name) => name.trim().slice(0, 40)).filter((name) => name !== '');
  const shown = said.slice(0, 6).join(', ');
  return said.length > 6 ? `${shown} and ${said.length - 6} more` : shown || 'No headings';
}

function heading(names: readonly string[] | null, at: number): string {
  return names?.[at]?.trim().slice(0, 100) || `Column ${at + 1}`;
}

function readAs({ kind }: Remembered): string {
  return kind === null ? 'Left out' : kindNames[kind];
}

const datesInWords = {
  'day-first': 'With the day first, where a column shows nothing or both',
  'month-first': 'With the month first, where a column shows nothing or both',
} as const;
