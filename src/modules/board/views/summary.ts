import { classes } from '#kit/components/options.ts';
import { type Html, html } from '#kit/html.ts';
import type { Summary } from '../board.ts';
import { keptShare, shareInWords, type Viewer } from '../discretion.ts';
import { number } from '../figures.ts';

/** The four figures for somebody with one minute. */
export function summary(all: Summary, viewer: Viewer): Html {
  const share = keptShare(all.tally, viewer);
  return html`<h2 class="govuk-visually-hidden">In short</h2><dl class="lintel-figures">${[
    figure(
      'Promises kept',
      shareInWords(share),
      `${number(all.tally.ended, viewer)} ended, ${number(all.tally.byPlan, viewer)} of them by plan`,
    ),
    figure(
      'Overdue now',
      number(all.overdue, viewer),
      `${number(all.running, viewer)} more are running`,
      all.overdue > 0 && 'lintel-figure--alarm',
    ),
    figure('Clauses measured', `${all.measured} of ${all.promises}`, 'clauses that promise something'),
    figure('Not measured yet', String(all.unmeasured), 'never shown as kept', 'lintel-figure--quiet'),
  ]}</dl>`;
}

function figure(name: string, value: string, about: string, tone?: string | false): Html {
  return html`<div class="${classes('lintel-figure', tone)}"><dt class="lintel-figure__name">${name}</dt>
    <dd class="lintel-figure__value">${value}</dd><dd class="lintel-figure__about">${about}</dd></div>`;
}
