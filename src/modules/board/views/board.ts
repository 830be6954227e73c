import { errorSummary } from '#kit/components/error-summary.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { type TableCell, table } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import type { Pack } from '#rules/pack.ts';
import type { Board, ClauseLine } from '../board.ts';
import type { Viewer } from '../discretion.ts';
import { periodQuery } from '../period.ts';
import { figureCells, figureHeads } from './figure-cells.ts';
import { type PeriodModel, periodLinks } from './period-links.ts';
import { summary } from './summary.ts';

export interface BoardModel extends PeriodModel {
  readonly pack: Pack;
  readonly board: Board;
  readonly viewer: Viewer;
}

/** Every clause of the policy, in its order, with how well it is kept. */
export function boardPage(model: BoardModel): Html {
  const { pack, board, viewer, period, errors } = model;
  const query = periodQuery(period);
  return html`${periodErrors(errors)}<h1 class="govuk-heading-l">Policy board</h1>
<p class="govuk-body">${pack.title}, ${pack.publisher}. Figures for ${period.label} (${dateInWords(period.from)} to ${dateInWords(period.to)}), against ${dateInWords(period.previous.from)} to ${dateInWords(period.previous.to)}. <a class="govuk-link" href="/board.csv${query}">Download as CSV</a></p>
${periodLinks('/board', model)}${summary(board.summary, viewer)}${viewer === 'figures-only' && discretion}
${board.headings.map(({ heading, lines }) => html`<div class="lintel-scroll" role="region" aria-label="${heading}" tabindex="0">${clauses(heading, lines, viewer, query)}</div>`)}`;
}

export const discretion = insetText({
  text: 'Figures from 5 on are rounded to the nearest 5, and smaller ones are not told, so that nobody can be recognised.',
});

export function periodErrors(errors: PeriodModel['errors']): Html | false {
  const list = (['from', 'to'] as const).flatMap((end) =>
    errors[end] ? [{ text: errors[end], href: `#${end}-day` }] : [],
  );
  return list.length > 0 && errorSummary({ titleText: 'There is a problem', errorList: list });
}

function clauses(heading: string, lines: readonly ClauseLine[], viewer: Viewer, query: string): Html {
  return table({
    caption: heading,
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--dense',
    head: [{ text: 'Clause' }, { text: 'What is measured' }, ...figureHeads],
    firstCellIsHeader: true,
    rows: lines.flatMap((line) => rows(line, viewer, query)),
  });
}

/** A clause stands once, beside all that is measured under it. */
function rows(line: ClauseLine, viewer: Viewer, query: string): readonly (readonly TableCell[])[] {
  const { clause, commitments } = line;
  const name = html`<a class="govuk-link" href="/board/${clause.id}${query}">${clause.id}</a> <span class="lintel-clause">${clause.says}</span>`;
  if (commitments.length === 0)
    return [[{ html: name }, { html: statement, colspan: figureHeads.length + 1 }]];
  return commitments.map(({ commitment, standing }, index) => [
    index === 0
      ? { html: name }
      : {
          html: html`<span class="govuk-visually-hidden">${clause.id}, also</span>`,
          classes: 'lintel-clause-more',
        },
    { text: commitment.title },
    ...figureCells(standing, viewer),
  ]);
}

const statement = html`${tag({ text: 'Statement', classes: 'govuk-tag--grey' })} It promises nothing, so nothing is measured.`;
