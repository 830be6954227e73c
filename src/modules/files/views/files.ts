import { button } from '#kit/components/button.ts';
import { details } from '#kit/components/details.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead, ownWords } from '#modules/case-file/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { kindLabels, sizeInWords } from '../file-types.ts';
import { inTheWay, type KeptFile, mayOpen } from '../kept-file.ts';
import { paths } from '../paths.ts';
import { stateTag } from './state-tag.ts';
import { notScanned } from './upload.ts';

export interface FilesFacts {
  readonly files: readonly KeptFile[];
  /** Small pictures are shown only when they are asked for: nobody meets an injury unprepared. */
  readonly pictures: boolean;
  readonly scanned: boolean;
}

/** The files of a case, in the order in which they were added. */
export function filesPage(model: CaseModel, { files, pictures, scanned }: FilesFacts): Html {
  const { id } = model.file;
  const standing = files.filter(({ errorAt }) => errorAt === null);
  const inError = files.filter(({ errorAt }) => errorAt !== null);
  const add = html`<div class="govuk-button-group">${button({ text: 'Add files', href: paths.newFiles(id) })}${button(
    {
      text: 'Evidence packs',
      href: paths.evidence(id),
      classes: 'govuk-button--secondary',
    },
  )}</div>`;
  return html`${caseHead(model, 'Files', 'Files', add)}
${scanned ? undefined : notScanned}
${standing.length === 0 && html`<p class="govuk-body">No files yet.</p>`}
${standing.some(({ shown }) => shown === 'made') && pictureChoice(model, pictures)}
<ol class="lintel-files">${standing.map((file) => each(model, file, pictures))}</ol>
${
  inError.length > 0 &&
  details({
    summaryText: `Added in error: ${inError.length}`,
    html: html`<ol class="lintel-files">${inError.map((file) => each(model, file, false))}</ol>`,
  })
}`;
}

function pictureChoice({ file }: CaseModel, shown: boolean): Html {
  return html`<p class="govuk-body">${
    shown
      ? html`<a class="govuk-link" href="${paths.files(file.id)}">Show no pictures</a>`
      : html`<a class="govuk-link" href="${paths.files(file.id)}?pictures=yes">Show small pictures</a>. They may be hard
        to look at; that you looked is recorded with each`
  }</p>`;
}

function each(model: CaseModel, file: KeptFile, pictures: boolean): Html {
  const { id } = model.file;
  const stands = inTheWay(file);
  return html`<li class="lintel-files__each">${
    pictures &&
    file.shown === 'made' &&
    mayOpen(file) &&
    html`<img class="lintel-files__small" src="${paths.smallPicture(id, file.id)}" alt="" loading="lazy">`
  }<div><h2 class="govuk-heading-s"><a class="govuk-link" href="${paths.file(id, file.id)}">${file.number}.
    <bdi>${file.name}</bdi></a> ${stateTag(file)}</h2>
  <p class="govuk-body-s">${kindLabels[file.kind]}, ${sizeInWords(file.bytes)}. Added
    ${momentInWords(file.addedAt, model.calendar)} by ${file.addedByName ?? 'Lintel'}.</p>
  ${file.shows && ownWords(file.shows)}${stands && html`<p class="govuk-body-s">${stands}</p>`}</div></li>`;
}
