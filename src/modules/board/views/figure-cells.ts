import type { TableCell } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { Viewer } from '../discretion.ts';
import { type Figures, figuresOf, standingInWords } from '../figures.ts';
import type { Standing } from '../measures.ts';
import { arrows, type Trend } from '../trend.ts';

/** Whoever sees figures only is told how many were kept, broken and are overdue; the rest would be small numbers. */
export function figureHeads(viewer: Viewer): readonly TableCell[] {
  return columns
    .filter(({ teamOnly }) => viewer === 'sees-cases' || !teamOnly)
    .map(({ text }): TableCell => ({ text, format: 'numeric' }))
    .concat(trendHead);
}

const trendHead: TableCell = { text: 'Trend', classes: 'lintel-board__trend' };

const columns: readonly Column[] = [
  { text: 'Kept', cell: kept },
  { text: 'Of ended', cell: ({ ended }) => count(ended) },
  { text: 'Recorded late', teamOnly: true, cell: ({ recordedLate }) => count(recordedLate) },
  { text: 'By plan', teamOnly: true, cell: ({ byPlan }) => count(byPlan) },
  { text: 'Broken', cell: ({ broken }) => count(broken) },
  { text: 'Running', teamOnly: true, cell: ({ running }) => count(running) },
  { text: 'Overdue', cell: ({ overdue, isOverdue }) => (isOverdue ? owed(overdue) : count(overdue)) },
];

interface Column {
  readonly text: string;
  readonly teamOnly?: true;
  readonly cell: (figures: Figures) => TableCell;
}

/** The cells that say how one commitment stands; whatever has no figures says so across all of them. */
export function figureCells(standing: Standing, viewer: Viewer): readonly TableCell[] {
  if (standing.kind !== 'promise')
    return [{ html: reviewOrWords(standing, viewer), colspan: figureHeads(viewer).length }];
  const figures = figuresOf(standing, viewer);
  return [
    ...columns
      .filter(({ teamOnly }) => viewer === 'sees-cases' || !teamOnly)
      .map(({ cell }) => cell(figures)),
    {
      html: trend(figures.trend),
      classes: `lintel-board__trend lintel-cell--${figures.trend.direction === 'unknown' ? 'none' : 'bare'}`,
    },
  ];
}

/** The share; and beside it what was kept by the act that began it, which is no part of it. */
function kept({ share, shareWords, atBirth }: Figures): TableCell {
  const born = atBirth !== '0' && html`<span class="lintel-clause">and ${atBirth} from the start</span>`;
  const said =
    share.kind === 'none'
      ? html`<span class="lintel-board__silence">${shareWords}</span>`
      : html`<strong>${shareWords}</strong>`;
  return { html: html`${said}${born}`, format: 'numeric' };
}

function owed(figure: string | null): TableCell {
  return { html: html`<strong>${short(figure ?? '')}</strong>`, format: 'numeric' };
}

/** On a phone what is none is left out: whoever reads down a list of promises looks for what is there. */
function count(figure: string | null): TableCell {
  if (figure === null) return { html: noDeadline, format: 'numeric', classes: 'lintel-cell--none' };
  return { html: short(figure), format: 'numeric', ...(figure === '0' && { classes: 'lintel-cell--none' }) };
}

/** “Fewer than 5” in a column of figures, short for the eye. */
function short(figure: string): Html {
  if (figure !== 'fewer than 5') return html`${figure}`;
  return html`<span aria-hidden="true">&lt;5</span><span class="govuk-visually-hidden">${figure}</span>`;
}

const noDeadline = html`<span aria-hidden="true">–</span><span class="govuk-visually-hidden">no deadline runs</span>`;

/** The arrow is for the eye; the words say it all. */
export function trend({ direction, words }: Trend): Html {
  const arrow = arrows[direction];
  return html`${
    arrow && html`<span class="lintel-trend lintel-trend--${direction}" aria-hidden="true">${arrow}</span> `
  }${words}`;
}

export function reviewOrWords(standing: Exclude<Standing, { kind: 'promise' }>, viewer: Viewer): Html {
  const words = standingInWords(standing, viewer);
  if (standing.kind === 'unmeasured')
    return html`<span class="lintel-aside">Not measured yet:</span> ${standing.because}`;
  if (standing.kind === 'review' && standing.overdue)
    return html`${tag({ text: 'Overdue', classes: 'govuk-tag--red' })} ${words.replace('Overdue: the', 'The')}`;
  if (standing.kind === 'review' && (standing.open ?? 0) > 0)
    return html`${tag({ text: 'Not in time', classes: 'govuk-tag--red' })} ${words.replace('Not in time: ', '')}`;
  return html`${words}`;
}
