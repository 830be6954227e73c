import { button } from '#kit/components/button.ts';
import { checkboxes } from '#kit/components/checkboxes.ts';
import { type FormState, formErrors, kept, keptChoices } from '#kit/components/form-state.ts';
import { input } from '#kit/components/input.ts';
import type { Block, Cell, DocumentModel } from '#kit/documents/model.ts';
import { type Html, html } from '#kit/html.ts';
import { sharePurposes } from '#rules/sharing.ts';
import { labelOf } from '#rules/words.ts';
import type { OpenedLink } from '../store/open-link.ts';

/** The same whether there is such a link or not. */
export function codePage(form: FormState, action: string): Html {
  return html`${formErrors(form)}<h1>Enter the code</h1>
<p>Somebody told you a code of eight figures by another way. If nobody did, ring the office that you work with, at the
  number that you know.</p>
<form method="post" action="${action}" novalidate autocomplete="off">
${input({ ...kept(form, 'reader'), label: { text: 'Your name' }, hint: { text: 'It is kept, with the time' } })}
${input({ ...kept(form, 'code'), label: { text: 'Code' }, inputmode: 'numeric', autocomplete: 'one-time-code' })}
${button({ text: 'Continue' })}
</form>
<p>After five wrong codes nothing opens any more. Ask for another then.</p>`;
}

/** What it is for, before a word of it is shown. */
export function purposePage(
  form: FormState,
  action: string,
  given: { readonly reader: string; readonly code: string },
  { agency, role, purpose }: OpenedLink,
): Html {
  return html`${formErrors(form)}<h1>Before you read</h1>
<p>It is for ${role} at ${agency}.</p>
<p>It was shared for one purpose: <strong>${labelOf(sharePurposes, purpose)}</strong>.</p>
<form method="post" action="${action}" novalidate autocomplete="off">
<input type="hidden" name="reader" value="${given.reader}"><input type="hidden" name="code" value="${given.code}">
<input type="hidden" name="step" value="purpose">
${checkboxes({
  ...keptChoices(form, 'confirmed'),
  fieldset: { legend: { text: 'You confirm' } },
  items: [{ value: 'yes', text: 'I work there, and I read and use it for this purpose only' }],
})}
${button({ text: 'Read it' })}
</form>`;
}

/** The document with the reader’s name and the time at its head, at each part and across it. */
export function documentPage(document: DocumentModel): Html {
  const { title, facts, watermark, sections } = document;
  return html`<div class="partner-mark" data-mark="${watermark}" aria-hidden="true"></div><h1>${title}</h1>
<p>${facts.map(({ name, value }) => html`${name}: ${value}<br>`)}${watermark}</p>
${sections.map(({ heading, blocks }) => html`<h2>${heading}</h2>${blocks.map(blockOf)}<p>${watermark}</p>`)}
<p>It is gone from here when you close this page. To read it again, open the link with its code.</p>`;
}

function blockOf(block: Block): Html {
  if (block.kind === 'paragraph') return html`<p>${block.text}</p>`;
  if (block.kind === 'list') return html`<ul>${block.items.map((item) => html`<li>${item}</li>`)}</ul>`;
  return html`${block.rows.map(
    (row) =>
      html`<dl class="partner-row">${row.map(
        (cell, at) => html`<dt><strong>${block.columns[at]?.heading}</strong></dt><dd>${cellOf(cell)}</dd>`,
      )}</dl>`,
  )}`;
}

function cellOf(cell: Cell): Html {
  return html`${cell.map(({ text, weight }) =>
    weight === 'strong'
      ? html`<strong>${text}</strong><br>`
      : html`<span class="partner-said">${text}</span><br>`,
  )}`;
}
