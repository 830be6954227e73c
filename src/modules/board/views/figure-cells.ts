import type { TableCell } from '#kit/components/table.ts';
import { tag } from '#kit/components/tag.ts';
import { type Html, html } from '#kit/html.ts';
import type { Viewer } from '../discretion.ts';
import { type Figures, figuresOf, standingInWords } from '../figures.ts';
import type { Standing } from '../measures.ts';
import { arrows, type Trend } from '../trend.ts';

export const figureHeads: readonly TableCell[] = [
  { text: 'Kept', format: 'numeric' },
  { text: 'Of ended', format: 'numeric' },
  { text: 'By plan', format: 'numeric' },
  { text: 'Broken', format: 'numeric' },
  { text: 'Running', format: 'numeric' },
  { text: 'Overdue', format: 'numeric' },
  { text: 'Trend', classes: 'lintel-board__trend' },
];

/** The cells that say how one commitment stands; whatever has no figures says so across all of them. */
export function figureCells(standing: Standing, viewer: Viewer): readonly TableCell[] {
  if (standing.kind === 'promise') return promiseCells(figuresOf(standing, viewer));
  return [{ html: otherStanding(standing, viewer), colspan: figureHeads.length }];
}

function promiseCells(figures: Figures): readonly TableCell[] {
  return [
    { html: html`<strong>${figures.shareWords}</strong>`, format: 'numeric' },
    count(figures.ended),
    count(figures.byPlan),
    count(figures.broken),
    count(figures.running),
    figures.isOverdue
      ? { html: html`<strong>${figures.overdue}</strong>`, format: 'numeric' }
      : count(figures.overdue),
    {
      html: trend(figures.trend),
      classes: `lintel-board__trend lintel-cell--${figures.trend.direction === 'unknown' ? 'none' : 'bare'}`,
    },
  ];
}

/** On a phone what is none is left out: whoever reads down a list of promises looks for what is there. */
function count(figure: string | null): TableCell {
  if (figure === null) return { html: noDeadline, format: 'numeric', classes: 'lintel-cell--none' };
  return { text: figure, format: 'numeric', ...(figure === '0' && { classes: 'lintel-cell--none' }) };
}

const noDeadline = html`<span aria-hidden="true">–</span><span class="govuk-visually-hidden">no deadline runs</span>`;

/** The arrow is for the eye; the words say it all. */
export function trend({ direction, words }: Trend): Html {
  const arrow = arrows[direction];
  return html`${arrow && html`<span class="lintel-trend lintel-trend--${direction}" aria-hidden="true">${arrow}</span> `}${words}`;
}

function otherStanding(standing: Exclude<Standing, { kind: 'promise' }>, viewer: Viewer): Html {
  const words = standingInWords(standing, viewer);
  if (standing.kind === 'unmeasured')
    return html`<span class="lintel-aside">Not measured yet:</span> ${standing.because}`;
  if (standing.kind === 'review' && standing.overdue)
    return html`${tag({ text: 'Overdue', classes: 'govuk-tag--red' })} ${words.replace('Overdue: the', 'The')}`;
  return html`${words}`;
}
