import type { Block, Cell, DocumentModel } from '#kit/documents/model.ts';
import { type Html, html } from '#kit/html.ts';

/** The document as a sheet to be printed from the browser: the same words in the same order, and nothing else. */
export function sheetPage(document: DocumentModel, back: string): Html {
  const { title, facts, watermark, sections } = document;
  return html`<p class="govuk-body">
<a class="govuk-link" href="${back}">Back to the chronology</a>. Print this page from the browser’s menu: only the
  sheet below is printed. Collect the paper at once, and read it before it leaves your hand.</p>
<article class="lintel-paper lintel-paper--wide"><h1 class="govuk-heading-l">${title}</h1>
${facts.length > 0 && html`<p class="govuk-body">${facts.map(({ name, value }) => html`${name}: ${value}<br>`)}</p>`}
${sections.map(
  ({ heading, blocks }) => html`<h2 class="govuk-heading-m">${heading}</h2>${blocks.map(blockOf)}`,
)}
${watermark !== '' && html`<p class="govuk-body">${watermark}</p>`}</article>`;
}

function blockOf(block: Block): Html {
  if (block.kind === 'paragraph') return html`<p class="govuk-body">${block.text}</p>`;
  if (block.kind === 'list')
    return html`<ul class="govuk-list govuk-list--bullet">${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
  const heads = block.columns.map(
    ({ heading }) => html`<th scope="col" class="govuk-table__header">${heading}</th>`,
  );
  const rows = block.rows.map((row) => html`<tr class="govuk-table__row">${row.map(cellOf)}</tr>`);
  return html`<table class="govuk-table"><thead class="govuk-table__head"><tr class="govuk-table__row">
    ${heads}</tr></thead><tbody class="govuk-table__body">${rows}</tbody></table>`;
}

function cellOf(cell: Cell): Html {
  return html`<td class="govuk-table__cell">${cell.map(
    ({ text, weight }) =>
      html`<div class="lintel-quoted">${weight === 'strong' ? html`<strong>${text}</strong>` : text}</div>`,
  )}</td>`;
}
