import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import type { CustodyLine } from '../custody.ts';
import type { KeptFile } from '../kept-file.ts';
import { paths } from '../paths.ts';
import { custodyTable } from './custody.ts';

/** The picture of a file of a case, on a page from which one can hide at once. */
export function picturePage(model: CaseModel, file: KeptFile, log: readonly CustodyLine[]): Html {
  const { id } = model.file;
  return html`${caseHead(model, 'Files', `File ${file.number}, to look at`)}
<p class="govuk-body"><a class="govuk-link" href="${paths.file(id, file.id)}">Back to the file</a></p>
${pictureWithCustody(file, { src: paths.pictureBytes(id, file.id), log, calendar: model.calendar })}`;
}

interface Shown {
  /** The bytes, which are for this page alone. */
  readonly src: string;
  readonly log: readonly CustodyLine[];
  readonly calendar: WorkingCalendar;
}

/** Whoever does not see it hears what it is said to show; below stands who had it. */
export function pictureWithCustody(file: KeptFile, { src, log, calendar }: Shown): Html {
  const what = file.kind === 'pdf' ? 'The first page' : 'The picture';
  const shows = file.shows === '' ? 'what it shows is not written down' : file.shows;
  const alt = `${what} of file ${file.number}: ${shows}`;
  return html`<p class="govuk-body"><img class="lintel-files__whole" src="${src}" alt="${alt}"></p>
${custodyTable(log, calendar)}`;
}
