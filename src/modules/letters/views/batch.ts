import { warningText } from '#kit/components/warning-text.ts';
import { type Html, html } from '#kit/html.ts';
import type { Paper } from '../store/papers.ts';
import { papersTable, type When } from './parts.ts';

const stopIt = 'Take them out of the post, at the franking machine or before.';

/** The letters of one batch, as far as whoever looks may see their cases, and what became of each. */
export function batchPage(papers: readonly Paper[], when: When): Html {
  const stopped = papers.filter((paper) => paper.stopped && paper.outcome === null).length;
  return html`<h1 class="govuk-heading-l">Printed together</h1>${
    stopped > 0 &&
    warningText({
      text: `${stopped === 1 ? 'One letter' : `${stopped} letters`} may not leave any more. ${stopIt}`,
    })
  }${papersTable(papers, 'Letters of this batch', when)}`;
}
