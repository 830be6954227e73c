import { classes } from '#kit/components/options.ts';
import { type Html, html } from '#kit/html.ts';
import type { Headline } from '../board.ts';
import { figure, keptShare, shareInWords, shownInWords, type Viewer } from '../discretion.ts';
import { partsOf } from '../figures.ts';
import { trendOf } from '../trend.ts';
import { trend } from './figure-cells.ts';

/** The promises that the policy names first, each by itself: they are never added up. */
export function headline(promises: readonly Headline[], viewer: Viewer): Html {
  return html`<h2 class="govuk-visually-hidden">The promises named first</h2><dl class="lintel-figures">${promises.map(
    (each) => named(each, viewer),
  )}</dl>`;
}

function named({ title, tally, before, now }: Headline, viewer: Viewer): Html {
  const share = keptShare(tally, viewer);
  const parts = partsOf(tally, viewer);
  const trendShown = trendOf(share, keptShare(before, viewer));
  const said = [
    `${parts.broken} broken of ${parts.ended} that ended`,
    tally.recordedLate > 0 && `${parts.recordedLate} recorded late, not confirmed yet`,
    now.overdue > 0 && `${shownInWords(figure(now, 'overdue', viewer))} overdue now`,
  ].filter((each) => each !== false);
  return html`<div class="${classes('lintel-figure', now.overdue > 0 && 'lintel-figure--alarm')}"><dt
    class="lintel-figure__name">${title}</dt>
    <dd class="lintel-figure__value">${shareInWords(share)}</dd>
    ${said.map((each) => html`<dd class="lintel-figure__about">${each}</dd>`)}
    ${trendShown.direction !== 'unknown' && html`<dd class="lintel-figure__about">${trend(trendShown)}</dd>`}</div>`;
}
