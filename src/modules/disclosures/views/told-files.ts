import { button } from '#kit/components/button.ts';
import type { FormModel } from '#kit/components/form.ts';
import { type Html, html } from '#kit/html.ts';
import { ownWords } from '#modules/case-file/pure.ts';
import type { KeptFile } from '#modules/files/index.ts';
import {
  inTheWay,
  kindLabels,
  mayOpen,
  notScanned,
  pictureWithCustody,
  sizeInWords,
  stateTag,
  uploadFields,
} from '#modules/files/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';

interface Around {
  readonly reference: string;
  readonly calendar: WorkingCalendar;
  /** Whether files are looked through for viruses. */
  readonly scanned: boolean;
}

export const filesThanksPath = (receipt: string) => `/concerns/thanks?receipt=${receipt}`;

/** For the team: to what was told, before there is a case. */
export function newToldFilesPage(form: FormModel, { reference, calendar, scanned }: Around): Html {
  return html`<h1 class="govuk-heading-l">Add files to ${reference}</h1>
<p class="govuk-body">They are kept exactly as they come, sealed, and nobody can open them who may not read what was
  told. Pictures are shown without what they tell of a place or a phone. They go along when it becomes a case.</p>
${scanned ? undefined : notScanned}${uploadFields(form, { contacts: [], calendar })}`;
}

/** For whoever told, who may see nothing of it afterwards. */
export function filesToTellPage(form: FormModel, { reference, calendar }: Around): Html {
  return html`<h1 class="govuk-heading-l">Add pictures or files</h1>
<p class="govuk-body">They go to the people who can help, with what you told as ${reference}. You do not see them here
  again, and you need to prove nothing. Do not put yourself or anybody else at risk for a picture, and take none of a
  person.</p>
<p class="govuk-body">Once they are sent, take them off your phone.</p>
${uploadFields(form, { contacts: [], calendar })}`;
}

export const toldPictureBytes = (id: string, file: string) =>
  `/disclosures/${id}/files/${file}/picture/bytes`;

/** A picture that came with what was told, on a page from which one can hide at once. */
export function toldPicture(file: KeptFile, shown: Parameters<typeof pictureWithCustody>[1]): Html {
  return html`<h1 class="govuk-heading-l">File ${file.number}, to look at</h1>${pictureWithCustody(file, shown)}`;
}

/** What came with what was told; nobody meets a picture unprepared. */
export function toldFiles(
  disclosure: { readonly id: string; readonly caseId: string | null },
  files: readonly KeptFile[],
  calendar: WorkingCalendar,
): Html | undefined {
  const { id, caseId } = disclosure;
  if (caseId !== null)
    return html`<p class="govuk-body"><a class="govuk-link" href="/cases/${caseId}/files">Files of the case</a></p>`;
  return html`<h2 class="govuk-heading-m">Files</h2>
${files.length === 0 && html`<p class="govuk-body">No files yet.</p>`}
<ol class="lintel-files">${files.map((file) => each(id, file, calendar))}</ol>
${button({ text: 'Add files', href: `/disclosures/${id}/files/new`, classes: 'govuk-button--secondary' })}`;
}

function each(id: string, file: KeptFile, calendar: WorkingCalendar): Html {
  const stands = inTheWay(file);
  return html`<li class="lintel-files__each" id="file-${file.id}"><div>
  <h3 class="govuk-heading-s">${file.number}. <bdi>${file.name}</bdi>
    ${stateTag(file)}</h3>
  <p class="govuk-body-s">${kindLabels[file.kind]}, ${sizeInWords(file.bytes)}. Added
    ${momentInWords(file.addedAt, calendar)} by ${file.addedByName ?? 'Lintel'}.</p>
  ${file.shows && ownWords(file.shows)}<p class="govuk-body-s">${stands ?? look(id, file)}</p></div></li>`;
}

function look(id: string, file: KeptFile): Html | string {
  if (mayOpen(file) && file.shown === 'made')
    return html`<a class="govuk-link" href="/disclosures/${id}/files/${file.id}/picture">Look at ${
      file.kind === 'pdf' ? 'its first page' : 'the picture'
    }<span class="govuk-visually-hidden"> of file ${file.number}</span></a>. It may be hard to look at; that you looked
      is recorded.`;
  if (file.shown === 'waiting')
    return 'A picture to look at is being made. Open this page again in a moment.';
  if (file.shown === 'cannot') return file.shownWhy;
  return 'It is kept as it came. It can be downloaded once this is a case.';
}
