import { fold } from '#kit/components/fold.ts';
import { insetText } from '#kit/components/inset-text.ts';
import { summaryList } from '#kit/components/summary-list.ts';
import { table } from '#kit/components/table.ts';
import { type Html, html } from '#kit/html.ts';
import { dateInWords } from '#rules/moment.ts';
import type { ClauseLine } from '../board.ts';
import { partsOf, reasonsOf } from '../figures.ts';
import { discretion, periodErrors } from './board.ts';
import { byMonth } from './by-month.ts';
import type { ClauseModel } from './clause-model.ts';
import { extent, unmeasured } from './clause-tables.ts';
import { figureCells, figureHeads } from './figure-cells.ts';
import { lookInto } from './look-into.ts';
import { periodLinks } from './period-links.ts';

/** One clause: what its figures mean, how it has been kept for a year, and what may be looked into. */
export function clausePage(model: ClauseModel): Html {
  const { line, period, viewer, years, open, errors, responsible } = model;
  const { clause } = line;
  const path = `/board/${clause.id}`;
  return html`${periodErrors(errors)}<span class="govuk-caption-l">${clause.heading}</span>
<h1 class="govuk-heading-l">${clause.id}</h1>
<p class="govuk-body-l">${clause.says}</p>
${responsible.map(({ role, duty }) => html`<p class="govuk-body">${role}: ${duty}</p>`)}
${(clause.forReview ?? []).map(({ found, says }) =>
  insetText({
    html: html`<strong>Something for the review.</strong>
  The policy has it so: “${found}”. ${says}`,
  }),
)}
<p class="govuk-body">${extent(line)}${unmeasured(line)}</p>
${
  line.commitments.length > 0 &&
  html`${periodLinks(path, model)}<p class="govuk-body">Figures for ${period.label} (${dateInWords(period.from)}
    to ${dateInWords(period.to)}).</p>${viewer === 'figures-only' && discretion}${figures(model)}${definitions(
      line,
    )}${reasons(model)}`
}
${years.length > 0 && byMonth(path, model)}${open && lookInto(open, model)}`;
}

function figures({ line, viewer }: ClauseModel): Html {
  return table({
    caption: 'What is measured',
    captionClasses: 'govuk-table__caption--m',
    classes: 'lintel-table--dense lintel-table--cards lintel-table--brief lintel-board lintel-board--one',
    head: [{ text: 'Commitment', classes: 'lintel-board__clause' }, ...figureHeads(viewer)],
    firstCellIsHeader: true,
    rows: line.commitments.map(({ commitment, standing }) => [
      { text: commitment.title },
      ...figureCells(standing, viewer),
    ]),
  });
}

/** Folded where there are several: whoever compares figures reads the words once. On paper they are always there. */
function definitions({ commitments }: ClauseLine): Html {
  return fold({
    heading: 'What the figures count',
    about: commitments.length === 1 ? '1 commitment' : `${commitments.length} commitments`,
    open: commitments.length === 1,
    html: summaryList({
      rows: commitments.map(({ commitment: { title, definition } }) => ({
        key: { text: title },
        value: { text: definition },
      })),
    }),
  });
}

/** How those ended that were neither kept in time nor broken, and what was answered to what was offered. */
function reasons({ line, viewer }: ClauseModel): readonly (Html | false)[] {
  return line.commitments.map(({ commitment, standing }) => {
    if (standing.kind !== 'promise' && standing.kind !== 'count') return false;
    const { tally } = standing;
    const rows = [
      ...(tally.recordedLate > 0
        ? [
            {
              why: 'Recorded late, and nobody has confirmed it yet',
              number: partsOf(tally, viewer).recordedLate,
            },
          ]
        : []),
      ...(tally.atBirth > 0
        ? [{ why: 'Kept by the act that began it: in no share', number: partsOf(tally, viewer).atBirth }]
        : []),
      ...reasonsOf(tally, viewer),
    ];
    if (rows.length === 0) return false;
    return table({
      caption: `Told apart: ${commitment.title}`,
      captionClasses: 'govuk-table__caption--s',
      classes: 'lintel-table--dense lintel-table--narrow',
      head: [{ text: 'How' }, { text: 'How many', format: 'numeric' }],
      firstCellIsHeader: true,
      rows: rows.map(({ why, number: many }) => [{ text: why }, { text: many, format: 'numeric' }]),
    });
  });
}
