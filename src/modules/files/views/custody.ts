import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, learnersList } from '#modules/case-file/pure.ts';
import type { WorkingCalendar } from '#rules/calendar.ts';
import { momentInWords } from '#rules/moment.ts';
import { whoWouldLearn } from '#rules/who-would-learn.ts';
import { type CustodyLine, custodyInWords } from '../custody.ts';
import { kindLabels, sizeInWords } from '../file-types.ts';
import type { KeptFile } from '../kept-file.ts';
import { paths } from '../paths.ts';

/** Who had a file, as a sheet that can be printed: reference, number and hash; no name of anybody it is about. */
export function custodyPage(model: CaseModel, file: KeptFile, log: readonly CustodyLine[]): Html {
  const { calendar, pack } = model;
  return html`<div class="lintel-paper__screen"><p class="govuk-body"><a class="govuk-link"
    href="${paths.file(model.file.id, file.id)}">Back to the file</a>. To have it on paper, print this page.</p>
  <h2 class="govuk-heading-s">Who would learn this, on paper?</h2>
  ${learnersList(whoWouldLearn({ to: 'team', by: ['print'] }, pack.words))}</div>
<article class="lintel-paper lintel-paper--wide"><h1 class="govuk-heading-l">Who had file ${file.number}</h1>
<p class="govuk-body">Case ${model.file.reference}. ${kindLabels[file.kind]}, ${sizeInWords(file.bytes)}.
  SHA-256 <code class="lintel-hash">${file.sha256.toString('hex')}</code></p>
${custodyTable(log, calendar, 'govuk-visually-hidden')}</article>`;
}

export function custodyTable(
  log: readonly CustodyLine[],
  calendar: WorkingCalendar,
  captionClasses = 'govuk-table__caption--m',
): Html {
  return table({
    caption: 'Everything that happened to it, from the sealed record',
    captionClasses,
    classes: 'lintel-table--cards',
    head: [{ text: 'When' }, { text: 'Who' }, { text: 'What' }],
    rows: log.map((line) => [
      { text: momentInWords(line.at, calendar) },
      { text: line.byName ?? 'Lintel' },
      {
        html: html`${custodyInWords(line)}${line.why && html`<br><span class="govuk-hint">${line.why}</span>`}`,
      },
    ]),
  });
}
