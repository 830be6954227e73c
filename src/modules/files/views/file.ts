import { button } from '#kit/components/button.ts';
import { kept } from '#kit/components/form-state.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { textarea } from '#kit/components/textarea.ts';
import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import {
  type CaseModel,
  caseForm,
  caseHead,
  type FormModel,
  learnersList,
  verbatim,
} from '#modules/case-file/pure.ts';
import { entrySources } from '#modules/chronology/pure.ts';
import { dateInWords, momentInWords } from '#rules/moment.ts';
import type { Learner } from '#rules/who-would-learn.ts';
import { labelOf } from '#rules/words.ts';
import { calledSomethingElse, kindLabels, sizeInWords } from '../file-types.ts';
import { inTheWay, type KeptFile, mayOpen } from '../kept-file.ts';
import { paths } from '../paths.ts';
import { stateTag } from './state-tag.ts';

/** One file: what can be shown of it, what is known of it, and the ways on. */
export function filePage(model: CaseModel, file: KeptFile): Html {
  const { id } = model.file;
  const ways = html`<div class="govuk-button-group">${
    mayOpen(file) &&
    button({ text: 'Download the file', href: paths.taking(id, file.id), classes: 'govuk-button--secondary' })
  }${button({ text: 'Who had it', href: paths.custody(id, file.id), classes: 'govuk-button--secondary' })}${
    file.errorAt === null &&
    button({ text: 'Added in error', href: paths.error(id, file.id), classes: 'govuk-button--secondary' })
  }</div>`;
  return html`${caseHead(model, 'Files', `File ${file.number}`, ways)}
<p class="govuk-body">${stateTag(file)}</p>${standsInTheWay(file)}${look(model, file)}${facts(model, file)}
<p class="govuk-body"><a class="govuk-link" href="${paths.files(id)}">Back to the files</a></p>`;
}

function standsInTheWay(file: KeptFile): Html | undefined {
  const said = inTheWay(file);
  return said === null ? undefined : warningText({ text: said });
}

function look(model: CaseModel, file: KeptFile): Html | undefined {
  if (!mayOpen(file)) return undefined;
  const { id } = model.file;
  if (file.shown === 'made')
    return html`<p class="govuk-body"><a class="govuk-link" href="${paths.picture(id, file.id)}">Look at ${
      file.kind === 'pdf' ? 'its first page' : 'the picture'
    }</a>. It may be hard to look at; that you looked is recorded.</p>`;
  if (file.shown === 'waiting')
    return html`<p class="govuk-body">A picture to look at is being made. Open this page again in a moment.</p>`;
  if (file.shown === 'cannot') return html`<p class="govuk-body">${file.shownWhy}</p>`;
  return html`<p class="govuk-body">It is kept as it came, and is not played or opened here. Download it to open it
    with another program: only if you know from whom it comes.</p>`;
}

function facts({ calendar }: CaseModel, file: KeptFile): Html {
  const rows: readonly (readonly [string, string | Html])[] = [
    ['Called', html`<bdi>${file.name}</bdi>`],
    ['What it shows', file.shows === '' ? '' : verbatim(file.shows)],
    ['Type', `${kindLabels[file.kind]}, ${sizeInWords(file.bytes)}${renamed(file)}`],
    ['From', labelOf(entrySources, file.source)],
    ['Made', file.madeOn ? dateInWords(file.madeOn) : ''],
    ['Added', `${momentInWords(file.addedAt, calendar)} by ${file.addedByName ?? 'Lintel'}`],
    ['Viruses', scanInWords(file, calendar)],
    ['Last found as it came', momentInWords(file.checkedAt, calendar)],
    ['Hash (SHA-256)', html`<code class="lintel-hash">${file.sha256.toString('hex')}</code>`],
    ...(file.errorAt === null
      ? []
      : ([
          [
            'Added in error',
            html`${momentInWords(file.errorAt, calendar)} by
              ${file.errorByName ?? 'Lintel'}${verbatim(file.errorWhy)}`,
          ],
        ] as const)),
  ];
  return summaryList({
    rows: rows.map(
      ([key, value]) =>
        value !== '' && {
          key: { text: key },
          value: typeof value === 'string' ? { text: value } : { html: value },
        },
    ),
  });
}

function renamed({ name, mediaType }: KeptFile): string {
  return calledSomethingElse(name, mediaType) ? '. Its name says another type; its bytes were believed' : '';
}

function scanInWords({ scan, scannedAt, scanFound }: KeptFile, calendar: CaseModel['calendar']): string {
  if (scan === 'not_set_up') return 'Not looked through: no scanner is set up';
  if (scan === 'waiting')
    return scanFound === '' ? 'Not looked through yet' : `Not looked through yet. The scanner: ${scanFound}`;
  const when = scannedAt ? momentInWords(scannedAt, calendar) : '';
  return scan === 'clean' ? `Looked through ${when}, nothing found` : `Something harmful found ${when}`;
}

/** It was to be downloaded, and is not as it came. */
export function notThereAnyMore(model: CaseModel, file: KeptFile): Html {
  return html`${caseHead(model, 'Files', `File ${file.number}`)}
${warningText({ text: 'It was not downloaded: its bytes are not as they came, or are gone.' })}
<p class="govuk-body">The managers are told. Whoever runs Lintel looks for it: a backup may still have it.
  <a class="govuk-link" href="${paths.file(model.file.id, file.id)}">Back to the file</a></p>`;
}

/** Before a file leaves by itself: who would learn it, and why it is needed. */
export function takingPage(
  model: CaseModel,
  formModel: FormModel,
  file: KeptFile,
  learners: readonly Learner[],
): Html {
  return html`${caseHead(model, 'Files', 'Download a file')}
<p class="govuk-body">File ${file.number}, as it came: with whatever it tells of a place, a phone or a person.
  Downloaded, it stays with people who may see this case. For the police, a court or another agency it goes
  <a class="govuk-link" href="${paths.evidence(model.file.id)}">as an evidence pack</a>.</p>
${
  file.kind === 'picture' || file.kind === 'pdf'
    ? undefined
    : warningText({ text: 'Lintel cannot show what is in it. Open it only if you know from whom it comes.' })
}
<h2 class="govuk-heading-m">Who would learn this?</h2>${learnersList(learners)}
${caseForm(
  formModel,
  'Download the file',
  textarea({
    ...kept(formModel.form, 'why'),
    label: { text: 'What do you need it for?', classes: 'govuk-label--s' },
    hint: { text: 'It stands in the list of who had this file' },
    rows: 3,
  }),
)}`;
}

export function errorPage(model: CaseModel, formModel: FormModel, file: KeptFile): Html {
  return html`${caseHead(model, 'Files', 'Added in error')}
<p class="govuk-body">File ${file.number}, <bdi>${file.name}</bdi>. It goes from the list and into no evidence pack. Its
  bytes and who had it stay: what was once on record is not undone.</p>
${caseForm(
  formModel,
  'Mark it',
  textarea({
    ...kept(formModel.form, 'why'),
    label: { text: 'Why does it not belong here?', classes: 'govuk-label--s' },
    rows: 3,
  }),
)}`;
}
