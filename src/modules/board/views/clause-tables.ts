import { type TableCell, table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { ClauseLine, EarlierPromises } from '../board.ts';
import type { Viewer } from '../discretion.ts';
import { figureCells, figureHeads } from './figure-cells.ts';

/** Clauses with figures, one row for each thing that is measured; its clause stands beside the first. */
export function measuredTable(
  heading: string,
  lines: readonly ClauseLine[],
  viewer: Viewer,
  query: string,
): Html {
  return table({
    caption: heading,
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief lintel-board',
    head: [clauseHead, ...figureHeads],
    firstCellIsHeader: true,
    rows: lines.flatMap(({ clause, commitments }) =>
      commitments.map(({ commitment, standing }, index) => [
        index === 0
          ? named(clause, query, commitment.title)
          : {
              html: html`<span class="govuk-visually-hidden">${clause.id}, also: </span>${commitment.title}`,
              classes: 'lintel-board__more',
            },
        ...figureCells(standing, viewer),
      ]),
    ),
  });
}

const clauseHead: TableCell = {
  html: html`<span class="govuk-visually-hidden">Clause and promise</span>`,
  classes: 'lintel-board__clause',
};

/** What an earlier policy promised; its clauses have no page any more. */
export function earlierTable({ pack, commitments }: EarlierPromises, viewer: Viewer): Html {
  return table({
    caption: `${pack.title}, ${pack.publisher}, version ${pack.version}`,
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief lintel-board',
    head: [clauseHead, ...figureHeads],
    firstCellIsHeader: true,
    rows: commitments.map(({ commitment, standing }) => [
      {
        html: html`<span class="lintel-board__id">${commitment.clauses.join(', ')}</span> <span>${commitment.title}</span>`,
      },
      ...figureCells(standing, viewer),
    ]),
  });
}

/** Clauses of which nothing can be told yet, with the reason; they are never shown as kept. */
export function unmeasuredTable(heading: string, lines: readonly ClauseLine[], query: string): Html {
  return plainTable(
    heading,
    lines.map(({ clause, commitments }) => {
      const reasons = commitments.flatMap(({ standing }) =>
        standing.kind === 'unmeasured' ? [standing.because] : [],
      );
      return [
        named(clause, query, clause.says),
        {
          html: html`<span class="lintel-aside">Not measured yet:</span> ${[...new Set(reasons)].join(' ')}`,
        },
      ];
    }),
  );
}

/** Clauses that promise nothing. */
export function statementTable(heading: string, lines: readonly ClauseLine[], query: string): Html {
  return plainTable(
    heading,
    lines.map(({ clause }) => [named(clause, query, clause.says), { html: statement }]),
  );
}

export const statement = html`${tag({ text: 'Statement', classes: 'govuk-tag--grey' })} It promises nothing, so nothing is measured.`;

function plainTable(heading: string, rows: readonly (readonly TableCell[])[]): Html {
  return table({
    caption: heading,
    captionClasses: 'govuk-table__caption--s',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief lintel-board lintel-board--plain',
    firstCellIsHeader: true,
    rows,
  });
}

function named({ id }: ClauseLine['clause'], query: string, words: string): TableCell {
  return {
    html: html`<a class="govuk-link lintel-board__id" href="/board/${id}${query}">${id}</a> <span>${words}</span>`,
  };
}
