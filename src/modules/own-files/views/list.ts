import { button } from '#kit/components/button.ts';
import { personName } from '#kit/components/person-name.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import type { OwnFile } from '../store/files.ts';
import { standingTag } from './parts.ts';

/** The files that whoever asks keeps: there is no list of all of them. */
export function listPage(files: readonly OwnFile[], manages: boolean, calendar: WorkingCalendar): Html {
  const open = files.filter(({ endedAt }) => endedAt === null);
  const ended = files.filter(({ endedAt }) => endedAt !== null);
  return html`<h1 class="govuk-heading-l">Own files</h1>
<p class="govuk-body">A file for somebody who is alleged to have caused harm, and is a customer too: what they need
  themselves, and help to change. It stands by itself. You see those that you keep, and nobody sees them all.</p>
${
  manages &&
  html`<div class="govuk-button-group">${button({ text: 'Open a file', href: paths.begin })}${button({
    text: 'Questions for you',
    href: paths.questions,
    classes: 'govuk-button--secondary',
  })}</div>`
}
${open.length === 0 ? html`<p class="govuk-body">You keep none.</p>` : rows('Open files', open, calendar)}
${ended.length > 0 && html`<h2 class="govuk-heading-m">Ended</h2>${rows('Ended files', ended, calendar)}`}`;
}

function rows(caption: string, files: readonly OwnFile[], calendar: WorkingCalendar): Html {
  return table({
    caption,
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    firstCellIsHeader: true,
    head: ['Whom it is about', 'How it stands', 'Who works on it', 'Opened'].map((text) => ({ text })),
    rows: files.map((file) => [
      { html: html`<a class="govuk-link" href="${paths.file(file.id)}">${personName(file.name)}</a>` },
      { html: html`<div>${standingTag(file)}</div>` },
      { text: file.workerName ?? 'Nobody' },
      { text: momentInWords(file.openedAt, calendar) },
    ]),
  });
}
