import { table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { verbatim } from '#kit/components/verbatim.ts';
import { type Html, html } from '#kit/html.ts';
import { paths } from '../paths.ts';
import type { Paper } from '../store/papers.ts';

export type When = (at: Temporal.Instant) => string;

/** Papers and what became of them; what may not leave any more says so in red. */
export function papersTable(papers: readonly Paper[], caption: string, when: When): Html {
  return table({
    caption,
    captionClasses: 'govuk-visually-hidden',
    classes: 'lintel-table--cards',
    head: [{ text: 'Case' }, { text: 'Letter' }, { text: 'Printed' }, { text: 'What became of it' }],
    rows: papers.map((paper) => [
      { html: html`<span class="lintel-reference">${paper.reference}</span>` },
      { html: verbatim(paper.words) },
      { text: printedInWords(paper, when) },
      { html: became(paper, when) },
    ]),
  });
}

const chosenInWords = {
  by_itself: 'chosen by itself',
  all_at_once: 'chosen with all others at once',
} as const;

/** When, by whom, and whether it was looked at by itself. */
export function printedInWords({ printedAt, printedByName, chosen }: Paper, when: When): string {
  const how = chosen === null ? '' : `, ${chosenInWords[chosen]}`;
  return `${when(printedAt)} by ${printedByName ?? 'Lintel'}${how}`;
}

export function became(paper: Paper, when: When): Html {
  const { id, outcome, outcomeAt, outcomeByName, outcomeWhy, stopped, reference } = paper;
  const about = html`<span class="govuk-visually-hidden">: ${reference}</span>`;
  if (outcome !== null && outcomeAt)
    return html`${outcome === 'posted' ? 'Posted' : 'Destroyed'} ${when(outcomeAt)} by ${outcomeByName ?? 'Lintel'}${
      outcomeWhy !== '' && verbatim(outcomeWhy)
    }${
      outcome === 'destroyed' &&
      html`<p class="govuk-body"><a class="govuk-link" href="${paths.again(id)}">Print it again${about}</a></p>`
    }`;
  return html`${
    stopped && tag({ text: 'Stop it: not to be posted', classes: 'govuk-tag--red' })
  } <a class="govuk-link" href="${paths.paper(id)}">Posted, or destroyed?${about}</a>`;
}
