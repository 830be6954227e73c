import type { Block, Cell, DocumentModel } from '#kit/documents/model.ts';
import { type Html, html } from '#kit/html.ts';
import { type CaseModel, caseHead } from '#modules/case-file/pure.ts';
import { momentInWords } from '#rules/moment.ts';
import { paths } from '../paths.ts';
import type { Share } from '../store/shares.ts';
import type { WhatLeft } from '../store/what-left.ts';
import { recipientInWords } from '../words.ts';

/** What they would read, word for word, as it would leave at this moment. */
export function readingPage(model: CaseModel, share: Share, document: DocumentModel): Html {
  const back = backTo(share);
  return html`${caseHead(model, 'Sharing', 'What would leave, word for word')}
<p class="govuk-body">All of what ${recipientInWords(share)} would read, as it stands now. That you opened it is
  recorded. An evidence pack holds its files and their index instead.</p>${back}
${documentShown(document)}${back}`;
}

/** What they read, or can, as it left: whatever was written, held back or put right since. */
export function sentReadingPage(
  model: CaseModel,
  share: Share,
  { sentAt, toWhom, sha256, way, read }: WhatLeft,
): Html {
  const back = backTo(share);
  return html`${caseHead(model, 'Sharing', 'What was sent, word for word')}
<p class="govuk-body">As it left on ${momentInWords(sentAt, model.calendar)}, for ${recipientInWords(share)}. What was
  written or put right since is not in it. That you opened it is recorded.</p>
<p class="govuk-body lintel-long">To ${toWhom}. SHA-256: <code class="lintel-fingerprint">${sha256}</code></p>${back}
${
  read === null
    ? html`<p class="govuk-body">Only the file itself was kept, sealed, and this page cannot show it.
  <a class="govuk-link" href="${paths.reading(share.caseId, share.id)}">Read what would leave now</a>, and ask whoever
  sent it what was different.</p>`
    : way === 'evidence'
      ? packShown(read as readonly string[])
      : documentShown(read as DocumentModel)
}${back}`;
}

function backTo({ caseId, id }: Share): Html {
  return html`<p class="govuk-body"><a class="govuk-link" href="${paths.share(caseId, id)}">Back to what was
  decided</a></p>`;
}

/** The files themselves are looked at where they are: each is known by its hash. */
function packShown(parts: readonly string[]): Html {
  return html`<p class="govuk-body">An evidence pack: these parts, each by its SHA-256.</p>
<ul class="govuk-list govuk-list--bullet lintel-long">${parts.map((part) => html`<li>${part}</li>`)}</ul>`;
}

function documentShown({ title, facts, sections }: DocumentModel): Html {
  return html`<article class="lintel-reading"><h2 class="govuk-heading-m">${title}</h2>
<ul class="govuk-list">${facts.map(({ name, value }) => html`<li><strong>${name}:</strong> ${value}</li>`)}</ul>
${sections.map(
  ({ heading, blocks }) =>
    html`<h3 class="govuk-heading-s">${heading}</h3>${blocks.map((each) => blockShown(each))}`,
)}</article>`;
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
