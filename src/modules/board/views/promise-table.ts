import { details } from '#kit/components/details.ts';
import { type TableCell, table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import type { EarlierPromises, Measured } from '../board.ts';
import type { Viewer } from '../discretion.ts';
import { reasonsOf, standingInWords } from '../figures.ts';
import type { WorstFirst } from '../worst-first.ts';
import { figureCells, figureHeads, reviewOrWords } from './figure-cells.ts';

/** What is worst first, one line a promise, each promise once. */
export function promiseTable({ rows, fewOverdue, tooFew }: WorstFirst, viewer: Viewer, query: string): Html {
  return html`${
    fewOverdue.length > 0 &&
    html`<p class="govuk-body"><strong>Overdue now, fewer than 5 of each:</strong> ${titles(fewOverdue, query)}.</p>`
  }${
    rows.length > 0 &&
    table({
      caption: 'Promises, the worst first',
      captionClasses: 'govuk-visually-hidden',
      classes: 'lintel-table--dense lintel-table--cards lintel-table--brief lintel-board',
      head: [promiseHead, ...figureHeads(viewer)],
      firstCellIsHeader: true,
      rows: rows.map((each) => [{ html: named(each, query) }, ...figureCells(each.standing, viewer)]),
    })
  }${
    tooFew.length > 0 &&
    details({
      summaryText: `Fewer than 5 ended, and none is overdue: ${
        tooFew.length === 1 ? '1 promise' : `${tooFew.length} promises`
      }`,
      html: html`<ul class="govuk-list govuk-list--bullet">${tooFew.map(
        (each) => html`<li>${linked(each, query)}</li>`,
      )}</ul>`,
    })
  }`;
}

/** What is only counted, each once; and the policy’s own review. */
export function countedTable(counted: readonly Measured[], viewer: Viewer, query: string): Html {
  return plainTable(
    'What is counted',
    counted.map((each) => [
      { html: named(each, query) },
      {
        html:
          each.standing.kind === 'promise'
            ? html``
            : html`${reviewOrWords(each.standing, viewer)}${byWhy(each, viewer)}`,
      },
    ]),
  );
}

/** What spoke against it, where that is told apart; fewer than a few of anything say no more than that. */
function byWhy({ commitment: { measure }, standing }: Measured, viewer: Viewer): Html | false {
  if (standing.kind !== 'count' || measure.kind !== 'count' || measure.by !== 'why') return false;
  const reasons = reasonsOf(standing.tally, viewer);
  if (reasons.length === 0) return false;
  return html`<ul class="govuk-list govuk-hint govuk-!-margin-bottom-0">${reasons.map(
    ({ why, number }) => html`<li>${why}: ${number}</li>`,
  )}</ul>`;
}

/** What an earlier policy promised; its clauses have no page any more. */
export function earlierTable({ pack, cite, commitments }: EarlierPromises, viewer: Viewer): Html {
  return table({
    caption: `${pack.title}, ${pack.publisher}, version ${pack.version}`,
    captionClasses: 'govuk-table__caption--s',
    classes:
      'lintel-table--dense lintel-table--cards lintel-table--brief lintel-board lintel-board--captioned',
    head: [promiseHead, ...figureHeads(viewer)],
    firstCellIsHeader: true,
    rows: commitments.map(({ commitment, standing }) => [
      {
        html: html`${commitment.title} <span class="lintel-board__clauses">${commitment.clauses
          .map(cite)
          .join(', ')}</span>`,
      },
      ...(standing.kind === 'promise'
        ? figureCells(standing, viewer)
        : [{ text: standingInWords(standing, viewer), colspan: figureHeads(viewer).length }]),
    ]),
  });
}

export function plainTable(caption: string, rows: readonly (readonly TableCell[])[]): Html {
  return table({
    caption,
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief lintel-board lintel-board--plain',
    firstCellIsHeader: true,
    rows,
  });
}

const promiseHead: TableCell = {
  html: html`<span class="govuk-visually-hidden">Promise</span>`,
  classes: 'lintel-board__clause',
};

/** Its title, and the clauses under which it stands: their pages say what the figures mean. */
function named({ commitment }: Measured, query: string): Html {
  const links = commitment.clauses.map(
    (clause) => html`<a class="govuk-link" href="/board/${clause}${query}">${clause}</a>`,
  );
  const listed = links.map((link, index) => html`${index > 0 && ', '}${link}`);
  return html`${commitment.title} <span class="lintel-board__clauses">${listed}</span>`;
}

function titles(promises: readonly Measured[], query: string): readonly Html[] {
  return promises.map((each, index) => html`${index > 0 && '; '}${linked(each, query)}`);
}

function linked({ commitment }: Measured, query: string): Html {
  return html`<a class="govuk-link" href="/board/${commitment.clauses[0] ?? ''}${query}">${commitment.title}</a>`;
}
