import type { Block, Cell, DocumentModel } from '#kit/documents/model.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead } from '#modules/case-file/pure.ts';
import { paths } from '../paths.ts';
import type { Share } from '../store/shares.ts';
import { recipientInWords } from '../words.ts';

/** What they would read, word for word, as it would leave at this moment. */
export function readingPage(model: CaseModel, share: Share, { title, facts, sections }: DocumentModel): Html {
  const back = html`<p class="govuk-body"><a class="govuk-link" href="${paths.share(model.file.id, share.id)}">Back to
  what was decided</a></p>`;
  return html`${caseHead(model, 'Sharing', 'What would leave, word for word')}
<p class="govuk-body">All of what ${recipientInWords(share)} would read, as it stands now. That you opened it is
  recorded. An evidence pack holds its files and their index instead.</p>${back}
<article class="lintel-reading"><h2 class="govuk-heading-m">${title}</h2>
<ul class="govuk-list">${facts.map(({ name, value }) => html`<li><strong>${name}:</strong> ${value}</li>`)}</ul>
${sections.map(
  ({ heading, blocks }) =>
    html`<h3 class="govuk-heading-s">${heading}</h3>${blocks.map((each) => blockShown(each))}`,
)}</article>${back}`;
}

function blockShown(block: Block): Html {
  if (block.kind === 'paragraph') return html`<p class="govuk-body lintel-said">${block.text}</p>`;
  if (block.kind === 'list')
    return html`<ul class="govuk-list govuk-list--bullet">${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
  return html`${block.rows.map(
    (row) =>
      html`<dl class="govuk-body lintel-reading__row">${row.map(
        (cell, at) =>
          html`<dt><strong>${block.columns[at]?.heading}</strong></dt><dd>${cellShown(cell)}</dd>`,
      )}</dl>`,
  )}`;
}

function cellShown(cell: Cell): Html {
  return html`${cell.map(({ text, weight }) =>
    weight === 'strong'
      ? html`<strong>${text}</strong><br>`
      : html`<span class="lintel-said">${text}</span><br>`,
  )}`;
}
