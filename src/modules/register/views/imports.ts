import { button } from '#kit/components/button.ts';
import { fileUpload } from '#kit/components/file-upload.ts';
import { type FormState, formErrors, kept } from '#kit/components/form-state.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { ImportRun } from '../import-run.ts';
import type { Hidden } from './parts.ts';

/** @param when an instant in words */
export type Moment = (instant: Temporal.Instant) => string;

export function importsPage(
  imports: readonly ImportRun[],
  form: FormState,
  hidden: Hidden,
  when: Moment,
): Html {
  const { name, errorMessage } = kept(form, 'files');
  return html`${formErrors(form)}<h1 class="govuk-heading-l">Import the register</h1>
<p class="govuk-body">Homes, people, tenancies and who lives where, as files from the housing system.
  The files are first only checked; nothing changes until you confirm.
  <a class="govuk-link" href="/register/import/help">What the files may hold</a>.
  <a class="govuk-link" href="/register/mappings">Columns that are remembered</a></p>
<form method="post" action="/register/import" enctype="multipart/form-data" novalidate>${hidden()}${fileUpload(
    {
      label: { text: 'Excel workbooks (.xlsx) or CSV files', classes: 'govuk-label--s' },
      hint: {
        text:
          'Up to 10 files, 200 MB together; a workbook has 60 MB at most. A row names the columns. ' +
          'If you are signed out before you send them, choose them again: files are not kept.',
      },
      multiple: true,
      name,
      errorMessage,
      attributes: { accept: '.csv,.xlsx,.txt,.tsv,text/csv' },
    },
  )}${button({ text: 'Check the files', preventDoubleClick: true })}</form>
<p class="govuk-body"><a class="govuk-link" href="/register/matches">Possible duplicates</a></p>
${imports.length > 0 && earlier(imports, when)}`;
}

function earlier(imports: readonly ImportRun[], when: Moment): Html {
  return table({
    caption: 'Imports so far',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--cards',
    head: [
      { text: 'Begun' },
      { text: 'Files' },
      { text: 'State' },
      { text: 'Added', format: 'numeric' },
      { text: 'Changed', format: 'numeric' },
      { text: 'Refused', format: 'numeric' },
    ],
    rows: imports.map((run) => [
      { html: html`<a class="govuk-link" href="/register/imports/${run.id}">${when(run.startedAt)}</a>` },
      { text: run.fileNames.join(', ') },
      { text: stateInWords(run) },
      { text: number(run.counts.added), format: 'numeric' },
      { text: number(run.counts.changed), format: 'numeric' },
      { text: number(run.counts.refused), format: 'numeric' },
    ]),
  });
}

export function stateInWords({ state, dryRun }: ImportRun): string {
  if (state === 'finished') return dryRun ? 'Checked, nothing changed' : 'Imported';
  if (state === 'reading') return 'Being read';
  if (state === 'asking') return 'Columns to match';
  if (state === 'waiting') return dryRun ? 'Waiting to be checked' : 'Waiting to be imported';
  if (state === 'running') return dryRun ? 'Being checked' : 'Being imported';
  return state === 'stopped' ? 'Stopped' : 'Could not be read to its end';
}

export function number(value: number): string {
  return value.toLocaleString('en-GB');
}
